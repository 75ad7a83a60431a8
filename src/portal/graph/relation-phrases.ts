import type { RelationPair } from '../../catalog/model/kind-definition.ts';
import { type Language, type Texts, textsIn } from '../views/text/texts.ts';
import type { NeighbourhoodInput, SubjectRelation } from './graph-input.ts';

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

/** A placement before its words are known: the relation is one of Backstage's. */
interface Place extends Omit<Placement, 'phrase'> {
  readonly relation: keyof Texts['kinds']['relations'];
}

const places: Readonly<Record<string, { readonly asSource: Place; readonly asTarget: Place }>> = {
  dependsOn: {
    asSource: { side: 'right', relation: 'dependsOn', outward: true, rank: 0 },
    asTarget: { side: 'left', relation: 'dependsOn', outward: false, rank: 0 },
  },
  consumesApi: {
    asSource: { side: 'right', relation: 'consumesApi', outward: true, rank: 1 },
    asTarget: { side: 'left', relation: 'consumesApi', outward: false, rank: 1 },
  },
  providesApi: {
    asSource: { side: 'below', relation: 'providesApi', outward: true, rank: 2 },
    asTarget: { side: 'right', relation: 'apiProvidedBy', outward: true, rank: 2 },
  },
  partOf: {
    asSource: { side: 'right', relation: 'partOf', outward: true, rank: 5 },
    asTarget: { side: 'left', relation: 'partOf', outward: false, rank: 3 },
  },
  parentOf: {
    asSource: { side: 'right', relation: 'parentOf', outward: true, rank: 3 },
    asTarget: { side: 'left', relation: 'parentOf', outward: false, rank: 3 },
  },
  memberOf: {
    asSource: { side: 'right', relation: 'memberOf', outward: true, rank: 4 },
    asTarget: { side: 'left', relation: 'memberOf', outward: false, rank: 4 },
  },
  ownedBy: {
    asSource: { side: 'right', relation: 'ownedBy', outward: true, rank: 9 },
    asTarget: { side: 'right', relation: 'ownerOf', outward: true, rank: 8 },
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
export function relationPhrase(type: string, pairs: readonly RelationPair[], language: Language): string {
  const own = pairs.find(({ relation }) => relation === type);
  if (own) return own.title;
  const known: Readonly<Record<string, string>> = textsIn(language).kinds.relations;
  return Object.hasOwn(known, type) ? (known[type] ?? words(type)) : words(type);
}

/** Where the neighbour at the other end of a forward relation stands. Parts stand below what a component is made of. */
export function placeRelation(
  type: string,
  focusIsSource: boolean,
  { focus: { glyph }, pairs = [], language = 'en' }: Pick<NeighbourhoodInput, 'focus' | 'pairs' | 'language'>,
): Placement {
  const { graph, kinds } = textsIn(language);
  if (type === 'providesApi' && focusIsSource) return belowOf(kinds.relations.providesApi, 2);
  if (type === 'partOf' && !focusIsSource && glyph === 'component') return belowOf(graph.hasPart, 3);
  const known = Object.hasOwn(places, type) ? places[type] : undefined;
  if (known !== undefined) {
    const { relation, ...place } = focusIsSource ? known.asSource : known.asTarget;
    return { ...place, phrase: kinds.relations[relation] };
  }
  return {
    side: focusIsSource ? 'right' : 'left',
    phrase: relationPhrase(type, pairs, language),
    outward: focusIsSource,
    rank: 7,
  };
}

function belowOf(phrase: string, rank: number): Placement {
  return { side: 'below', phrase, outward: true, rank };
}
