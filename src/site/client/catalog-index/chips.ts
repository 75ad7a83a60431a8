import * as text from '@text/catalog';
import type { Facet } from '../../../portal/views/catalog-index/facet.ts';
import { type CatalogQuery, toggleValue, wholeIndex } from '../../../portal/views/catalog-index/query.ts';
import { element } from '../element.ts';

/** A filter in force: what people call it, and the view without it. */
export interface Filter {
  readonly title: string;
  readonly without: CatalogQuery;
}

/** All filters of a view, the words first. */
export const filtersOf = (query: CatalogQuery, facets: ReadonlyMap<string, Facet>): readonly Filter[] => {
  const words = query.text.trim();
  const titleOf = (field: string, value: string): string => {
    const facet = facets.get(field);
    return facet?.titles[facet.values.indexOf(value)] ?? value;
  };
  return [
    ...(words === '' ? [] : [{ title: text.words(words), without: { ...query, text: '' } }]),
    ...[...query.chosen].flatMap(([field, values]) =>
      values.map((value) => ({ title: titleOf(field, value), without: toggleValue(query, field, value) })),
    ),
  ];
};

/** The same view without any filter. */
export const unfiltered = ({ sort }: CatalogQuery): CatalogQuery => ({ ...wholeIndex, sort });

/** The filters in force, each with its way out, and the way out of all. */
export const drawChips = (place: Element, filters: readonly Filter[], query: CatalogQuery, ask: Ask): void => {
  const had = document.activeElement !== null && place.contains(document.activeElement);
  const chips = filters.map(({ title, without }) => {
    const chip = element('button', { type: 'button', 'aria-label': text.removeFilter(title) }, title, ' ×');
    chip.addEventListener('click', () => ask(without));
    return element('li', {}, chip);
  });
  const all = element('button', { type: 'button', class: 'cb-clear' }, text.clearAll);
  all.addEventListener('click', () => ask(unfiltered(query)));
  place.replaceChildren(...chips, ...(filters.length > 1 ? [element('li', {}, all)] : []));
  if (had) (place.querySelector('button') ?? document.querySelector<HTMLElement>('[data-catalog-text]'))?.focus();
};

/** Shows another view. */
export type Ask = (query: CatalogQuery) => void;
