import type { RowList } from './row-list.ts';

/** Arrow keys lead from row to row where a link of one has the keyboard, Home and End to the first and last. */
export const startRowKeys = (body: HTMLElement, list: RowList): void => {
  body.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = Number((event.target as Element).closest('tr')?.dataset['index']);
    if (Number.isNaN(at)) return;
    const last = list.length() - 1;
    const places: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last };
    const place = Object.hasOwn(places, event.key) ? (places[event.key] ?? -1) : -1;
    if (place < 0 || place > last) return;
    event.preventDefault();
    list.focusRow(place);
  });
};
