import type { CodeEntry } from '../code-entry.ts';

/** Codes of the `crawl` area. */
export const crawlCodes = {} as const satisfies Record<`crawl/${string}`, CodeEntry>;
