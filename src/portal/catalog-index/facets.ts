import type { Portal } from '../assemble-portal.ts';
import type { CatalogFacet } from '../views/catalog.ts';
import { countAll, type Facet } from '../views/catalog-index/facet.ts';
import { facetLines, plainLook } from '../views/catalog-index/facet-lines.ts';
import { textsIn } from '../views/text/texts.ts';
import { indexOf } from './kind-index.ts';
import { ruleOf } from './rows.ts';

/** A facet with more values than this has a field to look for one. */
const looked = 12;

/** Facets of a kind with counts, in the order in which people narrow; one with nothing to choose from is left out. */
export function facetsOf(portal: Portal, kind: string): readonly CatalogFacet[] {
  const { facets } = indexOf(portal, kind).index;
  return titledFacets(portal, kind).flatMap(([field, title]) => {
    const facet = facets.get(field);
    return facet && isChoice(facet) ? [viewOf(facet, title)] : [];
  });
}

function titledFacets(portal: Portal, kind: string): readonly (readonly [field: string, title: string])[] {
  const { facets: text } = textsIn(portal.config.language).catalog;
  const own = ruleOf(portal, kind).columns.flatMap(({ field, title, isFacet }) =>
    isFacet ? [[field, title] as const] : [],
  );
  return [
    ['lifecycle', text.lifecycle],
    ['owner', kind === 'user' ? text.team : text.owner],
    ['type', text.type],
    ['system', kind === 'group' ? text.partOf : text.system],
    ['domain', kind === 'domain' ? text.partOf : text.domain],
    ...own,
    ['tags', text.tags],
    ['docs', text.docs],
    ['problems', text.problems],
    ['dependents', text.dependents],
    ['namespace', text.namespace],
    ['source', text.source],
  ];
}

/** Whether some rows have what others have not. */
function isChoice(facet: Facet): boolean {
  const rows = facet.starts.length - 1;
  return countAll(facet).some((count) => count > 0 && count < rows);
}

function viewOf(facet: Facet, title: string): CatalogFacet {
  const { field, values } = facet;
  return { field, title, ...facetLines(facet, countAll(facet), plainLook), isSearched: values.length > looked };
}
