import type { CatalogEntity } from '../../catalog/entity.ts';
import { mentionOf, type Portal } from '../assemble-portal.ts';
import { contactOf, initialsOf } from '../contact.ts';
import { catalogIndexPath, urlOf } from '../urls.ts';
import { shortRef } from '../views/catalog-index/place-ref.ts';
import { wholeIndex, writeQuery } from '../views/catalog-index/query.ts';
import type { PeopleSection, Person } from '../views/teams.ts';
import { textsIn } from '../views/text/texts.ts';
import { childTeams, membersOf } from './hierarchy.ts';

/** People of the team, teams below it, and people of one of those that a page has room for. */
const limits = { people: 40, teams: 20, peopleOfTeam: 8 } as const;

/** The people of a team and of the teams below it; each once, with the nearest of their teams. */
export function peopleSection(portal: Portal, item: CatalogEntity): PeopleSection | undefined {
  const own = membersOf(item);
  const seen = new Set(own);
  const below = childTeams(portal, item).flatMap((team) => {
    const people = membersOf(team).filter((ref) => !seen.has(ref));
    for (const ref of people) seen.add(ref);
    return people.length === 0 ? [] : [{ team, people }];
  });
  if (seen.size === 0) return undefined;
  const text = textsIn(portal.config.language).teams;
  const all = urlOf(portal.config.base, catalogIndexPath('user'));
  const shown = below.slice(0, limits.teams);
  return {
    note: text.peopleNote(own.length, seen.size),
    people: own.slice(0, limits.people).map((ref) => personOf(portal, ref)),
    ...(own.length > limits.people && {
      more: { text: text.more(own.length - limits.people), url: listUrl(portal, item) },
    }),
    below: shown.map(({ team, people }) => ({
      team: mentionOf(portal, team.ref),
      people: people.slice(0, limits.peopleOfTeam).map((ref) => mentionOf(portal, ref)),
      more: Math.max(0, people.length - limits.peopleOfTeam),
    })),
    belowTitle: text.alsoBelow(below.length),
    ...(below.length > shown.length && {
      moreBelow: { text: text.moreTeams(below.length - shown.length), url: all },
    }),
  };
}

function listUrl(portal: Portal, { ref }: CatalogEntity): string {
  const chosen = new Map([['owner', [shortRef(ref, 'group')]]]);
  return urlOf(portal.config.base, catalogIndexPath('user')) + writeQuery({ ...wholeIndex, chosen });
}

function personOf(portal: Portal, ref: string): Person {
  const entity = mentionOf(portal, ref);
  const item = portal.catalog.byRef.get(ref);
  const email = item && contactOf(item);
  return {
    entity,
    initials: initialsOf(entity.title),
    ...(entity.description && { role: entity.description }),
    ...(email && { email }),
  };
}
