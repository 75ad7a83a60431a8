import type { LastGood } from '../catalog/last-good/good-entity.ts';
import { selectLastGoodFiles, withLastGoodTexts } from '../catalog/last-good/select-last-good-files.ts';
import { selectCatalogFiles } from '../catalog/locations/wanted-files.ts';
import type { FileSelector } from '../catalog/repository-files.ts';
import { selectSuggestionFiles } from '../catalog/suggestion/select-suggestion-files.ts';
import { selectDocsFiles } from '../techdocs/select-docs-files.ts';

/** Every room's word on which files the crawl is to read; `suggestions`: also for what the portal suggests. */
export function fileSelectors(lastGood: LastGood, suggestions: boolean): readonly FileSelector[] {
  return [
    selectCatalogFiles,
    selectLastGoodFiles(lastGood),
    withLastGoodTexts(lastGood, selectDocsFiles),
    ...(suggestions ? [selectSuggestionFiles] : []),
  ];
}
