import type { Catalog, CatalogEntity, Entity } from '../catalog/entity.ts';
import type { PortalConfig } from '../config/config.ts';
import { kindRule } from './kinds.ts';
import { entityPath, urlOf } from './urls.ts';
import type { EntityMention, Lifecycle } from './views/shared.ts';

/** How an entity is mentioned wherever it is listed; `mark` says that it is shown as it was. */
export function mentionEntity(
  item: CatalogEntity,
  { byRef, model }: Pick<Catalog, 'byRef' | 'model'>,
  { base, language }: Pick<PortalConfig, 'base' | 'language'>,
  mark?: string,
): EntityMention {
  const { entity, ref } = item;
  const { glyph, title: kind } = kindRule(model, entity.kind, language);
  const type = textOf(entity, 'type');
  const lifecycle = textOf(entity, 'lifecycle');
  const owner = ownerOf(entity, byRef, base);
  return {
    ref,
    title: titleOf(entity),
    glyph,
    url: urlOf(base, entityPath(ref)),
    kind,
    ...(type && { type }),
    ...(entity.metadata.description && { description: firstParagraph(entity.metadata.description) }),
    ...(lifecycle && { lifecycle: lifecycleOf(lifecycle) }),
    ...(owner && { owner }),
    ...(mark !== undefined && { mark }),
  };
}

/** What people call an entity: its title, a person's or team's display name, else its name. */
export function titleOf(entity: Entity): string {
  const profile = entity.spec?.['profile'];
  const displayName =
    typeof profile === 'object' && profile !== null && !Array.isArray(profile)
      ? (profile as { readonly displayName?: unknown }).displayName
      : undefined;
  if (entity.metadata.title) return entity.metadata.title;
  return typeof displayName === 'string' && displayName !== '' ? displayName : entity.metadata.name;
}

/** A field of the spec that holds text; `undefined` for anything else. */
export function textOf(entity: Entity, field: string): string | undefined {
  const value = entity.spec?.[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Targets of an entity's relations of one type, sorted. */
export function targetsOf(entity: Entity, type: string): readonly string[] {
  return entity.relations.filter((relation) => relation.type === type).map((relation) => relation.targetRef);
}

/** A lifecycle with its tone; Backstage's usual values and their synonyms have one of their own. */
export function lifecycleOf(text: string): Lifecycle {
  return { text, tone: tones[text.toLowerCase()] ?? 'quiet' };
}

const tones: Readonly<Record<string, Lifecycle['tone']>> = {
  production: 'good',
  ga: 'good',
  stable: 'good',
  active: 'good',
  deprecated: 'warn',
  maintenance: 'warn',
  retired: 'bad',
  'end-of-life': 'bad',
};

function ownerOf(entity: Entity, byRef: ReadonlyMap<string, CatalogEntity>, base: string): EntityMention['owner'] {
  const ref = targetsOf(entity, 'ownedBy')[0];
  if (!ref) {
    const written = textOf(entity, 'owner');
    return written === undefined ? undefined : { text: written };
  }
  const owner = byRef.get(ref);
  if (!owner) return { text: ref.slice(ref.indexOf('/') + 1) };
  return { text: titleOf(owner.entity), url: urlOf(base, entityPath(ref)) };
}

function firstParagraph(text: string): string {
  const paragraph = text.trim().split(/\n\s*\n/)[0] ?? '';
  const plain = paragraph.replace(/\s+/g, ' ').replace(/[*_`]|!?\[([^\]]*)\]\([^)]*\)/g, '$1');
  return plain.length > 220 ? `${plain.slice(0, 217).trimEnd()}…` : plain;
}
