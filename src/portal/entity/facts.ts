import type { CatalogEntity } from '../../catalog/entity.ts';
import type { Portal } from '../assemble-portal.ts';
import { textOf } from '../mention.ts';
import { safeUrl } from '../urls.ts';
import type { FactList } from '../views/entity-sections.ts';
import { textsIn } from '../views/text/texts.ts';
import { knownAnnotations, toldElsewhere } from './known-annotations.ts';

/** Facts of one list that a page has room for; the raw data has all. */
const mostFacts = 30;

type Fact = FactList['facts'][number];

/** What an entity says of itself beside its relations: where a Location leads, what is said of it elsewhere, its labels. */
export function factLists({ config }: Portal, item: CatalogEntity): readonly FactList[] {
  const text = textsIn(config.language).entity;
  const lists: readonly FactList[] = [
    { title: text.listTargets, facts: targets(item, text.target) },
    { title: text.listElsewhere, facts: known(item, text.annotations) },
    { title: text.listLabels, facts: labels(item) },
  ];
  return lists
    .filter(({ facts }) => facts.length > 0)
    .map(({ title, facts }) => ({ title, facts: facts.slice(0, mostFacts) }));
}

/** Annotations that no other part of a page shows. */
export function otherAnnotations({
  entity,
}: CatalogEntity): readonly { readonly name: string; readonly text: string }[] {
  return Object.entries(entity.metadata.annotations ?? {})
    .filter(([name]) => !toldElsewhere.has(name) && !isTold(name))
    .slice(0, mostFacts)
    .map(([name, text]) => ({ name, text: String(text) }));
}

function isTold(name: string): boolean {
  return Object.hasOwn(knownAnnotations, name);
}

function known({ entity }: CatalogEntity, titles: Readonly<Record<string, string>>): readonly Fact[] {
  const annotations = entity.metadata.annotations ?? {};
  return Object.entries(knownAnnotations).flatMap(([key, leads]) => {
    const written: unknown = Object.hasOwn(annotations, key) ? annotations[key] : undefined;
    if (typeof written !== 'string' || written.trim() === '') return [];
    const value = written.trim();
    const target = leads(value);
    const url = target === undefined ? undefined : safeUrl(target);
    return [{ name: titles[key] ?? key, origin: key, text: value, ...(url && { url }) }];
  });
}

function targets({ entity }: CatalogEntity, name: string): readonly Fact[] {
  if (entity.kind !== 'Location') return [];
  const target = textOf(entity, 'target');
  const many = entity.spec?.['targets'];
  const listed = Array.isArray(many) ? many.filter((text): text is string => typeof text === 'string') : [];
  return [...(target ? [target] : []), ...listed].map((text) => {
    const url = safeUrl(text);
    return { name, text, ...(url && { url }) };
  });
}

function labels({ entity }: CatalogEntity): readonly Fact[] {
  return Object.entries(entity.metadata.labels ?? {}).map(([key, value]) => {
    const slash = key.lastIndexOf('/');
    return { name: key.slice(slash + 1), ...(slash > 0 && { origin: key.slice(0, slash) }), text: String(value) };
  });
}
