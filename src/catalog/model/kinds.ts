import type { RelationField } from './kind-definition.ts';

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
