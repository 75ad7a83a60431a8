import * as text from '@text/quick-open';
import { element } from '../element.ts';
import { drawGlyph } from './draw-glyph.ts';
import type { Folded } from './fold.ts';
import { highlighted } from './highlight.ts';
import type { Row } from './row.ts';

/** Rows under a heading of their own; without a title they have none. */
export interface Group {
  readonly title?: string;
  readonly rows: readonly Row[];
}

/** What choosing a row does, in a word. */
const hintOf = ({ deed }: Row): string => {
  if (deed.does === 'open') return text.keys.open;
  return deed.does === 'complete' ? text.keys.complete : text.keys.act;
};

const drawRow = (row: Row, id: string, words: readonly Folded[]): HTMLElement => {
  const { deed } = row;
  const attributes = { id, role: 'option', 'aria-selected': 'false', class: 'cb-go-row' };
  const content = [
    drawGlyph(row.glyph),
    element('span', { class: 'cb-go-text', dir: 'auto' }, ...highlighted(row.text, words)),
    ...(row.count === undefined ? [] : [element('span', { class: 'cb-go-count' }, row.count)]),
    element('span', { class: 'cb-go-note', dir: 'auto' }, row.note),
    element('span', { class: 'cb-go-hint', 'aria-hidden': 'true' }, `${hintOf(row)} ↵`),
  ];
  // A link is one to the mouse and to its menu; the keyboard stays in the field.
  return deed.does === 'open'
    ? element('a', { ...attributes, href: deed.url, tabindex: '-1', draggable: 'false' }, ...content)
    : element('div', attributes, ...content);
};

/** Draws groups into a list box, one option for each row, numbered `<id>-0`, `<id>-1` … */
export const drawGroups = (list: HTMLElement, groups: readonly Group[], words: readonly Folded[]): void => {
  let number = 0;
  const drawn = groups.flatMap(({ title, rows }, index) => {
    const options = rows.map((row) => drawRow(row, `${list.id}-${number++}`, words));
    if (title === undefined) return options;
    const id = `${list.id}-group-${index}`;
    const heading = element('div', { id, class: 'cb-go-heading', role: 'presentation' }, title);
    return [element('div', { role: 'group', 'aria-labelledby': id }, heading, ...options)];
  });
  list.replaceChildren(...drawn);
};
