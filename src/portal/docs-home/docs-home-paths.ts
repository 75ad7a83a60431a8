import type { DocsArrangement } from '../views/docs-home.ts';

const folders: Readonly<Record<DocsArrangement, string>> = {
  title: '',
  owner: 'by-owner/',
  freshness: 'by-freshness/',
};

/**
 * Path of the `number`th page of an arrangement. Never that of a docs site, whatever its namespace is called: sites are
 * three folders below `docs/`, these pages two at most.
 */
export function docsHomePath(arrangement: DocsArrangement, number = 1): string {
  return `docs/${folders[arrangement]}${number === 1 ? '' : `${number}/`}`;
}

/** Path of all rows, which live filtering loads. */
export const docsRowsPath = 'docs/sites.json';
