import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texts of the page that says how far the portal shows what there is. */
const number = numbersIn('en');
const plural = pluralsIn('en');
const repositoriesOf = (count: number) =>
  `${number(count)} ${plural(count, { one: 'repository', other: 'repositories' })}`;

export const status = 'Status';
export const description = 'When the sources were last read, and what is shown as it was before.';
export const lede =
  'How far this portal shows what there is. What could not be read stays as it was when it last could.';
export const crawled = 'Crawled';

/** What became of a repository. */
export const outcomes = {
  fresh: 'up to date',
  stale: 'could not be read',
  refused: 'cannot be used',
  held: 'awaits removal',
  removed: 'removed',
  absent: 'never read',
};
export const someUpToDate = (fresh: number, all: number) => `${number(fresh)} of ${repositoriesOf(all)} up to date`;
export const allUpToDate = (all: number) =>
  all === 1 ? 'The one repository is up to date' : `All ${repositoriesOf(all)} up to date`;
export const allListedUpToDate = (all: number) =>
  all === 1
    ? 'The one listed repository is up to date; there may be more'
    : `All ${number(all)} listed repositories up to date; there may be more`;

export const repositories = 'Repositories';
export const entities = 'Entities';
export const inAll = 'in all';
export const shownAsTheyWere = 'shown as they were';
export const problems = 'Problems';
export const none = 'none';

export const held = 'Removals that await confirmation';
export const confirmOnce = 'If they are meant to go, confirm it once, by hand or in a commit:';
export const entity = 'Entity';
export const lastReadIn = 'Last read in';
export const moreAsJson = (count: number) => `${number(count)} more as JSON`;
export const allAsJson = 'All of it as JSON';

export const sources = 'Sources';
export const source = 'Source';
export const list = 'List';
export const complete = 'complete';
export const incomplete = 'incomplete';
export const upToDate = 'Up to date';
export const asTheyWere = 'As they were';
export const notShown = 'Not shown';
/** The same behind a figure, where a narrow screen has no headings. */
export const figures = { upToDate: 'up to date', asTheyWere: 'as they were', notShown: 'not shown' };

export const notUpToDate = 'Not up to date';
export const everythingUpToDate = 'Every repository is shown as it stood when it was crawled.';
export const repository = 'Repository';
export const state = 'State';
export const asOf = 'As of';
export const never = 'never';

export const removed = 'Removed in this build';
export const whatWent = 'What went';
/** What a removal took away: "3 entities: a, b, c." */
export const removal = (count: number, names: readonly string[]) => {
  const rest = count - names.length;
  const more = rest > 0 ? `, and ${number(rest)} more` : '';
  return `${number(count)} ${plural(count, { one: 'entity', other: 'entities' })}: ${names.join(', ')}${more}.`;
};
