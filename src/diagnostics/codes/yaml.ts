import type { CodeEntry } from '../code-entry.ts';

/** Codes of the `yaml` area. */
export const yamlCodes = {} as const satisfies Record<`yaml/${string}`, CodeEntry>;
