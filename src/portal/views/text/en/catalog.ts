import { numbersIn } from '../plurals.ts';

/** Texts of the catalog's indexes. */
const number = numbersIn('en');

export const title = 'Catalog';
export const kinds = 'Kinds';
export const pageTitle = (plural: string, page: number) => `${plural}, page ${page}`;
export const pageDescription = (count: number, plural: string, portal: string) =>
  `${number(count)} ${plural} of ${portal}, by owner, system and lifecycle.`;
/** What stands after a number: acronyms stay as they are. */
export const noun = (name: string) => (/^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1));

export const total = (count: number, nouns: string) => `${number(count)} ${nouns}`;
export const found = (count: number, all: number, nouns: string) => `${number(count)} of ${number(all)} ${nouns}`;
export const filterLabel = 'Filter by name, description, owner, system or tag';
export const filterPlaceholder = (nouns: string) => `Filter ${nouns}…`;
export const removeFilter = (value: string) => `Remove the filter ${value}`;
export const words = (text: string) => `“${text}”`;
export const clearAll = 'Clear all';
export const loadingFailed = 'The list could not be loaded. Reload the page to filter it.';

export const filters = 'Filters';
export const facets = {
  lifecycle: 'Lifecycle',
  owner: 'Owner',
  team: 'Team',
  type: 'Type',
  system: 'System',
  domain: 'Domain',
  partOf: 'Part of',
  tags: 'Tags',
  docs: 'Documentation',
  problems: 'Problems',
  dependents: 'Depended on',
  namespace: 'Namespace',
  source: 'Source',
  personal: 'Mine',
};
/** Rows without a value of a facet. */
export const without = { lifecycle: 'no lifecycle', owner: 'no owner', type: 'no type', system: 'no system' };
export const docs = { yes: 'has docs', no: 'no docs' };
export const problems = { errors: 'errors', warnings: 'warnings', notes: 'notes', none: 'no problems' };
export const dependents = { production: 'needed in production', other: 'needed elsewhere', none: 'not needed' };
export const starred = 'Starred';
export const mine = 'Of my teams';
export const findValue = (facet: string) => `Find in ${facet}`;
export const findPlaceholder = 'Find…';
export const moreValues = (count: number) => `${number(count)} more`;
export const fewerValues = 'Fewer';
export const below = (value: string) => `Below ${value}`;

export const presets = 'Often asked';
export const preset = {
  deprecated: 'Deprecated and still depended on',
  unowned: 'Without an owner',
  undocumented: 'Undocumented',
  broken: 'With errors',
};

/** Said of a number on narrow screens, where there are no columns. */
export const pages = 'pages';
export const problemsOf = 'problems';
export const dependentsColumn = 'Needed by';
export const dependentsTitle = 'What depends on it directly and is in production';
export const star = (name: string) => `Star ${name}`;

export const copyView = 'Copy link';
export const copyViewTitle = 'Copy a link to this view';
export const csv = 'CSV';
export const json = 'JSON';
export const saveAs = (format: string) => `Save what is listed as ${format}`;
export const allAsJson = 'All as JSON';

export const noneYet = (nouns: string) => `No ${nouns} yet.`;
export const howToAdd = 'They appear here as soon as a repository’s catalog file describes one.';
export const nothingFound = (nouns: string) => `No ${nouns} match all of this.`;
export const withoutFilter = (filter: string, count: number) => `Without ${filter}: ${number(count)}`;
export const chooseTeams = 'You have not said yet which teams are yours.';
export const starHow = 'You have not starred any yet: the star stands beside each name.';
export const settings = 'Settings';
