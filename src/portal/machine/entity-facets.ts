import type { Entity } from '../../catalog/entity.ts';
import type { Portal } from '../assemble-portal.ts';
import { catalogFolder } from './catalog-refs.ts';
import type { MachineFile } from './machine-file.ts';

type ValuesOf = (entity: Entity) => readonly unknown[];

const related =
  (type: string): ValuesOf =>
  ({ relations }) =>
    relations.filter((relation) => relation.type === type).map(({ targetRef }) => targetRef);
const ofSpec =
  (field: string): ValuesOf =>
  ({ spec }) => [spec?.[field]];

/** Facets by the names that Backstage's `GET /entity-facets` takes. */
const facets: readonly (readonly [name: string, valuesOf: ValuesOf])[] = [
  ['kind', ({ kind }) => [kind]],
  ['metadata.namespace', ({ metadata }) => [metadata.namespace]],
  ['metadata.tags', ({ metadata }) => metadata.tags ?? []],
  ['relations.childOf', related('childOf')],
  ['relations.memberOf', related('memberOf')],
  ['relations.ownedBy', related('ownedBy')],
  ['relations.partOf', related('partOf')],
  ['spec.lifecycle', ofSpec('lifecycle')],
  ['spec.owner', ofSpec('owner')],
  ['spec.system', ofSpec('system')],
  ['spec.type', ofSpec('type')],
];

/** `entity-facets.json`: how many entities have each value, as Backstage's `GET /entity-facets` answers. Sorted by value. */
export function entityFacets({ catalog: { entities } }: Portal): MachineFile {
  const counted = facets.map(([name, valuesOf]) => {
    const counts = new Map<string, number>();
    for (const { entity } of entities) {
      // A value counts once for each entity, however often it stands there.
      const texts = new Set(valuesOf(entity).filter(isScalar).map(String));
      for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    const rows = [...counts].map(([value, count]) => ({ value, count }));
    return [name, rows.sort((a, b) => (a.value < b.value ? -1 : 1))] as const;
  });
  const text = JSON.stringify({ facets: Object.fromEntries(counted) }, undefined, 1);
  return { path: `${catalogFolder}entity-facets.json`, text: `${text}\n` };
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
