import { kinds } from '@text/kinds';
import { type SearchField, searchFields } from '../../../portal/views/search-pages.ts';
import type { Choice } from '../facets.ts';
import type { Narrowing } from './narrow.ts';

const isField = (name: string): name is SearchField => (searchFields as readonly string[]).includes(name);

/** What Backstage's search calls what we call `category`. */
const backstageTypes: Readonly<Record<string, string>> = { techdocs: 'docs', 'software-catalog': 'entity' };

const kindTitle = (value: string): string =>
  (kinds as Readonly<Record<string, { readonly title: string }>>)[value.toLowerCase()]?.title ?? value;

/** One parameter as a filter and its value; Backstage writes `types[]=techdocs` and `filters[kind]=Component`. */
const filterOf = (name: string, value: string): readonly [SearchField, string] | undefined => {
  if (isField(name)) return [name, value];
  if (/^types(?:\[\d*\])?$/.test(name)) {
    const category = backstageTypes[value];
    return category ? ['category', category] : undefined;
  }
  const field = /^filters\[(\w+)\](?:\[\d*\])?$/.exec(name)?.[1] ?? '';
  if (!isField(field) || value === '' || value === '*') return undefined;
  return [field, field === 'kind' ? kindTitle(value) : value];
};

/** The query and filters of an address, also of one that was made for Backstage's search page. */
export const readAddress = (search: string): { readonly query: string; readonly choice: Choice } => {
  const parameters = new URLSearchParams(search);
  const choice = new Map<string, Set<string>>();
  for (const [name, value] of parameters) {
    const [field, wanted] = filterOf(name, value) ?? [];
    if (field && wanted !== undefined) choice.set(field, (choice.get(field) ?? new Set()).add(wanted));
  }
  return { query: parameters.get('query') ?? '', choice };
};

/** The address that says what is looked for. */
export const addressOf = (query: string, choice: Choice): string => {
  const parameters = new URLSearchParams();
  if (query) parameters.set('query', query);
  for (const [field, values] of choice) for (const value of values) parameters.append(field, value);
  return parameters.size > 0 ? `?${parameters}` : location.pathname;
};

/** What is ticked, as the engine takes it. */
export const narrowingOf = (choice: Choice): Narrowing =>
  Object.fromEntries([...choice].map(([field, values]) => [field, [...values]]));
