import { numbersIn } from '../plurals.ts';

/** Texts of the pages about problems, and of problems on other pages. What a problem itself says is English everywhere. */
const number = numbersIn('en');

export const problems = 'Problems';
export const overview = 'Everything that the last build found wrong, with its file, line and remedy.';
export const lede = 'What the last build could not make sense of, with the line to change. The rest is published.';
export const lastRead = 'When everything was last read';
export const notInCatalog = (count: number) =>
  count === 1 ? 'One repository is not in the catalog yet' : `${number(count)} repositories are not in the catalog yet`;

export const byOwner = 'Problems by owner';
export const byCode = 'Problems by code';
export const repositories = 'Repositories';
export const repository = 'Repository';
export const owners = 'Owners';
export const owner = 'Owner';
export const codes = 'Codes';
export const problem = 'Problem';
export const where = 'Where';
export const severity = 'Severity';
export const errors = 'Errors';
export const warnings = 'Warnings';
export const notes = 'Notes';
export const error = 'error';
export const warning = 'warning';
export const note = 'note';
export const whatIsWrong = 'What is wrong';

export const manyOwners = (count: number) => `${number(count)} owners`;
export const manyRepositories = (count: number) => `${number(count)} repositories`;
export const noOwner = 'nobody';
export const nobody = 'Nobody';
export const thisPortal = 'This portal';
export const repositoryItself = 'The repository itself';

export const problemsOf = (title: string) => `Problems of ${title}`;
export const foundIn = (title: string) => `What the last build found wrong: ${title}.`;
export const ledeOfPortal = 'What concerns no single repository: the configuration, the tools, the catalog as a whole.';
export const ledeOfRepository = 'What its files get wrong, by file.';
export const ledeOfNobody =
  'No owner is known: the entity names none that is in the catalog, and its repository has no single owner.';
export const ledeOfOwner = 'What is wrong with what it owns, by repository.';
export const openOnHost = 'Open on its host';

export const filterLabel = 'Filter by message, address or entity';
export const filterPlaceholder = 'Filter problems…';
export const found = (count: number, all: number) => `${number(count)} of ${number(all)}`;
export const allAsJson = 'All as JSON';
export const searchAll = 'Search all of them at once';

/** Describes the page of a code; why it matters is English. */
export const meaning = (code: string, why: string) => `${code}: ${why}`;
export const whatToDo = 'What to do.';
export const withProblem = 'With the problem';
export const withoutProblem = 'Without it';
/** Names a file of an example for those who hear it. */
export const fileOf = (path: string, side: string) => `${path}, ${side.toLowerCase()}`;

export const none = 'No problems.';
export const noneExplained =
  'Every file of every repository was read and understood, and everything that one of them refers to is there. What goes wrong appears here, by repository and by owner, each with its file, line and remedy.';
export const validateFirst = 'Contributors find out before they push, with the same rules and messages:';

export const moreProblems = (count: number) => (count === 1 ? '1 more problem' : `${number(count)} more problems`);
export const allOf = (repository: string) => `All problems of ${repository}`;
export const allOfTeam = (count: number) =>
  count === 1 ? 'On a page of its own' : `All ${number(count)} problems of this team`;
export const noneOfItsOwn = 'None of its own';
/** Beside a team's own problems, or in their place, those of its child teams. */
export const inChildTeams = (count: number, hasOwn: boolean) => {
  const teams = count === 1 ? 'some in a child team' : `some in ${number(count)} child teams`;
  return hasOwn ? `and ${teams}` : teams;
};
