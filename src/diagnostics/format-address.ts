import type { SourceLocation } from './diagnostic.ts';

/** `repository/path:line:column`, as far as it is known. */
export function formatAddress({ repository, path, line, column }: SourceLocation): string {
  const file = path === undefined ? repository : `${repository}/${path}`;
  if (line === undefined) return file;
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}
