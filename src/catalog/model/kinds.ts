import type { RelationField } from './kind-definition.ts';

/** What fields mean in kinds that nobody has declared: only what every kind of Backstage agrees on. */
export const genericRelations: readonly RelationField[] = [
  { field: 'owner', relation: 'ownedBy', inverse: 'ownerOf', defaultKind: 'Group' },
  { field: 'system', relation: 'partOf', inverse: 'hasPart', defaultKind: 'System' },
  { field: 'dependsOn', relation: 'dependsOn', inverse: 'dependencyOf' },
];
