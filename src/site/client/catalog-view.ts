import * as text from '@text/ui';
import { element } from './element.ts';

/** "Previous", "Page 2 of 13", "Next"; `turnTo` is called with the page that is asked for. */
export const drawPages = (place: HTMLElement, page: number, count: number, turnTo: (page: number) => void): void => {
  const turn = (label: string, to: number): HTMLElement => {
    if (to < 1 || to > count) return element('span');
    const button = element('button', { type: 'button' }, label);
    button.addEventListener('click', () => turnTo(to));
    return button;
  };
  place.hidden = count <= 1;
  const where = element('span', {}, text.pageOf(page, count));
  place.replaceChildren(turn(text.previous, page - 1), where, turn(text.next, page + 1));
};

/** The filters in force, each with its way out. */
export const drawChips = (place: Element, form: HTMLFormElement): void => {
  const chips = [...form.querySelectorAll<HTMLInputElement>('input:checked')].map((box) => {
    const label = text.removeFilter(box.value);
    const button = element('button', { type: 'button', 'aria-label': label }, box.value, ' ×');
    button.addEventListener('click', () => box.click());
    return element('li', {}, button);
  });
  place.replaceChildren(...chips);
};

/** Column of a table's head. */
export const columnOf = (head: HTMLElement): string => head.dataset['column'] ?? '';

/** Says which column sorts, and which way: `owner` ascends, `-owner` descends. */
export const markSort = (heads: readonly HTMLElement[], sort: string): void => {
  for (const head of heads) {
    const column = columnOf(head);
    if (sort === column) head.setAttribute('aria-sort', 'ascending');
    else if (sort === `-${column}`) head.setAttribute('aria-sort', 'descending');
    else head.removeAttribute('aria-sort');
  }
};

/** Makes the heads buttons that sort up, down, and not at all. */
export const startSorting = (heads: readonly HTMLElement[], sorted: (column: string) => void): void => {
  for (const head of heads) {
    const button = element('button', { type: 'button' }, head.textContent ?? '');
    button.addEventListener('click', () => sorted(columnOf(head)));
    head.replaceChildren(button);
  }
};
