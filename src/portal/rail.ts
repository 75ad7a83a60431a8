import type { CatalogEntity } from '../catalog/entity.ts';
import { docsOf, mentionOf, type Portal } from './assemble-portal.ts';
import { ownFields } from './field-values.ts';
import { kindRule } from './kinds.ts';
import { targetsOf, textOf } from './mention.ts';
import { hostFileUrl, partsOf, safeUrl } from './urls.ts';
import type { RailFact } from './views/entity.ts';
import type { TextLink } from './views/shared.ts';

/** Values of one field that the rail has room for. */
const fieldLimit = 12;

type Value = RailFact['values'][number];

/** The facts beside an entity: who, where, since when. Facts that it does not have are not there. */
export function railOf(portal: Portal, item: CatalogEntity): readonly RailFact[] {
  const { entity } = item;
  const linked = (type: string, kinds?: readonly string[]) =>
    targetsOf(entity, type)
      .filter((ref) => !kinds || kinds.includes(partsOf(ref).kind))
      .map((ref) => mentionValue(portal, ref));
  const facts: readonly RailFact[] = [
    { label: 'Owner', values: owners(portal, item) },
    { label: 'Contact', values: contact(item) },
    { label: 'Part of', values: [...linked('partOf'), ...linked('childOf')] },
    { label: 'Member of', values: entity.kind === 'User' ? linked('memberOf') : [] },
    ...fieldFacts(portal, item),
    { label: 'Documentation', values: documentation(portal, item) },
    { label: 'Links', values: links(item) },
    { label: 'Targets', values: targets(item) },
    { label: 'Labels', values: labels(item) },
  ];
  return facts.filter((fact) => fact.values.length > 0);
}

/** What the columns of its kind show of its own fields. */
function fieldFacts(portal: Portal, { entity }: CatalogEntity): readonly RailFact[] {
  return ownFields(kindRule(portal.catalog.model, entity.kind, portal.config.language), entity).map(
    ({ title, values }) => ({
      label: title,
      values: values.slice(0, fieldLimit).map(linkIfUrl),
    }),
  );
}

function linkIfUrl(text: string): Value {
  const url = /^https?:\/\//.test(text) ? safeUrl(text) : undefined;
  return { text, ...(url && { url, external: true }) };
}

function mentionValue(portal: Portal, ref: string): Value {
  const mention = mentionOf(portal, ref);
  const note = mention.url ? undefined : 'not in the catalog';
  return { text: mention.title, ...(mention.url && { url: mention.url }), ...(note && { note }) };
}

function owners(portal: Portal, item: CatalogEntity): readonly Value[] {
  const mark = ownerMark(portal, item);
  return targetsOf(item.entity, 'ownedBy').map((ref) => {
    const isInferred = mark && textOf(item.entity, 'owner')?.toLowerCase() === ref;
    const value = { ...mentionValue(portal, ref), ...(isInferred && { mark }) };
    const owner = portal.catalog.byRef.get(ref);
    if (!owner) return value;
    const people = targetsOf(owner.entity, 'hasMember').length;
    const profile = profileOf(owner);
    const note = people > 0 ? `${people} ${people === 1 ? 'person' : 'people'}` : profile.email;
    return { ...value, initials: initialsOf(value.text), ...(note && { note }) };
  });
}

/** Says that an owner is not the descriptor's own word. */
function ownerMark(portal: Portal, { ownerOrigin, source, stale }: CatalogEntity): Value['mark'] {
  if (!ownerOrigin) return undefined;
  const { path, line } = ownerOrigin;
  const repository = portal.repositoryBySlug.get(source.repository);
  const read = repository && stale ? { ...repository, commit: stale.commit } : repository;
  const url = read && hostFileUrl(read, path, 'blob', line);
  return {
    text: 'from CODEOWNERS',
    explanation: `The descriptor names no owner; line ${line} of ${path} does.`,
    place: `${path}:${line}`,
    ...(url && { url }),
  };
}

function contact(item: CatalogEntity): readonly Value[] {
  const { email } = profileOf(item);
  const known = contactOf(item);
  if (known) return [{ ...known, external: true }];
  return email ? [{ text: email }] : [];
}

/** The address of a team or a person, where their entity has one that can be written to. */
export function contactOf(item: CatalogEntity): TextLink | undefined {
  const { email } = profileOf(item);
  const url = email && safeUrl(`mailto:${email}`);
  return url ? { text: email, url } : undefined;
}

function profileOf({ entity }: CatalogEntity): { readonly email?: string } {
  const profile = entity.spec?.['profile'] as { readonly email?: unknown } | null | undefined;
  return typeof profile?.email === 'string' ? { email: profile.email } : {};
}

function initialsOf(title: string): string {
  const words = title.split(/[\s._-]+/).filter((word) => word !== '');
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}

function documentation(portal: Portal, item: CatalogEntity): readonly Value[] {
  const docs = docsOf(portal, item.ref);
  if (!docs) return [];
  const pages = docs.site.pages.length;
  return [{ text: pages === 1 ? '1 page' : `${pages} pages`, url: docs.url, note: docs.site.title }];
}

function links({ entity }: CatalogEntity): readonly Value[] {
  return (entity.metadata.links ?? []).map((link) => {
    const url = safeUrl(link.url);
    return { text: link.title ?? link.url, ...(url && { url, external: true }) };
  });
}

function targets({ entity }: CatalogEntity): readonly Value[] {
  if (entity.kind !== 'Location') return [];
  const target = textOf(entity, 'target');
  const many = entity.spec?.['targets'];
  const listed = Array.isArray(many) ? many.filter((text): text is string => typeof text === 'string') : [];
  return [...(target ? [target] : []), ...listed].map((text) => {
    const url = safeUrl(text);
    return { text, ...(url && { url, external: true }) };
  });
}

function labels({ entity }: CatalogEntity): readonly Value[] {
  return Object.entries(entity.metadata.labels ?? {}).map(([key, value]) => {
    const slash = key.lastIndexOf('/');
    const prefix = key.slice(0, Math.max(0, slash));
    return { text: `${key.slice(slash + 1)}: ${value}`, ...(prefix && { note: prefix }) };
  });
}
