import { numbersIn } from '../plurals.ts';

/** Texts of the parts that many pages are made of. */
const number = numbersIn('en');

export const pages = 'Pages';
export const previous = 'Previous';
export const next = 'Next';
export const pageOf = (page: number, count: number) => `Page ${number(page)} of ${number(count)}`;
/** The title of a further page of a list: "Problems, page 2". */
export const titleOfPage = (title: string, page: number) => (page === 1 ? title : `${title}, page ${number(page)}`);
export const breadcrumbs = 'Breadcrumbs';
export const facts = 'Facts';
export const filters = 'Filters';
export const removeFilter = (value: string) => `Remove the filter ${value}`;
export const showMore = 'Show more';

export const copy = (what: string) => `Copy ${what}`;
export const address = 'address';
export const code = 'code';
export const reference = 'reference';
export const command = 'command';
export const setting = 'setting';

/** Before the time as of which something is shown: "As of 19 Nov 2026:". */
export const asOf = 'As of';
export const status = 'Status';

export const tags = 'Tags';
export const notInCatalog = 'not in the catalog';
export const nothingHasRef = 'Nothing in the catalog has this reference';
export const nothingHasName = 'Nothing in the catalog has this name';
