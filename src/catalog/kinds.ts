import type { KindDefinition, RelationField } from './kind-definition.ts';
import { kindDefinitions } from './kind-definitions.ts';

const byKind = new Map<string, readonly KindDefinition[]>();
for (const definition of kindDefinitions) {
  byKind.set(definition.kind, [...(byKind.get(definition.kind) ?? []), definition]);
}
const bySpelling = new Map([...byKind.keys()].map((kind) => [kind.toLowerCase(), kind]));

/** The names of all known kinds. */
export const knownKinds: readonly string[] = [...byKind.keys()];

/** The definition for a kind and, where it matters, its `spec.type`; `undefined` for unknown kinds. */
export function findKind(kind: string, specType: unknown): KindDefinition | undefined {
  const definitions = byKind.get(kind);
  return (
    definitions?.find((definition) => definition.specType !== undefined && definition.specType === specType) ??
    definitions?.find((definition) => definition.specType === undefined)
  );
}

/** How a known kind is spelled, given any capitalisation of it. */
export function spellingOfKind(kind: string): string | undefined {
  return bySpelling.get(kind.toLowerCase());
}

/** What fields mean in kinds that nobody has declared: only what every kind of Backstage agrees on. */
export const genericRelations: readonly RelationField[] = [
  { field: 'owner', relation: 'ownedBy', inverse: 'ownerOf', defaultKind: 'Group' },
  { field: 'system', relation: 'partOf', inverse: 'hasPart', defaultKind: 'System' },
  { field: 'dependsOn', relation: 'dependsOn', inverse: 'dependencyOf' },
];

/**
 * Whether a list of rules lets a kind be defined. Rules are kinds, `*`, or either with `!` in front; the last that
 * matches decides, and nothing is allowed that no rule names. Capitals do not matter.
 */
export function isKindAllowed(kind: string, rules: readonly string[]): boolean {
  const wanted = kind.toLowerCase();
  let allowed = false;
  for (const rule of rules) {
    const refuses = rule.startsWith('!');
    const named = (refuses ? rule.slice(1) : rule).toLowerCase();
    if (named === '*' || named === wanted) allowed = !refuses;
  }
  return allowed;
}
