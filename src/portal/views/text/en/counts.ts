import { numbersIn, pluralsIn } from '../plurals.ts';

/** Counted things that many pages name. */
const number = numbersIn('en');
const plural = pluralsIn('en');
const counted = (one: string, other: string) => (count: number) => `${number(count)} ${plural(count, { one, other })}`;

export const errors = counted('error', 'errors');
export const warnings = counted('warning', 'warnings');
export const notes = counted('note', 'notes');
export const problems = counted('problem', 'problems');
export const entities = counted('entity', 'entities');
export const repositories = counted('repository', 'repositories');
export const pages = counted('page', 'pages');
export const files = counted('file', 'files');
export const more = (count: number) => `${number(count)} more`;
export const andMore = (count: number) => `and ${number(count)} more`;
