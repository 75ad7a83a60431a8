import { numbersIn } from '../plurals.ts';

/** Texts of what changed from build to build: the page, the history of an entity, and the feed. */
const number = numbersIn('en');

export const whatChanged = 'What changed';
export const description = (title: string) => `What is new, different or gone in the catalog of ${title}.`;
export const lede = 'What each build found to be new, different or gone, against the one before.';
export const followByFeed = 'Follow it by feed';
export const nothingYet = 'Nothing has changed yet';
export const nothingYetExplained =
  'History begins with the first build that found another one before it. From then on, every entity that is new, different or gone is told here, and on its own page.';
export const olderAsJson = (count: number) => `${number(count)} older changes as JSON`;
export const history = 'History';

export const added = 'Added';
export const removed = 'Removed';
/** After the name of a field of which only this is known. */
export const changed = 'changed';
export const moreFields = (count: number) => (count === 1 ? '1 more field' : `${number(count)} more fields`);
export const andMore = (count: number) => `and ${number(count)} more`;
export const annotation = (name: string) => `annotation ${name}`;

/** Titles and lines of the feed. */
export const feedTitle = (title: string) => `${title}: what changed`;
export const entryOfOne = (entity: string, what: 'added' | 'changed' | 'removed', repository: string) =>
  `${entity} ${what} (${repository})`;
export const entryOfMany = (count: number, repository: string) => `${number(count)} entities changed in ${repository}`;
export const fieldChanged = (field: string) => `${field} changed`;
export const fieldIsNow = (field: string, to: string) => `${field} is now ${to}`;
export const fieldRemoved = (field: string, from: string) => `${field} ${from} removed`;
export const fieldFromTo = (field: string, from: string, to: string) => `${field} from ${from} to ${to}`;
