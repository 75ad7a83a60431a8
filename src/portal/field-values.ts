import type { Entity } from '../catalog/entity.ts';
import type { KindRule } from './backstage-kinds.ts';

/** Texts, numbers and yes or no at a path of an entity, as people read them; lists are gone through. In their order, each once. */
export function fieldValues(entity: Entity, path: readonly string[]): readonly string[] {
  let found: readonly unknown[] = [entity];
  for (const step of path) found = found.flatMap((value) => inside(value, step));
  return [...new Set(found.flatMap(textOf))];
}

/** What the columns of a kind show of an entity's own fields. */
export function ownFields(
  { columns }: KindRule,
  entity: Entity,
): readonly { readonly title: string; readonly values: readonly string[] }[] {
  return columns.flatMap(({ title, path }) => (path ? [{ title, values: fieldValues(entity, path) }] : []));
}

function inside(value: unknown, step: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => inside(item, step));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return [];
  return [(value as Readonly<Record<string, unknown>>)[step]].flat();
}

function textOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return typeof value === 'number' ? [String(value)] : [];
}
