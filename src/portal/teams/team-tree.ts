import type { CatalogEntity } from '../../catalog/entity.ts';
import { mentionOf, type Portal } from '../assemble-portal.ts';
import { targetsOf } from '../mention.ts';
import { partsOf } from '../urls.ts';
import type { TeamNode, TeamTree } from '../views/teams.ts';
import { textsIn } from '../views/text/texts.ts';
import { answeredFor, membersOf, teamsOf } from './hierarchy.ts';

/** Teams that a tree has room for, and children of one team. */
const limits = { teams: 60, children: 20 } as const;

/**
 * Where a team stands: its parents, itself, and what is below it, as far as a page has room; for a person, their teams below
 * their parents. A team that comes up again below itself is shown once. `undefined`: there is nothing to be seen.
 */
export function teamTree(portal: Portal, item: CatalogEntity): TeamTree | undefined {
  const isPerson = partsOf(item.ref).kind === 'user';
  const focus = isPerson ? teamsOf(item) : [item.ref];
  if (focus.length === 0) return undefined;
  const chosen = choose(portal, focus, !isPerson);
  if (!isPerson && chosen.size === 1) return undefined;
  const current = new Set(focus);
  const children = Map.groupBy(chosen.entries(), ([, parent]) => parent ?? '');
  const nodeOf = (ref: string): TeamNode => {
    const below = [...(children.get(ref) ?? [])].map(([child]) => child);
    const all = childrenOf(portal, ref).filter((child) => portal.catalog.byRef.has(child));
    // Above the team only the way to it is shown; what is beside it is no news.
    const isWhole = current.has(ref) || isBelow(ref, chosen, current);
    return {
      team: mentionOf(portal, ref),
      current: current.has(ref),
      note: noteOf(portal, ref),
      children: below.map(nodeOf),
      more: isWhole && !isPerson ? all.filter((child) => !chosen.has(child)).length : 0,
    };
  };
  return { roots: [...(children.get('') ?? [])].map(([root]) => nodeOf(root)) };
}

/** Team → the team that it is shown below; `undefined`: at the top. Parents first, so that no team is its own ancestor. */
function choose(portal: Portal, focus: readonly string[], withBelow: boolean): ReadonlyMap<string, string | undefined> {
  const chosen = new Map<string, string | undefined>();
  for (const ref of focus) {
    const path = [ref];
    for (let at = parentOf(portal, ref, path); at !== undefined; at = parentOf(portal, at, path)) path.unshift(at);
    for (const [index, team] of path.entries()) if (!chosen.has(team)) chosen.set(team, path[index - 1]);
  }
  if (!withBelow) return chosen;
  const queue = [...focus];
  for (let next = queue.shift(); next !== undefined && chosen.size < limits.teams; next = queue.shift()) {
    const below = childrenOf(portal, next).filter((child) => portal.catalog.byRef.has(child) && !chosen.has(child));
    for (const child of below.slice(0, Math.min(limits.children, limits.teams - chosen.size))) {
      chosen.set(child, next);
      queue.push(child);
    }
  }
  return chosen;
}

function parentOf(portal: Portal, ref: string, path: readonly string[]): string | undefined {
  const entity = portal.catalog.byRef.get(ref)?.entity;
  return entity && targetsOf(entity, 'childOf').find((parent) => !path.includes(parent));
}

function childrenOf(portal: Portal, ref: string): readonly string[] {
  const entity = portal.catalog.byRef.get(ref)?.entity;
  return entity ? targetsOf(entity, 'parentOf') : [];
}

function isBelow(ref: string, chosen: ReadonlyMap<string, string | undefined>, current: ReadonlySet<string>): boolean {
  for (let at = chosen.get(ref); at !== undefined; at = chosen.get(at)) if (current.has(at)) return true;
  return false;
}

function noteOf(portal: Portal, ref: string): string {
  const team = portal.catalog.byRef.get(ref);
  const text = textsIn(portal.config.language).teams;
  const people = team ? membersOf(team).length : 0;
  const owned = team ? answeredFor(portal, ref).length : 0;
  return [...(people > 0 ? [text.peopleShort(people)] : []), ...(owned > 0 ? [text.owns(owned)] : [])].join(', ');
}
