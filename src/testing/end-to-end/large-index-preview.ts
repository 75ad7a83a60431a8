import { indexOf } from '../../portal/catalog-index/kind-index.ts';
import type { CatalogRow } from '../../portal/views/catalog.ts';
import { filterRows } from '../../portal/views/catalog-index/filter.ts';
import { parseQuery } from '../../portal/views/catalog-index/query.ts';
import type { RowIndex } from '../../portal/views/catalog-index/row-index.ts';
import { type Preview, startPreview } from '../../publish/preview-server.ts';
import { largeIndexPortal, writeLargeIndex } from '../large-index-portal.ts';
import { makeOnce } from '../make-once.ts';

/** The index of 10,000 components, served for one test file. */
export interface LargeIndex {
  readonly output: string;
  readonly preview: Preview;
  readonly rows: readonly CatalogRow[];
  readonly index: RowIndex;
  /** What an address of the index finds, by title. */
  readonly findAt: (address: string) => readonly CatalogRow[];
}

/** Serves the index of 10,000 components at `/` on a free port; it is written once in a run of the tests. */
export async function startLargeIndex(): Promise<LargeIndex> {
  const { value: output } = await makeOnce('large-index', writeLargeIndex);
  const { rows, index } = indexOf(largeIndexPortal(), 'component');
  const facets = [...index.facets.values()];
  const findAt = (address: string) => {
    const query = parseQuery(new URLSearchParams(address), new Set(index.facets.keys()));
    return filterRows(index, facets, query).found.map((row) => rows[row] as CatalogRow);
  };
  return { output, preview: await startPreview({ folder: output, base: '/' }), rows, index, findAt };
}
