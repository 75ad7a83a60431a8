import { notLoaded } from '@text/dependents';
import type { GraphData } from '../../portal/views/graph.ts';
import { dependentsAsCsv, findSavedDependents } from '../../portal/views/saved-dependents.ts';

const save = (name: string, type: string, text: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

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
        if (button.dataset['saveAs'] === 'csv') save(`${name}-dependents.csv`, 'text/csv', dependentsAsCsv(found));
        else save(`${name}-dependents.json`, 'application/json', `${JSON.stringify(found, undefined, 2)}\n`);
      } catch {
        button.textContent = notLoaded;
      } finally {
        button.disabled = false;
      }
    });
  }
};

for (const section of document.querySelectorAll<HTMLElement>('[data-saved-from]')) startSaving(section);
