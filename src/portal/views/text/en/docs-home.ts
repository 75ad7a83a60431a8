import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texts of the lists of all docs. */
const plural = pluralsIn('en');
const number = numbersIn('en');

export const title = 'Docs';
export const heading = 'Documentation';
export const description = (portal: string, sites: number) =>
  `Documentation of ${portal}: ${number(sites)} ${plural(sites, { one: 'site', other: 'sites' })}.`;
export const pageNumber = (name: string, page: number) => `${name}, page ${number(page)}`;
export const arrangements = { title: 'By title', owner: 'By owner', freshness: 'By freshness' };
export const tabs = 'Arrangement';
export const sites = (count: number) => `${number(count)} ${plural(count, { one: 'site', other: 'sites' })}`;
export const sitesOf = (count: number, total: number) => `${number(count)} of ${sites(total)}`;
export const filter = 'Filter docs…';
export const filterLabel = 'Filter by title, description, entity or owner';
export const failed = 'The list could not be loaded. Reload the page to try again.';
export const freshnessHint = 'What was changed longest ago comes first: most likely, it is what needs care.';

export const columns = {
  title: 'Title',
  entity: 'Documents',
  owner: 'Owner',
  pages: 'Pages',
  decisions: 'Decisions',
  time: 'Changed',
};
export const pages = (count: number) => plural(count, { one: 'page', other: 'pages' });
export const decisions = (count: number) => plural(count, { one: 'decision', other: 'decisions' });
export const nobody = 'No owner';
export const untouchedPages = (mark: string, count: number) =>
  `${mark}: ${number(count)} ${plural(count, { one: 'page', other: 'pages' })}`;

export const none = 'No documentation yet.';
export const nothingFits = 'No docs have these words in their title, description, entity or owner.';
/** Around a folder's name. */
export const addFolder = [
  'Add a folder ',
  ' with Markdown files to a repository, and this annotation to its catalog file:',
];
export const addPage = 'Its first page is this file:';
export const firstPage = '# Orders\n\nWhat this is for, and whom to ask.';
export const thenBuilt = 'The next build shows it here, on the page of the entity, and in the search.';
