import type { CatalogEntity } from '../../catalog/entity.ts';
import type { DocsSite } from '../../techdocs/docs-site.ts';
import { docsOf, mentionOf, type Portal } from '../assemble-portal.ts';
import { docsPath, entityPath } from '../urls.ts';
import type { OfflineChoice } from '../views/offline.ts';
import { entityGroups } from '../views/offline.ts';
import { textsIn } from '../views/text/texts.ts';

/** Kinds that are saved with what belongs to them. */
const sets: Readonly<Record<string, 'team' | 'system' | 'domain'>> = {
  group: 'team',
  system: 'system',
  domain: 'domain',
};

/** What "Save for offline" saves on an entity's page: it and its docs; a team's things, the parts of a system or domain. */
export function entityChoice(portal: Portal, { ref, entity }: CatalogEntity): OfflineChoice | undefined {
  const { offline, language } = portal.config;
  if (offline === false) return undefined;
  const text = textsIn(language).offline;
  const { title } = mentionOf(portal, ref);
  const start = entityPath(ref);
  const set = sets[entity.kind.toLowerCase()];
  const id = set ? `${set}:${ref}` : ref;
  if (set) {
    const titles = { team: text.teamPart, system: text.systemPart, domain: text.domainPart };
    return { id, title: titles[set](title), start, what: { set: id } };
  }
  const docs = docsOf(portal, ref)?.site;
  const published = docs && docs.entityRef !== ref ? [groupOf(docsPath(docs.entityRef))] : [];
  const groups = [...entityGroups(start.slice('catalog/'.length, -1)), ...published];
  return { id, title: docs ? text.entityWithDocs(title) : title, start, what: { groups } };
}

/** What "Save for offline" saves on a page of docs: the whole site. */
export function docsChoice({ config }: Portal, { entityRef, title }: DocsSite): OfflineChoice | undefined {
  if (config.offline === false) return undefined;
  const start = docsPath(entityRef);
  const group = groupOf(start);
  return { id: group, title: textsIn(config.language).offline.docsOf(title), start, what: { groups: [group] } };
}

function groupOf(path: string): string {
  return path.replace(/\/$/, '');
}
