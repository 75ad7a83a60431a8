import type { CodeEntry } from '../code-entry.ts';

/** Codes of the `techdocs` area. */
export const techdocsCodes = {} as const satisfies Record<`techdocs/${string}`, CodeEntry>;
