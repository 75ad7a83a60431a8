import * as counts from '@text/counts';
import type { CatalogRow } from '../../portal/views/catalog.ts';
import { spellProblems, worstProblem } from '../../portal/views/problem-values.ts';
import { element, glyph } from './element.ts';

const linked = (text: string, url: string | undefined): readonly (Node | string)[] =>
  url && text ? [element('a', { href: url }, text)] : [text];

const name = (row: CatalogRow, glyphName: string): readonly Node[] => [
  element(
    'span',
    { class: 'cb-name' },
    glyph(glyphName),
    element(
      'span',
      {},
      element('a', { href: row.url }, row.title),
      ...(row.mark ? [element('small', { class: 'cb-earlier' }, row.mark)] : []),
    ),
  ),
  ...(row.description ? [element('p', { class: 'cb-description' }, row.description)] : []),
];

const state = (tone: string, ...content: readonly (Node | string)[]): HTMLElement =>
  element('span', { class: `cb-state cb-${tone}` }, ...content);

const spelled = (row: CatalogRow): readonly HTMLElement[] => [
  element('small', {}, ' problems'),
  element('span', { class: 'cb-hidden' }, ` (${spellProblems(row, counts)})`),
];

const cells: Readonly<Record<string, (row: CatalogRow, glyphName: string) => readonly (Node | string)[]>> = {
  name,
  owner: (row) => linked(row.owner, row.ownerUrl),
  system: (row) => linked(row.system, row.systemUrl),
  type: (row) => [row.type],
  lifecycle: (row) => (row.lifecycle ? [state(row.lifecycle.tone, row.lifecycle.text)] : []),
  docs: (row) =>
    row.docsUrl ? [element('a', { href: row.docsUrl }, String(row.docsPages), element('small', {}, ' pages'))] : [],
  problems: (row) =>
    row.problems > 0
      ? [
          Object.assign(state(worstProblem(row), String(row.problems), ...spelled(row)), {
            title: spellProblems(row, counts),
          }),
        ]
      : [],
  tags: (row) => row.tags.map((tag) => element('span', { class: 'cb-tag' }, tag)),
};

const drawOwn = (title: string, values: readonly string[]): readonly (Node | string)[] =>
  values.length > 0 ? [element('small', {}, `${title} `), values.join(', ')] : [];

/** The table row of an entity: the same markup as `CatalogTable.astro`. */
export const drawRow = (
  row: CatalogRow,
  columns: readonly { readonly field: string; readonly title: string }[],
  glyphName: string,
): HTMLTableRowElement =>
  element(
    'tr',
    {},
    ...columns.map(({ field: column, title }) => {
      const own = row.fields?.[column];
      if (own) return element('td', { class: 'cb-own' }, ...drawOwn(title, own));
      const number = column === 'docs' || column === 'problems' ? 'cb-number' : undefined;
      const content = (cells[column]?.(row, glyphName) ?? []).filter((part) => part !== '');
      return element('td', { class: number }, ...content);
    }),
  );
