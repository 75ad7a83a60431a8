import mime from 'mime';

/** Source formats of a portal that the registry of media types leaves out: shown, not downloaded. */
const shownAsText = new Set([
  'proto',
  'graphql',
  'graphqls',
  'gql',
  'rst',
  'adoc',
  'py',
  'rb',
  'go',
  'rs',
  'ts',
  'tsx',
]);

/** `Content-Type` for a key by its extension; text says that it is UTF-8. */
export function contentTypeOf(key: string): string {
  const extension = /\.([^./]+)$/.exec(key)?.[1]?.toLowerCase() ?? '';
  const type = shownAsText.has(extension) ? 'text/plain' : (mime.getType(extension) ?? 'application/octet-stream');
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}
