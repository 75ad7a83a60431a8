import type { RepositoryInfo } from '../repository-files.ts';
import { resolveReference } from './reference-target.ts';

/** More files than this are not followed from one definition. */
export const definitionFileLimit = 200;

const fileReference = /["']?\$ref["']?\s*:\s*(?:"([^"\n#]+)|'([^'\n#]+)|([^\s"'#{[][^\s#]*))/g;

/** Whether a definition may refer to other files: a cheap look, right whenever it says no. */
export function mayReferToFiles(text: string): boolean {
  return text.search(fileReference) !== -1;
}

/**
 * The files of the repository that a definition refers to, itself first, through others, as far as their texts are at
 * hand; those without a text are listed and not looked into.
 */
export function listDefinitionFiles(
  path: string,
  repository: RepositoryInfo,
  textOf: (path: string) => string | undefined,
): readonly string[] {
  const files = new Set([path]);
  for (const file of files) {
    for (const [, double, single, plain] of (textOf(file) ?? '').matchAll(fileReference)) {
      const target = resolveReference(repository, file, (double ?? single ?? plain ?? '').trim());
      if ('file' in target) files.add(target.file);
      if (files.size > definitionFileLimit) return [...files].slice(0, definitionFileLimit);
    }
  }
  return [...files];
}
