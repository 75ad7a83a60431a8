import type { KindDefinition, RelationPair } from './kind-definition.ts';
import { kindDefinitions } from './kind-definitions.ts';
import type { KindPresentation } from './kind-presentation.ts';

/** The kinds that a catalog knows, as one value: Backstage's, and those that the portal's owner declares. */
export interface CatalogModel {
  readonly definitions: readonly KindDefinition[];
  /** Names of all kinds, in the order of their definitions. */
  readonly kinds: readonly string[];
  /** The definition for a kind and, where it matters, its `spec.type`; `undefined` for unknown kinds. */
  readonly findKind: (kind: string, specType: unknown) => KindDefinition | undefined;
  /** How a known kind is spelled, given any capitalisation of it. */
  readonly spellingOf: (kind: string) => string | undefined;
  /** Relations that Backstage does not have. */
  readonly relationPairs: readonly RelationPair[];
  /** How kinds are shown, where a declaration says so, by their exact spelling. */
  readonly presentations: ReadonlyMap<string, KindPresentation>;
}

/** What a model may hold beside definitions of kinds. */
export type ModelExtras = Partial<Pick<CatalogModel, 'relationPairs' | 'presentations'>>;

/** Makes a model of definitions; several may share a kind when each has its own `specType`. */
export function makeModel(definitions: readonly KindDefinition[], extras: ModelExtras = {}): CatalogModel {
  const byKind = new Map<string, readonly KindDefinition[]>();
  for (const definition of definitions) {
    byKind.set(definition.kind, [...(byKind.get(definition.kind) ?? []), definition]);
  }
  const bySpelling = new Map([...byKind.keys()].map((kind) => [kind.toLowerCase(), kind]));
  return {
    definitions,
    kinds: [...byKind.keys()],
    findKind: (kind, specType) => {
      const known = byKind.get(kind);
      return (
        known?.find((definition) => definition.specType !== undefined && definition.specType === specType) ??
        known?.find((definition) => definition.specType === undefined)
      );
    },
    spellingOf: (kind) => bySpelling.get(kind.toLowerCase()),
    relationPairs: extras.relationPairs ?? [],
    presentations: extras.presentations ?? new Map(),
  };
}

/** Backstage's model and nothing beside it. */
export const backstageModel: CatalogModel = makeModel(kindDefinitions);
