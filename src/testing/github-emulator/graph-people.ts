import { GraphQLError } from 'graphql';
import type { Account, Team } from './github-model.ts';
import { describePage, type PageArguments } from './graph-page.ts';
import { nodeId } from './rest-answers.ts';

/** What the graph says of people. */
export interface PeopleGraph {
  readonly organisation: (login: string) => Account | undefined;
  readonly teamsOf: (organisation: Account) => readonly Team[];
  readonly membersOf: (organisation: Account) => readonly Account[];
}

interface TeamArguments extends PageArguments {
  readonly privacy?: 'VISIBLE' | 'SECRET';
}

/** The fields of `Query.organization` that are emulated. */
export function describeOrganisation(graph: PeopleGraph, login: string): Record<string, unknown> {
  const organisation = graph.organisation(login);
  if (!organisation) {
    const message = `Could not resolve to an Organization with the login of '${login}'.`;
    throw new GraphQLError(message, { extensions: { type: 'NOT_FOUND' } });
  }
  const teams = graph.teamsOf(organisation);
  return {
    __typename: 'Organization',
    login: organisation.login,
    teams: ({ privacy, ...page }: TeamArguments) => {
      const seen = teams.filter(({ secret }) => privacy === undefined || secret === (privacy === 'SECRET'));
      return describePage(seen, page, ({ slug }) => slug, describeTeam);
    },
    team: ({ slug }: { readonly slug: string }) => {
      const team = teams.find((each) => each.slug === slug);
      return team ? describeTeam(team) : null;
    },
    membersWithRole: (page: PageArguments) =>
      describePage(graph.membersOf(organisation), page, ({ login: name }) => name, describePerson),
  };
}

function describeTeam(team: Team): Record<string, unknown> {
  return {
    id: nodeId('T', team.id),
    databaseId: team.id,
    slug: team.slug,
    name: team.name,
    description: team.description,
    privacy: team.secret ? 'SECRET' : 'VISIBLE',
    parentTeam: () => (team.parent ? describeTeam(team.parent) : null),
    members: ({ membership, ...page }: PageArguments & { readonly membership: string }) => {
      if (membership !== 'IMMEDIATE') throw new Error('Not emulated: members of teams below.');
      return describePage([...team.members], page, ({ login }) => login, describePerson);
    },
  };
}

function describePerson({ id, login, name }: Account): Record<string, unknown> {
  return { id: nodeId('U', id), databaseId: id, login, name };
}
