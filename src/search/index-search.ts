import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import { CallboardError } from '../diagnostics/callboard-error.ts';
import type { Stage } from '../diagnostics/stage.ts';
import { searchPagesFile } from '../portal/views/search-pages.ts';
import { readSearchPages } from './list-pages.ts';

/** What search covers. */
export interface SearchInput {
  /** Absolute path of a folder of rendered pages; the index is written to `pagefind/` in it. */
  readonly folder: string;
  /** Whose stems words are cut to, BCP 47. */
  readonly language: string;
}

/** What was indexed. */
export interface SearchIndex {
  readonly pages: number;
}

/**
 * Indexes every page that marks a part with `data-pagefind-body`. The index is plain files in fragments, of which a
 * query loads only what it needs; it works from any static host and without a network once loaded. Beside it stands the
 * table of its pages, which filters and orders results.
 */
export const indexSearch: Stage<SearchInput, SearchIndex> = async ({ folder, language }) => {
  const { index, errors } = await createIndex({
    forceLanguage: language,
    includeCharacters: '-_.:/',
    excludeSelectors: ['.headerlink'],
  });
  if (!index) throw failure(errors);
  try {
    const added = await index.addDirectory({ path: folder });
    if (added.errors.length > 0) throw failure(added.errors);
    const target = join(folder, 'pagefind');
    const written = await index.writeFiles({ outputPath: target });
    if (written.errors.length > 0) throw failure(written.errors);
    await writeFile(join(target, searchPagesFile), JSON.stringify(await readSearchPages(target)));
    return { value: { pages: added.page_count }, diagnostics: [] };
  } finally {
    await index.deleteIndex();
  }
};

function failure(errors: readonly string[]): CallboardError {
  return new CallboardError(
    'search-not-indexed',
    `Pagefind could not index the portal: ${errors.join('; ')}`,
    'Check the free space of the output folder and that its platform has a Pagefind binary.',
  );
}
