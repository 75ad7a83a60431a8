import * as text from '@text/catalog';
import { language } from '@text/format';
import type { CatalogRow } from '../../../portal/views/catalog.ts';
import { filterRows } from '../../../portal/views/catalog-index/filter.ts';
import type { CatalogQuery } from '../../../portal/views/catalog-index/query.ts';
import type { RowIndex } from '../../../portal/views/catalog-index/row-index.ts';
import { sortRows } from '../../../portal/views/catalog-index/sort.ts';
import { starred } from '../personal/store.ts';
import { keepInTabs } from './address.ts';
import { type Ask, drawChips, filtersOf } from './chips.ts';
import { drawRow } from './draw-row.ts';
import { startFacetPanel } from './facet-panel.ts';
import type { IndexParts } from './index-parts.ts';
import { drawNothing } from './nothing-found.ts';
import { personalFacets } from './personal-facets.ts';
import { makeRowList, type RowList } from './row-list.ts';
import { startTableHead } from './table-head.ts';

/** What the page shows of an index. */
export interface IndexView {
  /** Shows a view; the first time the list takes the place of the static page. */
  readonly show: (query: CatalogQuery) => RowList;
  /** Shows what the facets would find, and leaves the static page as it is. */
  readonly prepare: (query: CatalogQuery) => void;
  readonly listed: () => readonly CatalogRow[];
}

const tell = (parts: IndexParts, found: number, index: RowIndex, isFiltered: boolean): void => {
  const { nounOne = '', nounMany = '' } = parts.root.dataset;
  const whole = text.total(index.count, index.count === 1 ? nounOne : nounMany);
  parts.total.textContent = isFiltered ? text.found(found, index.count, nounMany) : whole;
  parts.copy.dataset['copy'] = location.href;
  for (const preset of parts.presets) preset.ariaCurrent = preset.href === location.href ? 'true' : null;
};

const fillPanels = (parts: IndexParts) => {
  const panels = parts.fieldsets.map(startFacetPanel);
  return (
    { chosen }: CatalogQuery,
    facets: ReturnType<typeof personalFacets>,
    counts: ReadonlyMap<string, Int32Array>,
  ) => {
    for (const { field, show } of panels) {
      const facet = facets.find((one) => one.field === field);
      if (facet) show(facet, counts.get(field) ?? new Int32Array(0), chosen.get(field) ?? []);
    }
    const used = [...chosen.values()].flat().length;
    parts.used.textContent = used > 0 ? `(${used})` : '';
  };
};

/** Makes the parts of a page show views of an index; `ask` is called for another view. */
export const makeIndexView = (
  parts: IndexParts,
  index: RowIndex,
  ask: Ask,
  sortBy: (sort: string) => void,
): IndexView => {
  const { nounMany = '', glyph = 'entity', settingsUrl = '' } = parts.root.dataset;
  const head = startTableHead(parts.head, sortBy);
  const fill = fillPanels(parts);
  let listed: readonly number[] = [];
  let list: RowList | undefined;

  const filter = (query: CatalogQuery) => {
    const facets = [...index.facets.values(), ...personalFacets(index)];
    const filtered = filterRows(index, facets, query);
    fill(query, facets, filtered.counts);
    listed = sortRows(index, filtered.found, query.sort, language);
    return facets;
  };
  const takeOver = (): RowList => {
    document.querySelector('[data-static-pages]')?.remove();
    return makeRowList(parts.body, (row) =>
      drawRow(index.rowAt(row), { columns: head.columns(), glyph, starred: starred() }),
    );
  };
  const show = (query: CatalogQuery): RowList => {
    const facets = filter(query);
    const filters = filtersOf(query, new Map(facets.map((facet) => [facet.field, facet])));
    const isRedrawn = head.show(query.sort, query.chosen.has('dependents') || query.sort.endsWith('dependents'));
    drawChips(parts.chips, filters, query, ask);
    tell(parts, listed.length, index, filters.length > 0);
    keepInTabs(query);
    parts.table.hidden = listed.length === 0;
    parts.empty.hidden = listed.length > 0;
    const nothing = { index, facets, filters, query, nouns: nounMany, settingsUrl, ask };
    parts.empty.replaceChildren(...(listed.length === 0 ? drawNothing(nothing) : []));
    list ??= takeOver();
    list.show(listed, isRedrawn);
    return list;
  };
  return { show, prepare: filter, listed: () => listed.map(index.rowAt) };
};
