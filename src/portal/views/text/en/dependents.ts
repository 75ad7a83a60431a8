import { numbersIn } from '../plurals.ts';

/** Texts of what depends on an entity, and of the decisions that its docs record. */
const number = numbersIn('en');

/** How something relates with nothing between, and the end of a path: "web → orders → this". */
export const direct = 'direct';
export const self = 'this';
export const directOfAll = (direct: number, all: number) => `${number(direct)} directly, ${number(all)} in all`;
export const link = 'Link';
export const name = 'Name';
export const lifecycle = 'Lifecycle';
/** Heads what nobody owns. */
export const nobodys = 'Nobody’s';
export const notLoaded = 'Could not be loaded';

export const decisions = 'Decisions';
export const recorded = (all: number, accepted: number) => `${number(all)} recorded, ${number(accepted)} accepted`;
export const readRecords = 'Read the records';
export const decision = 'Decision';
export const status = 'Status';
export const date = 'Date';
export const decidedBy = 'Decided by';
/** Before the decision that replaces one: "superseded by 7". */
export const by = 'by';
