import type { Portal } from '../assemble-portal.ts';
import { catalogIndexPath, urlOf } from '../urls.ts';
import type { CatalogFacet, CatalogIndexPage } from '../views/catalog.ts';
import { filterRows } from '../views/catalog-index/filter.ts';
import { wholeIndex, writeQuery } from '../views/catalog-index/query.ts';
import { textsIn } from '../views/text/texts.ts';
import { indexOf } from './kind-index.ts';

type Chosen = readonly (readonly [field: string, values: readonly string[]])[];

/** Lifecycles of what should no longer be used, lower case. */
const outdated = ['deprecated', 'end-of-life', 'eol', 'retired', 'sunset'];

/** Views that many ask for, where they find something and not everything. */
export function presetsOf(portal: Portal, kind: string, facets: readonly CatalogFacet[]): CatalogIndexPage['presets'] {
  const { base, language } = portal.config;
  const { preset: text } = textsIn(language).catalog;
  const { index } = indexOf(portal, kind);
  const lifecycles = index.facets.get('lifecycle')?.values.filter((value) => outdated.includes(value.toLowerCase()));
  const presets: readonly (readonly [text: string, chosen: Chosen, sort?: string])[] = [
    [
      text.deprecated,
      [
        ['lifecycle', lifecycles ?? []],
        ['dependents', ['production']],
      ],
      '-dependents',
    ],
    [text.unowned, [['owner', ['none']]]],
    [text.undocumented, [['docs', ['no']]]],
    [text.broken, [['problems', ['errors']]], '-problems'],
  ];
  const fields = new Set(facets.map(({ field }) => field));
  return presets.flatMap(([title, chosen, sort = '']) => {
    if (!chosen.every(([field, values]) => fields.has(field) && values.length > 0)) return [];
    const query = { ...wholeIndex, sort, chosen: new Map(chosen) };
    const count = filterRows(index, [...index.facets.values()], query).found.length;
    const url = urlOf(base, catalogIndexPath(kind)) + writeQuery(query);
    return count > 0 && count < index.count ? [{ text: title, count, url }] : [];
  });
}
