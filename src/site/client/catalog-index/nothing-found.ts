import * as text from '@text/catalog';
import type { Facet } from '../../../portal/views/catalog-index/facet.ts';
import { filterRows } from '../../../portal/views/catalog-index/filter.ts';
import type { CatalogQuery } from '../../../portal/views/catalog-index/query.ts';
import type { RowIndex } from '../../../portal/views/catalog-index/row-index.ts';
import { element } from '../element.ts';
import { myTeams, starred } from '../personal/store.ts';
import { type Ask, type Filter, unfiltered } from './chips.ts';

/** What is known where nothing was found. */
export interface Nothing {
  readonly index: RowIndex;
  readonly facets: readonly Facet[];
  readonly filters: readonly Filter[];
  readonly query: CatalogQuery;
  readonly nouns: string;
  readonly settingsUrl: string;
  readonly ask: Ask;
}

/** Says that nothing was found, and which filter to let go of for how much. */
export const drawNothing = (nothing: Nothing): readonly Node[] => {
  const { index, facets, filters, query, nouns, ask } = nothing;
  const ways = filters
    .map((filter) => ({ ...filter, count: filterRows(index, facets, filter.without).found.length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const button = (label: string, to: CatalogQuery): HTMLElement => {
    const made = element('button', { type: 'button', class: 'cb-button' }, label);
    made.addEventListener('click', () => ask(to));
    return made;
  };
  return [
    element('p', { class: 'cb-empty-title' }, text.nothingFound(nouns)),
    ...personalHints(nothing),
    element(
      'p',
      { class: 'cb-ways' },
      ...ways.map(({ title, count, without }) => button(text.withoutFilter(title, count), without)),
      button(text.clearAll, unfiltered(query)),
    ),
  ];
};

const personalHints = ({ query, settingsUrl }: Nothing): readonly Node[] => [
  ...(query.chosen.has('starred') && starred().size === 0 ? [element('p', {}, text.starHow)] : []),
  ...(query.chosen.has('mine') && myTeams().size === 0
    ? [element('p', {}, text.chooseTeams, ' ', element('a', { href: settingsUrl }, text.settings))]
    : []),
];
