import * as text from '@text/docs-home';
import { number } from '@text/format';
import { nothingHasName } from '@text/ui';
import type { DocsRow } from '../../../portal/views/docs-home.ts';
import { element, glyph } from '../element.ts';

const ownerOf = ({ owner }: DocsRow): readonly Node[] => {
  if (!owner) return [];
  const { text: name, url } = owner;
  return [
    url ? element('a', { href: url }, name) : element('span', { class: 'cb-unknown', title: nothingHasName }, name),
  ];
};

const counted = (count: number, noun: string): readonly (Node | string)[] => [
  `${number(count)} `,
  element('small', {}, noun),
];

/** The table row of a docs site: the same markup as `DocsRowCells.astro`. */
export const drawRow = (row: DocsRow, hasDecisions: boolean): HTMLTableRowElement => {
  const { entity, pages, decisions, time, untouched, mark, description } = row;
  const name = entity.url ? element('a', { href: entity.url }, entity.title) : element('span', {}, entity.title);
  return element(
    'tr',
    {},
    element(
      'td',
      {},
      element('a', { class: 'cb-strong', href: row.url }, row.title),
      ...(mark ? [element('small', { class: 'cb-earlier' }, mark)] : []),
      ...(description ? [element('p', { class: 'cb-description' }, description)] : []),
    ),
    element('td', {}, element('span', { class: 'cb-name' }, glyph(entity.glyph), name)),
    element('td', {}, ...ownerOf(row)),
    element('td', { class: 'cb-number' }, ...counted(pages, text.pages(pages))),
    ...(hasDecisions
      ? [element('td', { class: 'cb-number' }, ...(decisions > 0 ? counted(decisions, text.decisions(decisions)) : []))]
      : []),
    element(
      'td',
      { class: 'cb-when' },
      ...(time ? [element('time', { datetime: time, 'data-relative': '' }, time.slice(0, 10))] : []),
      ...(untouched ? [element('small', { class: 'cb-untouched' }, untouched)] : []),
    ),
  );
};
