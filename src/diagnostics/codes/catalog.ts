import type { CodeEntry } from '../code-entry.ts';

/** Codes of the `catalog` area. */
export const catalogCodes = {} as const satisfies Record<`catalog/${string}`, CodeEntry>;
