import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texts of the Home page. */
const number = numbersIn('en');
const plural = pluralsIn('en');

export const title = 'Home';
export const description = (portal: string) => `The developer portal of ${portal}.`;
export const search = 'Search services, APIs, teams and docs';

export const announcements = 'Announcements';
export const announcedFrom = (day: string) => `from ${day}`;
export const announcedUntil = (day: string) => `until ${day}`;
export const announcedBetween = (from: string, until: string) => `${from} to ${until}`;
export const putAway = (announcement: string) => `Put away: ${announcement}`;
export const wasPutAway = 'Put away';

export const yours = 'Yours';
export const yoursSettings = 'Settings';
export const starred = 'Starred';
export const noneStarred = 'Press the star of what you need often, and it is here.';
export const visited = 'Visited last';
export const noneVisited = 'The pages that you visit are listed here, for you alone.';
export const teamsOfMine = 'My teams';
export const noTeamsOfMine = 'Choose your teams';
export const noTeamsOfMineRest = 'to see what they own and what is wrong with it.';
export const allStarred = (count: number) => `All ${number(count)}`;
export const owned = (count: number) => `owns ${number(count)}`;
export const teamProblems = (count: number) =>
  `${number(count)} ${plural(count, { one: 'problem', other: 'problems' })}`;
export const noTeamProblems = 'nothing to mend';
export const teamGone = 'not in the catalog';

export const estate = 'The estate';
export const noSystems = 'No systems yet.';
export const noSystemsHint: readonly string[] = [
  'A',
  'and its',
  'in a catalog file make the table of contents of your software.',
];
export const systems = 'Systems';
export const otherSystems = 'Other systems';
export const components = (count: number) => plural(count, { one: 'component', other: 'components' });
export const moreSystems = (count: number) =>
  `and ${number(count)} more ${plural(count, { one: 'system', other: 'systems' })}`;
export const allDomains = (count: number) => `All ${number(count)} domains`;
export const allSystems = (count: number) => (count === 1 ? 'Systems' : `All ${number(count)} systems`);

export const docs = 'Documentation';
export const allDocs = (count: number) => (count === 1 ? 'Documentation' : `All ${number(count)} sites`);
export const pages = (count: number) => `${number(count)} ${plural(count, { one: 'page', other: 'pages' })}`;

export const teams = 'Teams';
export const allTeams = (count: number) => (count === 1 ? 'Teams' : `All ${number(count)} teams`);
export const team = 'Team';
export const people = 'People';
export const owns = 'Owns';
export const peopleUnit = (count: number) => plural(count, { one: 'person', other: 'people' });
export const ownedUnit = (_count: number) => 'owned';

export const changed = 'What changed';
export const allChanges = 'All changes';
export const inWeek = (count: number) => `${number(count)} in the last 7 days`;
export const noneInWeek = 'nothing in the last 7 days';
export const committed = 'Recently changed';

export const health = 'Health';
export const inCatalog = 'In the catalog';
export const ofRepositories = 'of the repositories';
export const haveOwner = 'Have an owner';
export const ofOwnable = 'of everything that can be owned';
export const areDocumented = 'Are documented';
export const ofComponents = 'of all components';
export const areUpToDate = 'Are up to date';
export const ofAllRepositories = 'of all repositories';
export const problems = 'Problems';
export const nothingToMend = 'nothing to mend';
export const partOf = (part: number, whole: number, what: string) => `${number(part)} of ${number(whole)}, ${what}`;
export const percent = (share: number) => `${number(share)}%`;
export const summary = (entities: number, repositories: number) =>
  `${number(entities)} ${plural(entities, { one: 'entity', other: 'entities' })} from ${number(repositories)} ${plural(repositories, { one: 'repository', other: 'repositories' })}`;
