import type { RelationPair } from '../../catalog/model/kind-definition.ts';
import type { GlyphName } from '../views/shared.ts';
import type { SubjectRelation } from './graph-input.ts';

/** Where a neighbour stands: to the left what leads here, to the right where this leads, below what belongs to it. */
export type Side = 'left' | 'right' | 'below';

/** How a relation is drawn. */
export interface Placement {
  readonly side: Side;
  /** Reads along the arrow: "checkout depends on orders". */
  readonly phrase: string;
  /** The arrow points from the focus to the neighbour. */
  readonly outward: boolean;
  /** Lower comes first. */
  readonly rank: number;
}

const inverses: Readonly<Record<string, string>> = {
  dependencyOf: 'dependsOn',
  apiConsumedBy: 'consumesApi',
  apiProvidedBy: 'providesApi',
  hasPart: 'partOf',
  ownerOf: 'ownedBy',
  hasMember: 'memberOf',
  childOf: 'parentOf',
};

const placements: Readonly<Record<string, { readonly asSource: Placement; readonly asTarget: Placement }>> = {
  dependsOn: {
    asSource: { side: 'right', phrase: 'depends on', outward: true, rank: 0 },
    asTarget: { side: 'left', phrase: 'depends on', outward: false, rank: 0 },
  },
  consumesApi: {
    asSource: { side: 'right', phrase: 'consumes', outward: true, rank: 1 },
    asTarget: { side: 'left', phrase: 'consumes', outward: false, rank: 1 },
  },
  providesApi: {
    asSource: { side: 'below', phrase: 'provides', outward: true, rank: 2 },
    asTarget: { side: 'right', phrase: 'provided by', outward: true, rank: 2 },
  },
  partOf: {
    asSource: { side: 'right', phrase: 'part of', outward: true, rank: 5 },
    asTarget: { side: 'left', phrase: 'part of', outward: false, rank: 3 },
  },
  parentOf: {
    asSource: { side: 'right', phrase: 'parent of', outward: true, rank: 3 },
    asTarget: { side: 'left', phrase: 'parent of', outward: false, rank: 3 },
  },
  memberOf: {
    asSource: { side: 'right', phrase: 'member of', outward: true, rank: 4 },
    asTarget: { side: 'left', phrase: 'member of', outward: false, rank: 4 },
  },
  ownedBy: {
    asSource: { side: 'right', phrase: 'owned by', outward: true, rank: 9 },
    asTarget: { side: 'right', phrase: 'owns', outward: true, rank: 8 },
  },
};

/** The same relation in the one direction that drawings use, so that both halves of a pair are drawn once. */
export function forwardRelation(relation: SubjectRelation, pairs: readonly RelationPair[]): SubjectRelation {
  const own = pairs.find(({ inverse }) => inverse === relation.type);
  if (own) return forwardOfPair(relation, own);
  const forward = Object.hasOwn(inverses, relation.type) ? inverses[relation.type] : undefined;
  return forward === undefined ? relation : { from: relation.to, to: relation.from, type: forward };
}

function forwardOfPair(relation: SubjectRelation, pair: RelationPair): SubjectRelation {
  // A relation that reads the same from both ends has no direction of its own: each pair is drawn one way.
  if (pair.relation === pair.inverse && relation.from < relation.to) return relation;
  return { from: relation.to, to: relation.from, type: pair.relation };
}

/** "certifiedBy" → "certified by". */
function words(type: string): string {
  return type
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .toLowerCase();
}

/** How a relation of `forwardRelation` reads: "depends on". */
export function relationPhrase(type: string, pairs: readonly RelationPair[]): string {
  const own = pairs.find(({ relation }) => relation === type);
  if (own) return own.title;
  return Object.hasOwn(placements, type) ? (placements[type]?.asSource.phrase ?? words(type)) : words(type);
}

/** Where the neighbour at the other end of a forward relation stands. Parts stand below what a component is made of. */
export function placeRelation(
  type: string,
  focusIsSource: boolean,
  focusGlyph: GlyphName,
  pairs: readonly RelationPair[],
): Placement {
  if (type === 'providesApi' && focusIsSource) return belowOf('provides', 2);
  if (type === 'partOf' && !focusIsSource && focusGlyph === 'component') return belowOf('has part', 3);
  const known = Object.hasOwn(placements, type) ? placements[type] : undefined;
  if (known !== undefined) return focusIsSource ? known.asSource : known.asTarget;
  return {
    side: focusIsSource ? 'right' : 'left',
    phrase: relationPhrase(type, pairs),
    outward: focusIsSource,
    rank: 7,
  };
}

function belowOf(phrase: string, rank: number): Placement {
  return { side: 'below', phrase, outward: true, rank };
}
