import { observeWindowOffset, observeWindowRect, Virtualizer, windowScroll } from '@tanstack/virtual-core';
import { startDrawnRows } from './drawn-rows.ts';

/** Rows that are drawn beyond the window, and how many a list may have to be drawn whole when the reader pauses. */
const [beyond, whole] = [8, 300];
/** Rows that are printed at most. */
const printed = 2000;
/** The bar of the page and the head of the table lie over the list's first row when it is scrolled to. */
const covered = 110;

/** A list of which only what is in the window is drawn. */
export interface RowList {
  /** Shows these rows from the first on; `isRedrawn`: what was drawn before has become wrong. */
  readonly show: (rows: readonly number[], isRedrawn?: boolean) => void;
  readonly scrollTo: (place: number) => void;
  /** Place of the first row in the window. */
  readonly firstShown: () => number;
  /** Gives the keyboard to the row at a place. */
  readonly focusRow: (place: number) => void;
  readonly length: () => number;
}

/** Takes a table's body over: its rows are drawn by `draw` as they come into the window. */
export const makeRowList = (body: HTMLTableSectionElement, draw: (row: number) => HTMLTableRowElement): RowList => {
  const table = body.closest('table') as HTMLTableElement;
  const height = body.rows.length > 0 ? body.getBoundingClientRect().height / body.rows.length : 60;
  const drawn = startDrawnRows(body, draw);
  let rows: readonly number[] = [];
  let overscan = beyond;
  let pause = 0;

  const options = () => ({
    count: rows.length,
    overscan,
    getScrollElement: () => window,
    estimateSize: () => height,
    getItemKey: (
      (shown) => (at: number) =>
        shown[at] ?? at
    )(rows),
    scrollMargin: body.getBoundingClientRect().top + scrollY,
    scrollPaddingStart: covered,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    onChange: () => render(),
  });
  const virtualizer = new Virtualizer<Window, HTMLTableRowElement>(options());
  const render = (): void => {
    const from = virtualizer.options.scrollMargin;
    const ends = { from, to: from + virtualizer.getTotalSize() };
    drawn.show(virtualizer.getVirtualItems(), rows, ends, virtualizer.measureElement);
  };
  const update = (): void => {
    virtualizer.setOptions(options());
    virtualizer._willUpdate();
    render();
  };
  const drawWhole = (limit: number): void => {
    overscan = rows.length <= limit ? limit : beyond;
    update();
  };
  const focusWhenDrawn = (place: number, tries: number): void => {
    const link = drawn.get(rows[place] ?? -1)?.querySelector('a');
    if (link) link.focus();
    else if (tries > 0) requestAnimationFrame(() => focusWhenDrawn(place, tries - 1));
  };

  virtualizer._didMount();
  addEventListener('resize', update);
  // Where the list begins depends on what stands above it, and on a phone facets unfold there.
  const above = new ResizeObserver(update);
  for (const part of document.querySelectorAll('[data-above-list]')) above.observe(part);
  addEventListener('beforeprint', () => drawWhole(printed));
  addEventListener('afterprint', () => drawWhole(whole));
  return {
    show: (wanted, isRedrawn = false) => {
      rows = wanted;
      if (isRedrawn) drawn.clear();
      overscan = beyond;
      table.ariaRowCount = String(rows.length + 1);
      update();
      // What is drawn whole is found by the browser's own search too.
      clearTimeout(pause);
      if (rows.length <= whole) pause = window.setTimeout(() => drawWhole(whole), 400);
    },
    scrollTo: (place) => virtualizer.scrollToIndex(place, { align: 'start' }),
    firstShown: () => virtualizer.getVirtualItemForOffset(scrollY + covered)?.index ?? 0,
    focusRow: (place) => {
      virtualizer.scrollToIndex(place, { align: 'auto' });
      focusWhenDrawn(place, 30);
    },
    length: () => rows.length,
  };
};
