import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texts of team and person pages. */
const number = numbersIn('en');
const plural = pluralsIn('en');
const people = (count: number) => `${number(count)} ${plural(count, { one: 'person', other: 'people' })}`;
const teams = (count: number) => `${number(count)} ${plural(count, { one: 'child team', other: 'child teams' })}`;

export const docs = 'Documentation of the team';
export const docsOfPerson = 'Documentation';
export const changes = 'What changed lately';
export const where = 'Where it stands';

export const peopleNote = (direct: number, all: number) =>
  direct === all ? people(all) : `${people(direct)}, ${number(all)} with child teams`;
export const alsoBelow = (count: number) => `With ${teams(count)}`;
export const more = (count: number) => `${number(count)} more`;
export const owns = (count: number) => `${number(count)} owned`;
export const peopleShort = people;
export const moreTeams = (count: number) => `${number(count)} more ${plural(count, { one: 'team', other: 'teams' })}`;

export const withChildTeams = (direct: number, all: number) =>
  `${number(direct)} directly, ${number(all)} with child teams`;
export const withTeams = (direct: number, all: number) => `${number(direct)} directly, ${number(all)} with teams`;
export const through = 'Through';
export const itself = 'directly';
export const allOf = (count: number, kind: string) => `All ${number(count)} ${kind}`;
export const ofType = (count: number, type: string) => `${number(count)} ${type}`;

export const sites = (count: number) => `${number(count)} ${plural(count, { one: 'site', other: 'sites' })}`;
export const pages = (count: number) => `${number(count)} ${plural(count, { one: 'page', other: 'pages' })}`;
export const allDocs = 'All documentation';
export const site = 'Documentation';
export const of = 'Of';
export const changed = 'Changed';
