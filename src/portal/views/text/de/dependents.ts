import { numbersIn } from '../plurals.ts';

/** Texts of what depends on an entity, and of the decisions that its docs record. */
const number = numbersIn('de');

/** How something relates with nothing between, and the end of a path: "web → orders → this". */
export const direct = 'direkt';
export const self = 'hier';
export const directOfAll = (direct: number, all: number) => `${number(direct)} direkt, ${number(all)} insgesamt`;
export const link = 'Link';
export const name = 'Name';
export const lifecycle = 'Lebenszyklus';
/** Heads what nobody owns. */
export const nobodys = 'Niemand verantwortlich';
export const notLoaded = 'Konnte nicht geladen werden';

export const decisions = 'Entscheidungen';
export const recorded = (all: number, accepted: number) =>
  `${number(all)} festgehalten, ${number(accepted)} angenommen`;
export const readRecords = 'Nachlesen';
export const decision = 'Entscheidung';
export const status = 'Status';
export const date = 'Datum';
export const decidedBy = 'Entschieden von';
/** Before the decision that replaces one: "superseded by 7". */
export const by = 'durch';
