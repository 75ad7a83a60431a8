import type { DocsRow } from '../../../portal/views/docs-home.ts';
import { element } from '../element.ts';

/** Makes a button of each column's title. */
export const startSorting = (heads: readonly HTMLElement[], choose: (column: keyof DocsRow) => void): void => {
  for (const head of heads) {
    const button = element('button', { type: 'button' }, head.textContent?.trim() ?? '');
    button.addEventListener('click', () => choose(head.dataset['column'] as keyof DocsRow));
    head.replaceChildren(button);
  }
};

/** Says by which column rows are sorted. */
export const markSort = (heads: readonly HTMLElement[], sort: string): void => {
  for (const head of heads) {
    const isSorted = sort.replace('-', '') === head.dataset['column'];
    if (isSorted) head.setAttribute('aria-sort', sort.startsWith('-') ? 'descending' : 'ascending');
    else head.removeAttribute('aria-sort');
  }
};
