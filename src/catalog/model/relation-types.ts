import { kindDefinitions } from './kind-definitions.ts';

const pairs = kindDefinitions.flatMap((definition) => definition.relations);
const inverses = new Map(
  pairs.flatMap(({ relation, inverse }) => [[relation, inverse] as const, [inverse, relation] as const]),
);

/** The same relation as the other side sees it; `undefined` for types that the model does not have. */
export function inverseOf(type: string): string | undefined {
  return inverses.get(type);
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
export function isLeading(type: string): boolean {
  return leading.has(type) || !inverses.has(type);
}
