import { element } from '../element.ts';

/** A row of the list that is in the window or near it, and where it stands in pixels. */
interface ShownRow {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** The rows of a table's body that are drawn, and the room of those that are not. */
export interface DrawnRows {
  /** Draws these places of the list, which begins at `from` and ends at `to`, and tells of each row that is there. */
  readonly show: (
    shown: readonly ShownRow[],
    rows: readonly number[],
    ends: { readonly from: number; readonly to: number },
    each: (row: HTMLTableRowElement) => void,
  ) => void;
  readonly get: (row: number) => HTMLTableRowElement | undefined;
  /** Forgets what was drawn. */
  readonly clear: () => void;
}

const spacer = (): HTMLTableRowElement => element('tr', { class: 'cb-spacer', 'aria-hidden': 'true' }, element('td'));

/** Puts a spacer where it belongs, as high as what it stands for; without height there is none. */
const setHeight = (row: HTMLTableRowElement, height: number, put: (row: HTMLTableRowElement) => void): void => {
  const cell = row.cells[0] as HTMLTableCellElement;
  cell.style.blockSize = `${height}px`;
  if (height <= 0) row.remove();
  else if (!row.isConnected) put(row);
  // More columns than the table has would take room from those that it has.
  cell.colSpan = row.closest('table')?.tHead?.rows[0]?.cells.length ?? 1;
};

/** Takes a table's body over. */
export const startDrawnRows = (
  body: HTMLTableSectionElement,
  draw: (row: number) => HTMLTableRowElement,
): DrawnRows => {
  const drawn = new Map<number, HTMLTableRowElement>();
  const [before, after] = [spacer(), spacer()];
  body.replaceChildren();
  const clear = (but: ReadonlySet<number>): void => {
    for (const [row, at] of drawn) {
      if (but.has(row)) continue;
      at.remove();
      drawn.delete(row);
    }
  };
  return {
    show: (shown, rows, { from, to }, each) => {
      clear(new Set(shown.map(({ index }) => rows[index] ?? -1)));
      setHeight(before, (shown[0]?.start ?? from) - from, (row) => body.prepend(row));
      let place: Element | null = before.isConnected ? before.nextElementSibling : body.firstElementChild;
      for (const { index } of shown) {
        const row = rows[index] ?? 0;
        const at = drawn.get(row) ?? draw(row);
        drawn.set(row, at);
        at.dataset['index'] = String(index);
        // The head is the first row of the table.
        at.ariaRowIndex = String(index + 2);
        if (at === place) place = at.nextElementSibling;
        else body.insertBefore(at, place);
      }
      setHeight(after, to - (shown.at(-1)?.end ?? from), (row) => body.append(row));
      // Measuring a row may ask for other rows at once, which must find these in place.
      for (const { index } of shown) {
        const at = drawn.get(rows[index] ?? 0);
        if (at) each(at);
      }
    },
    get: (row) => drawn.get(row),
    clear: () => clear(new Set()),
  };
};
