/** Texts of the search page. */
import { numbersIn, pluralsIn } from '../plurals.ts';

const plural = pluralsIn('en');
const number = numbersIn('en');

export const title = 'Search';
export const description = (portal: string) => `Search the catalog and docs of ${portal}.`;
export const label = 'Search services, APIs, teams and docs';
export const needsScripts = 'Search runs in the browser and needs scripts.';
export const withoutScripts = 'Everything it finds is also listed on pages that need none:';
export const home = 'Home';
export const catalog = 'Catalog';
export const docs = 'Docs';

export const filters = 'Filters';
export const results = 'Results';
export const loading = 'Searching…';
export const pages = (count: number) => `${number(count)} ${plural(count, { one: 'page', other: 'pages' })}`;
export const showMore = 'Show more';
export const more = (count: number) => `${number(count)} more`;
export const failed = 'The search index could not be loaded. Reload the page to try again.';

export const nothing = (query: string) => (query === '' ? 'Nothing found.' : `Nothing found for “${query}”.`);
export const didYouMean = 'Did you mean';
export const advice = 'To find more';
export const fewerWords = 'Use fewer words: a page is found when it has all of them.';
export const shorterWords = 'The beginning of a word is enough: “deploy” finds “deployment”, too.';
export const noQuotes = 'Leave the quotes out: they find the exact words, in this order.';
export const withoutFilters = 'Search without the filters';

/** Titles of the filters. */
export const fields = {
  category: 'Where',
  kind: 'Kind',
  type: 'Type',
  owner: 'Owner',
  lifecycle: 'Lifecycle',
  entity: 'Documents',
  tag: 'Tag',
  freshness: 'Freshness',
};
export const categories = { entity: 'Catalog', docs: 'Documentation' };
