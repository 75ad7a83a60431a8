import type { RelationPair } from './kind-definition.ts';
import { kindDefinitions } from './kind-definitions.ts';

/** Relation → the same as the other side sees it: Backstage's pairs, both ways. */
export const backstageInverses: ReadonlyMap<string, string> = new Map(
  kindDefinitions.flatMap(({ relations }) =>
    relations.flatMap(({ relation, inverse }) => [
      [relation, inverse],
      [inverse, relation],
    ]),
  ),
);

/** The same relation as the other side sees it; `undefined` for types that neither Backstage nor `pairs` has. */
export function inverseOf(type: string, pairs: readonly RelationPair[]): string | undefined {
  const pair = pairs.find(({ relation, inverse }) => relation === type || inverse === type);
  return pair ? (pair.relation === type ? pair.inverse : pair.relation) : backstageInverses.get(type);
}

const leading: ReadonlySet<string> = new Set([
  'ownedBy',
  'partOf',
  'providesApi',
  'consumesApi',
  'dependsOn',
  'memberOf',
  'childOf',
]);

/** Of a pair of relations the one that is drawn as an arrow: from what needs or belongs to what is needed. */
export function isLeading(type: string, pairs: readonly RelationPair[]): boolean {
  const pair = pairs.find(({ relation, inverse }) => relation === type || inverse === type);
  return pair ? pair.relation === type : leading.has(type) || !backstageInverses.has(type);
}
