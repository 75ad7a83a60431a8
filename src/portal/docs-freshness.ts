import type { DocsPage, DocsSite } from '../techdocs/docs-site.ts';

/** When docs count as not touched for long. */
export interface StaleDocs {
  /** Docs that were changed before this have not been touched for long; ISO 8601 in UTC. */
  readonly before: string;
  /** What is said of them: `Not touched for 2 years`. */
  readonly text: string;
}

/** What is said of a page that nobody changed for long; `undefined` when somebody did, or it is not known. */
export function staleMark({ history }: DocsPage, stale: StaleDocs | undefined): string | undefined {
  // What was last changed before the oldest commit that was looked at is at least as old as that.
  const at = history?.changed?.at ?? history?.since;
  return stale && at !== undefined && at < stale.before ? stale.text : undefined;
}

/** How fresh the pages of a site are. */
export interface SiteFreshness {
  /** When one of its pages was changed last, ISO 8601 in UTC; absent: not known. */
  readonly changedAt?: string;
  /** How many of its pages are marked as not touched for long. */
  readonly stalePages: number;
}

/** Sums up the pages of a site. Pure. */
export function siteFreshness({ pages }: DocsSite, stale: StaleDocs | undefined): SiteFreshness {
  const times = pages.flatMap(({ history }) => history?.changed?.at ?? []).sort();
  const changedAt = times.at(-1);
  const stalePages = pages.filter((page) => staleMark(page, stale) !== undefined).length;
  return { ...(changedAt !== undefined && { changedAt }), stalePages };
}
