import * as text from '@text/catalog';
import { type Facet, makeFacet, placeOfValue } from '../../../portal/views/catalog-index/facet.ts';
import type { RowIndex } from '../../../portal/views/catalog-index/row-index.ts';
import { myTeams, starred } from '../personal/store.ts';

/** Facets of what only this browser knows: which rows have a star, and which are the reader's teams'. */
export const personalFacets = (index: RowIndex): readonly Facet[] => [
  personalFacet('starred', text.starred, index, hasStar(index)),
  personalFacet('mine', text.mine, index, isMine(index)),
];

const personalFacet = (field: string, title: string, { count }: RowIndex, has: (row: number) => boolean): Facet =>
  makeFacet({ field, values: ['yes'], titles: [title], count, nodesOf: (row) => (has(row) ? [0] : []) });

const hasStar = ({ refAt }: RowIndex): ((row: number) => boolean) => {
  const stars = starred();
  return stars.size === 0 ? () => false : (row) => stars.has(refAt(row));
};

/** What a team or one below it owns, who is in it, and the team itself with those below it. */
const isMine = ({ facets, refAt }: RowIndex): ((row: number) => boolean) => {
  const teams = myTeams();
  if (teams.size === 0) return () => false;
  const related = [facets.get('owner'), facets.get('system')].flatMap((facet) =>
    facet ? [{ facet, places: new Set([...teams].map((team) => placeOfValue(facet, team))) }] : [],
  );
  const has = ({ facet, places }: (typeof related)[number], row: number): boolean =>
    facet.nodes.subarray(facet.starts[row], facet.starts[row + 1]).some((node) => places.has(node));
  return (row) => teams.has(refAt(row)) || related.some((each) => has(each, row));
};
