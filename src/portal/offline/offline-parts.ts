import { groupDescendants, ownedInHierarchy } from '../../catalog/graph/ownership.ts';
import { reach } from '../../catalog/graph/walk.ts';
import type { Portal } from '../assemble-portal.ts';
import { kindsOf } from '../catalog-index.ts';
import { kindRule } from '../kinds.ts';
import type { MachineFile } from '../machine/machine-file.ts';
import { targetsOf } from '../mention.ts';
import { docsPath, entityPath } from '../urls.ts';
import { type OfflineParts, type OfflineSet, offlinePartsPath } from '../views/offline.ts';

/** What can be saved for reading without a network: docs, and the entities of each team, system, domain and kind. */
export function* offlinePartsFiles(portal: Portal): Generator<MachineFile> {
  if (portal.config.offline === false) return;
  yield { path: offlinePartsPath, text: JSON.stringify(offlineParts(portal)) };
}

function offlineParts(portal: Portal): OfflineParts {
  const refs = portal.catalog.entities.map(({ ref }) => ref);
  const placeOf = new Map(refs.map((ref, place) => [ref, place]));
  const places = (wanted: Iterable<string>): readonly number[] =>
    [...new Set(wanted)].flatMap((ref) => placeOf.get(ref) ?? []).sort((a, b) => a - b);
  const docs = portal.docsSites.map(({ title, entityRef }) => ({ title, group: groupOf(docsPath(entityRef)) }));
  return {
    version: 1,
    entities: refs.map((ref) => groupOf(entityPath(ref)).slice('catalog/'.length)),
    docs: docs.toSorted((a, b) => compare(a.title, b.title)),
    borrowed: Object.fromEntries(
      [...portal.docsByEntity]
        .filter(([ref, publisher]) => ref !== publisher && placeOf.has(ref) && portal.siteByRef.has(publisher))
        .map(([ref, publisher]) => [placeOf.get(ref), groupOf(docsPath(publisher))]),
    ),
    sets: [
      ...setsOf(portal, 'group', 'team', places, (ref) => teamRefs(portal, ref)),
      ...setsOf(portal, 'system', 'system', places, (ref) => partRefs(portal, ref)),
      ...setsOf(portal, 'domain', 'domain', places, (ref) => partRefs(portal, ref)),
      ...kindSets(portal, places),
    ],
  };
}

function setsOf(
  portal: Portal,
  kind: string,
  type: OfflineSet['type'],
  places: (refs: Iterable<string>) => readonly number[],
  refsOf: (ref: string) => Iterable<string>,
): readonly OfflineSet[] {
  return (portal.byKind.get(kind) ?? [])
    .map(({ ref }) => ({ type, id: ref, title: portal.mentions.get(ref)?.title ?? ref, entities: places(refsOf(ref)) }))
    .sort((a, b) => compare(a.title, b.title));
}

/** A team, the teams below it, their people, and what all of them own. */
function teamRefs({ catalog }: Portal, ref: string): readonly string[] {
  const teams = [ref, ...groupDescendants(catalog, ref).map((reached) => reached.ref)];
  const people = teams.flatMap((team) => {
    const item = catalog.byRef.get(team);
    return item ? targetsOf(item.entity, 'hasMember') : [];
  });
  return [...teams, ...people, ...ownedInHierarchy(catalog, ref)];
}

/** A system or domain and everything that is part of it, at whatever depth. */
function partRefs({ catalog }: Portal, ref: string): readonly string[] {
  return reach(catalog, [ref], 'hasPart').map((reached) => reached.ref);
}

function kindSets(portal: Portal, places: (refs: Iterable<string>) => readonly number[]): readonly OfflineSet[] {
  const { catalog, config } = portal;
  return kindsOf(portal).map((kind) => {
    const items = portal.byKind.get(kind) ?? [];
    const title = kindRule(catalog.model, items[0]?.entity.kind ?? kind, config.language).plural;
    return { type: 'kind', id: kind, title, entities: places(items.map(({ ref }) => ref)) };
  });
}

function groupOf(path: string): string {
  return path.replace(/\/$/, '');
}

function compare(left: string, right: string): number {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}
