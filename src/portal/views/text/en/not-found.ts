/** Texts of the page of addresses that have none. */

export const title = 'Not found';
export const description = 'There is no page at this address.';
export const heading = 'Nothing is here';
export const lede = 'This page was never published, or what it showed has left the catalog. Look for it by name:';
export const search = 'Search';
export const didYouMean = 'Did you mean';
export const lists = 'Everything there is stands in these lists:';
export const home = 'To the home page';
