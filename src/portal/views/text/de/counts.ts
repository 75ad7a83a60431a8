import { numbersIn, pluralsIn } from '../plurals.ts';

/** Counted things that many pages name. */
const number = numbersIn('de');
const plural = pluralsIn('de');
const counted = (one: string, other: string) => (count: number) => `${number(count)} ${plural(count, { one, other })}`;

export const errors = counted('Fehler', 'Fehler');
export const warnings = counted('Warnung', 'Warnungen');
export const notes = counted('Hinweis', 'Hinweise');
export const problems = counted('Problem', 'Probleme');
export const entities = counted('Eintrag', 'Einträge');
export const repositories = counted('Repository', 'Repositorys');
export const pages = counted('Seite', 'Seiten');
export const files = counted('Datei', 'Dateien');
export const more = (count: number) => `${number(count)} weitere`;
export const andMore = (count: number) => `und ${number(count)} weitere`;
