import type { CatalogRow } from '../../../portal/views/catalog.ts';
import { savedLines, savedRow } from '../../../portal/views/catalog-index/export-rows.ts';
import { csvOf } from '../../../portal/views/csv.ts';
import { saveFile } from '../save-file.ts';

/** Makes the buttons save what is listed: `[data-save-view=csv]` and `[data-save-view=json]`. */
export const startSavingView = (root: HTMLElement, name: string, listed: () => readonly CatalogRow[]): void => {
  for (const button of root.querySelectorAll<HTMLElement>('[data-save-view]')) {
    button.addEventListener('click', () => {
      const rows = listed().map((row) => savedRow(row, location.href));
      if (button.dataset['saveView'] === 'csv') saveFile(`${name}.csv`, 'text/csv', csvOf(savedLines(rows)));
      else saveFile(`${name}.json`, 'application/json', `${JSON.stringify(rows, undefined, 2)}\n`);
    });
  }
};
