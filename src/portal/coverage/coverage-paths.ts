import { encodeSlug } from '../problems/problem-paths.ts';

/** The lists of repositories: all that are missing, those of one source, those that nobody waits for, those with a descriptor that gives nothing. */
export type CoverageList = 'missing' | 'aside' | 'broken' | { readonly source: string };

/** Path of the `number`th page of a list. */
export function coveragePath(list: CoverageList, number = 1): string {
  const folder =
    list === 'missing' ? '' : typeof list === 'string' ? `${list}/` : `sources/${encodeSlug(list.source)}/`;
  return `not-in-catalog/${folder}${number === 1 ? '' : `${number}/`}`;
}

/** Path of the lists in JSON. */
export const coverageJsonPath = 'api/not-in-catalog.json';

/** Path of the page in Markdown. */
export const coverageMarkdownPath = 'not-in-catalog/index.md';
