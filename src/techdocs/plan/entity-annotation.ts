import type { CatalogEntity } from '../../catalog/entity.ts';

/** Value of an annotation that says something. */
export function annotation(entity: CatalogEntity, name: string): string | undefined {
  const value: unknown = entity.entity.metadata.annotations?.[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
