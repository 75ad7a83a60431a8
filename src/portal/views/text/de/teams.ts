import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texts of team and person pages. */
const number = numbersIn('de');
const plural = pluralsIn('de');
const people = (count: number) => `${number(count)} ${plural(count, { one: 'Person', other: 'Personen' })}`;
const teams = (count: number) => `${number(count)} ${plural(count, { one: 'Unterteam', other: 'Unterteams' })}`;

export const docs = 'Dokumentation des Teams';
export const docsOfPerson = 'Dokumentation';
export const changes = 'Was sich zuletzt geändert hat';
export const where = 'In der Organisation';

export const peopleNote = (direct: number, all: number) =>
  direct === all ? people(all) : `${people(direct)}, ${number(all)} mit Unterteams`;
export const alsoBelow = (count: number) => `Mit ${teams(count)}`;
export const more = (count: number) => `${number(count)} weitere`;
export const owns = (count: number) => `${number(count)} ${plural(count, { one: 'Eintrag', other: 'Einträge' })}`;
export const peopleShort = people;
export const moreTeams = (count: number) =>
  `${number(count)} ${plural(count, { one: 'weiteres Team', other: 'weitere Teams' })}`;

export const withChildTeams = (direct: number, all: number) =>
  `${number(direct)} direkt, ${number(all)} mit Unterteams`;
export const withTeams = (direct: number, all: number) => `${number(direct)} direkt, ${number(all)} mit Teams`;
export const through = 'Über';
export const itself = 'direkt';
export const allOf = (count: number, kind: string) => `Alle ${number(count)} ${kind}`;
export const ofType = (count: number, type: string) => `${number(count)} ${type}`;

export const sites = (count: number) =>
  `${number(count)} ${plural(count, { one: 'Dokumentation', other: 'Dokumentationen' })}`;
export const pages = (count: number) => `${number(count)} ${plural(count, { one: 'Seite', other: 'Seiten' })}`;
export const allDocs = 'Gesamte Dokumentation';
export const site = 'Dokumentation';
export const of = 'Eintrag';
export const changed = 'Geändert';
