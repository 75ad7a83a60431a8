import { selectCodeowners } from '../catalog/codeowners/find-codeowners.ts';
import type { LastGood } from '../catalog/last-good/good-entity.ts';
import { selectLastGoodFiles, withLastGoodTexts } from '../catalog/last-good/select-last-good-files.ts';
import { selectCatalogFiles } from '../catalog/locations/wanted-files.ts';
import type { FileSelector } from '../catalog/repository-files.ts';
import { selectSuggestionFiles } from '../catalog/suggestion/select-suggestion-files.ts';
import { selectMailmap } from '../techdocs/history/history-files.ts';
import { selectDocsFiles } from '../techdocs/plan/select-docs-files.ts';

/** What the configuration says of files that may be left alone. */
interface Wishes {
  /** Those that the portal suggests descriptors by. */
  readonly suggestions: boolean;
  /** The CODEOWNERS file of every repository. */
  readonly ownersFromCodeowners: boolean;
  /** What says by which names people want to be known. */
  readonly mailmap?: boolean;
}

/** Every room's word on which files the crawl is to read. */
export function fileSelectors(lastGood: LastGood, wishes: Wishes): readonly FileSelector[] {
  return [
    selectCatalogFiles,
    selectLastGoodFiles(lastGood),
    withLastGoodTexts(lastGood, selectDocsFiles),
    ...(wishes.ownersFromCodeowners ? [selectCodeowners] : []),
    ...(wishes.mailmap ? [withLastGoodTexts(lastGood, selectMailmap)] : []),
    ...(wishes.suggestions ? [selectSuggestionFiles] : []),
  ];
}
