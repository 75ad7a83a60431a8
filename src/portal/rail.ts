import type { CatalogEntity } from '../catalog/entity.ts';
import { docsOf, mentionOf, type Portal } from './assemble-portal.ts';
import { contactsOf, initialsOf, profileOf } from './contact.ts';
import { successions } from './entity/successions.ts';
import { ownFields } from './field-values.ts';
import { kindRule } from './kinds.ts';
import { linkGlyph } from './link-glyph.ts';
import { targetsOf, textOf } from './mention.ts';
import { hostFileUrl, partsOf, safeUrl } from './urls.ts';
import type { RailFact, RailValue } from './views/entity.ts';
import { type Texts, textsIn } from './views/text/texts.ts';

/** Values of one field, and links, that the rail has room for. */
const limits = { field: 12, links: 10 } as const;

/** The facts beside an entity: who, where, since when. Facts that it does not have are not there. */
export function railOf(portal: Portal, item: CatalogEntity): readonly RailFact[] {
  const { entity } = item;
  const text = textsIn(portal.config.language).entity;
  const { labels } = text;
  const linked = (type: string) => targetsOf(entity, type).map((ref) => mentionValue(portal, ref, text));
  const lifecycle = textOf(entity, 'lifecycle');
  const meaning = lifecycle === undefined ? undefined : lifecycleMeaning(lifecycle, text);
  const facts: readonly RailFact[] = [
    { id: 'owner', label: labels.owner, values: owners(portal, item) },
    { id: 'contact', label: labels.contact, values: contact(item) },
    { id: 'docs', label: labels.docs, values: documentation(portal, item) },
    { id: 'part-of', label: labels.partOf, values: [...linked('partOf'), ...linked('childOf')] },
    { id: 'member-of', label: labels.memberOf, values: entity.kind === 'User' ? linked('memberOf') : [] },
    { id: 'lifecycle', label: labels.lifecycle, values: meaning ? [{ text: lifecycle ?? '', note: meaning }] : [] },
    ...successions(portal, item),
    ...fieldFacts(portal, item),
    { id: 'links', label: labels.links, values: links(item) },
  ];
  return facts.filter((fact) => fact.values.length > 0);
}

function lifecycleMeaning(lifecycle: string, { lifecycles }: Texts['entity']): string | undefined {
  const known = lifecycle.toLowerCase();
  return Object.hasOwn(lifecycles, known) ? lifecycles[known] : undefined;
}

/** What the columns of its kind show of its own fields. */
function fieldFacts(portal: Portal, { entity }: CatalogEntity): readonly RailFact[] {
  return ownFields(kindRule(portal.catalog.model, entity.kind, portal.config.language), entity).map(
    ({ title, values }) => ({
      label: title,
      values: values.slice(0, limits.field).map(linkIfUrl),
    }),
  );
}

function linkIfUrl(text: string): RailValue {
  const url = /^https?:\/\//.test(text) ? safeUrl(text) : undefined;
  return { text, ...(url && { url, external: true }) };
}

function mentionValue(portal: Portal, ref: string, { notInCatalog }: Texts['entity']): RailValue {
  const mention = mentionOf(portal, ref);
  return { text: mention.title, ...(mention.url ? { url: mention.url } : { note: notInCatalog }) };
}

function owners(portal: Portal, item: CatalogEntity): readonly RailValue[] {
  const text = textsIn(portal.config.language).entity;
  const mark = ownerMark(portal, item);
  return targetsOf(item.entity, 'ownedBy').map((ref) => {
    const isInferred = mark && textOf(item.entity, 'owner')?.toLowerCase() === ref;
    const value = { ...mentionValue(portal, ref, text), ...(isInferred && { mark }) };
    const owner = portal.catalog.byRef.get(ref);
    if (!owner) return value;
    const people = targetsOf(owner.entity, 'hasMember').length;
    const contacts = contactsOf(owner);
    const { email } = profileOf(owner);
    const note = people > 0 ? text.people(people) : contacts.length === 0 ? email : undefined;
    return {
      ...value,
      initials: initialsOf(value.text),
      ...(note && { note }),
      ...(contacts.length > 0 && { contacts }),
    };
  });
}

/** Says that an owner is not the descriptor's own word. */
function ownerMark(portal: Portal, { ownerOrigin, source, stale }: CatalogEntity): RailValue['mark'] {
  if (!ownerOrigin) return undefined;
  const text = textsIn(portal.config.language).entity;
  const { path, line } = ownerOrigin;
  const repository = portal.repositoryBySlug.get(source.repository);
  const read = repository && stale ? { ...repository, commit: stale.commit } : repository;
  const url = read && hostFileUrl(read, path, 'blob', line);
  return {
    text: text.fromCodeowners,
    explanation: text.codeownersExplained(line, path),
    place: `${path}:${line}`,
    ...(url && { url }),
  };
}

function contact(item: CatalogEntity): readonly RailValue[] {
  if (!['group', 'user'].includes(partsOf(item.ref).kind)) return [];
  const { email } = profileOf(item);
  const url = email && safeUrl(`mailto:${email}`);
  return email ? [{ text: email, ...(url && { url, external: true }) }] : [];
}

function documentation(portal: Portal, item: CatalogEntity): readonly RailValue[] {
  const docs = docsOf(portal, item.ref);
  if (!docs) return [];
  const { pages } = textsIn(portal.config.language).entity;
  return [{ text: pages(docs.site.pages.length), url: docs.url, note: docs.site.title }];
}

function links({ entity }: CatalogEntity): readonly RailValue[] {
  return (entity.metadata.links ?? []).slice(0, limits.links).map((link) => {
    const url = safeUrl(link.url);
    return { text: link.title || link.url, glyph: linkGlyph(link), ...(url && { url, external: true }) };
  });
}
