import type { CatalogEntity } from '../../catalog/entity.ts';
import type { Portal } from '../assemble-portal.ts';
import { targetsOf } from '../mention.ts';
import { partsOf } from '../urls.ts';
import { answeredFor, childTeams, teamsOf } from './hierarchy.ts';

/** Something that a team or a person answers for, and whose it is: its own, else the nearest team's or person's. */
export interface Responsibility {
  readonly ref: string;
  /** Absent: it is its own. */
  readonly through?: string;
}

/**
 * What a team or a person answers for, its own first. A team: what it, the teams below it and the people of all these own. A
 * person: what they own, and what their teams own themselves.
 */
export function responsibilities(portal: Portal, item: CatalogEntity): readonly Responsibility[] {
  return partsOf(item.ref).kind === 'user' ? ofPerson(portal, item) : ofTeam(portal, item);
}

function ofTeam(portal: Portal, item: CatalogEntity): readonly Responsibility[] {
  const teams = [item.ref, ...childTeams(portal, item).map(({ ref }) => ref)];
  const rank = new Map(teams.map((ref, index) => [ref, index]));
  const ranked = answeredFor(portal, item.ref).map((ref) => {
    const entity = portal.catalog.byRef.get(ref)?.entity;
    const owners = entity ? targetsOf(entity, 'ownedBy') : [];
    // People of the teams come after all teams; owners from elsewhere do not count.
    const known = owners
      .filter((owner) => rank.has(owner) || partsOf(owner).kind === 'user')
      .map((owner) => ({ owner, at: rank.get(owner) ?? teams.length }))
      .sort((a, b) => a.at - b.at)[0];
    return { ref, through: known?.owner, at: known?.at ?? teams.length };
  });
  return ranked
    .sort((a, b) => a.at - b.at)
    .map(({ ref, through }) => (through === undefined || through === item.ref ? { ref } : { ref, through }));
}

function ofPerson(portal: Portal, item: CatalogEntity): readonly Responsibility[] {
  const found = new Map<string, Responsibility>();
  for (const ref of targetsOf(item.entity, 'ownerOf')) found.set(ref, { ref });
  for (const team of teamsOf(item)) {
    const entity = portal.catalog.byRef.get(team)?.entity;
    for (const ref of entity ? targetsOf(entity, 'ownerOf') : []) {
      if (!found.has(ref)) found.set(ref, { ref, through: team });
    }
  }
  return [...found.values()];
}
