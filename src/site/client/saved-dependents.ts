import { notLoaded } from '@text/dependents';
import type { GraphData } from '../../portal/views/graph.ts';
import { dependentsAsCsv, findSavedDependents } from '../../portal/views/saved-dependents.ts';
import { saveFile } from './save-file.ts';

const startSaving = (section: HTMLElement): void => {
  const { savedFrom = '', savedRef = '' } = section.dataset;
  const name = savedRef.replaceAll(/[^a-z0-9.-]+/gi, '-');
  for (const button of section.querySelectorAll<HTMLButtonElement>('[data-save-as]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        const response = await fetch(savedFrom);
        if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
        const found = findSavedDependents((await response.json()) as GraphData, savedRef);
        if (button.dataset['saveAs'] === 'csv') saveFile(`${name}-dependents.csv`, 'text/csv', dependentsAsCsv(found));
        else saveFile(`${name}-dependents.json`, 'application/json', `${JSON.stringify(found, undefined, 2)}\n`);
      } catch {
        button.textContent = notLoaded;
      } finally {
        button.disabled = false;
      }
    });
  }
};

for (const section of document.querySelectorAll<HTMLElement>('[data-saved-from]')) startSaving(section);
