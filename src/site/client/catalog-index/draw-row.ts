import * as text from '@text/catalog';
import * as counts from '@text/counts';
import { number } from '@text/format';
import type { CatalogColumn, CatalogPlace, CatalogRow } from '../../../portal/views/catalog.ts';
import { spellProblems, worstProblem } from '../../../portal/views/problem-values.ts';
import { element, glyph } from '../element.ts';

type Content = readonly (Node | string)[];

/** What every row of a list has in common. */
export interface RowLook {
  readonly columns: readonly CatalogColumn[];
  readonly glyph: string;
  readonly starred: ReadonlySet<string>;
}

const linked = ({ title, url }: CatalogPlace): Node | string => (url ? element('a', { href: url }, title) : title);

const listed = (places: readonly CatalogPlace[]): Content =>
  places.flatMap((place, at) => (at === 0 ? [linked(place)] : [', ', linked(place)]));

const star = ({ ref, title }: CatalogRow, { glyph: glyphName, starred }: RowLook): HTMLElement =>
  element(
    'button',
    {
      class: 'cb-star',
      type: 'button',
      'data-star': ref,
      'data-title': title,
      'data-glyph': glyphName,
      'aria-pressed': String(starred.has(ref)),
      'aria-label': text.star(title),
    },
    glyph('star'),
  );

const name = (row: CatalogRow, look: RowLook): Content => [
  element(
    'span',
    { class: 'cb-name' },
    glyph(look.glyph),
    element(
      'span',
      {},
      element('a', { href: row.url }, row.title),
      ...(row.mark ? [element('small', { class: 'cb-earlier' }, row.mark)] : []),
    ),
    star(row, look),
  ),
  ...(row.description ? [element('p', { class: 'cb-description' }, row.description)] : []),
];

const state = (tone: string, ...content: Content): HTMLElement =>
  element('span', { class: `cb-state cb-${tone}` }, ...content);

const problems = (row: CatalogRow): Content => {
  if (row.problems === 0) return [];
  const spelled = spellProblems(row, counts);
  const label = element('small', {}, ` ${text.problemsOf}`);
  const hidden = element('span', { class: 'cb-hidden' }, ` (${spelled})`);
  return [Object.assign(state(worstProblem(row), number(row.problems), label, hidden), { title: spelled })];
};

const cells: Readonly<Record<string, (row: CatalogRow, look: RowLook) => Content>> = {
  name,
  owner: ({ owners }) => listed(owners),
  system: ({ parts }) => listed(parts),
  type: ({ type }) => [type],
  lifecycle: ({ lifecycle }) => (lifecycle ? [state(lifecycle.tone, lifecycle.text)] : []),
  docs: ({ docsUrl, docsPages }) =>
    docsUrl ? [element('a', { href: docsUrl }, number(docsPages), element('small', {}, ` ${text.pages}`))] : [],
  problems,
  dependents: ({ inProduction }) =>
    inProduction > 0 ? [element('small', {}, `${text.dependentsColumn} `), number(inProduction)] : [],
  tags: ({ tags }) => tags.map((tag) => element('span', { class: 'cb-tag' }, tag)),
};

const numeric = new Set(['docs', 'problems', 'dependents']);

const own = (title: string, values: readonly string[]): Content =>
  values.length > 0 ? [element('small', {}, `${title} `), values.join(', ')] : [];

/** The table row of an entity: the same markup as `CatalogTable.astro`, and its star. */
export const drawRow = (row: CatalogRow, look: RowLook): HTMLTableRowElement =>
  element(
    'tr',
    {},
    ...look.columns.map(({ field, title, isOwn }) => {
      if (isOwn) return element('td', { class: 'cb-own' }, ...own(title, row.fields?.[field] ?? []));
      const content = (cells[field]?.(row, look) ?? []).filter((part) => part !== '');
      return element('td', { class: numeric.has(field) ? 'cb-number' : undefined }, ...content);
    }),
  );
