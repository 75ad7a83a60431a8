import * as text from '@text/catalog';
import type { CatalogColumn } from '../../../portal/views/catalog.ts';
import { element } from '../element.ts';

/** The head of the table: its columns, and which of them sorts. */
export interface TableHead {
  readonly columns: () => readonly CatalogColumn[];
  /** Says which column sorts, and which way; shows what only some views have. Whether columns came or went. */
  readonly show: (sort: string, hasDependents: boolean) => boolean;
}

/** Makes the heads buttons that sort up, down, and not at all. */
export const startTableHead = (row: HTMLElement, ask: (sort: string) => void): TableHead => {
  let sorted = '';
  const startHead = (head: HTMLElement): void => {
    const { column = '' } = head.dataset;
    const button = element('button', { type: 'button' }, head.textContent?.trim() ?? '');
    button.addEventListener('click', () =>
      ask(sorted === column ? `-${column}` : sorted === `-${column}` ? '' : column),
    );
    head.replaceChildren(button);
  };
  const heads = (): readonly HTMLElement[] => [...row.querySelectorAll<HTMLElement>('th[data-column]')];
  for (const head of heads()) startHead(head);
  const dependents = element(
    'th',
    { scope: 'col', 'data-column': 'dependents', class: 'cb-col-dependents', title: text.dependentsTitle },
    text.dependentsColumn,
  );
  startHead(dependents);
  return {
    columns: () =>
      heads().map((head) => ({
        field: head.dataset['column'] ?? '',
        title: head.textContent ?? '',
        ...(head.matches('.cb-col-own') && { isOwn: true }),
      })),
    show: (sort, hasDependents) => {
      sorted = sort;
      const isChanged = hasDependents !== dependents.isConnected;
      if (isChanged && hasDependents) heads().at(-1)?.before(dependents);
      else if (isChanged) dependents.remove();
      for (const head of heads()) {
        const { column } = head.dataset;
        head.ariaSort = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : null;
      }
      return isChanged;
    },
  };
};
