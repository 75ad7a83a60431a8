import { numbersIn } from '../plurals.ts';

/** Texts of the lists of repositories that the catalog says nothing of. */
const number = numbersIn('en');

export const notInCatalog = 'Not in the catalog yet';
export const description = (title: string) =>
  `Repositories of ${title} that the catalog says nothing of, with a descriptor for each.`;
export const share = 'Share of the repositories that are in the catalog';
/** How much of the whole is in the catalog, in a sentence. */
export const coverage = (covered: number, total: number) => {
  if (total === 0) return 'There are no repositories yet.';
  if (total === 1) return `The one repository is ${covered === 1 ? 'in the catalog' : 'not in the catalog yet'}.`;
  if (covered < total) return `${number(covered)} of ${number(total)} repositories are in the catalog.`;
  return `All ${number(total)} repositories are in the catalog.`;
};

export const lists = 'Lists';
export const missing = 'Without a descriptor';
export const broken = 'With a descriptor that gives nothing';
export const aside = 'Set aside';
export const sources = 'Sources';
export const allSources = 'All sources';
export const ledes = {
  missing:
    'Each needs a descriptor, which is suggested here from what the repository holds. Those with recent commits, API definitions and docs come first.',
  aside: 'Without a descriptor as well, but not counted: archived, a fork, or not expected by the configuration.',
  broken: 'Each has a descriptor, but nothing of it came into the catalog.',
};
export const nothingMissing = 'Nothing is missing.';
export const nothingMissingExplained =
  'Every repository that is expected in the catalog has a descriptor, or is described by another one.';
export const allAsJson = 'All as JSON';

/** Why a repository is set aside. */
export const reasons = {
  archived: 'Archived.',
  fork: 'A fork.',
  'not-expected': 'Not expected, by the configuration.',
};
export const givesNothing = 'Its descriptor gives the catalog nothing.';
export const definesNothing = 'Its descriptor defines nothing.';
export const problems = (count: number) => (count === 1 ? 'What is wrong with it' : `${number(count)} problems`);

export const foundInIt = 'Found in it';
export const apiDefinitions = (count: number) => (count === 1 ? 'API definition' : `${number(count)} API definitions`);
export const docs = 'docs';
export const decisions = 'decision records';
export const files = (count: number) => (count === 1 ? '1 file' : `${number(count)} files`);

export const addOn = (host: string) => `Add it on ${host}`;
/** After a link's text, for those who hear it away from its row. */
export const forRepository = (repository: string) => `for ${repository}`;
export const suggested = (path: string) => `Suggested ${path}`;
export const ofRepository = (repository: string) => `of ${repository}`;
export const fileOf = (path: string, repository: string) => `${path} of ${repository}`;
export const tooLongForLink = 'It is too long for a link: copy it, and paste it into the new file.';
