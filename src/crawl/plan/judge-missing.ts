import type { KnownRepository } from '../known/known-repository.ts';
import type { FoundRepository, Listing } from '../sources/source.ts';

/** What one source listed in this run. */
export interface ListedSource {
  readonly name: string;
  /** `SourceConfig.type`: only among sources of one type can a repository be transferred. */
  readonly type: string;
  /** As `Source.owner`. */
  readonly owner?: string;
  /** Kinds that its configuration allows today, as `RepositoryInfo.allowedKinds`. */
  readonly allow?: readonly string[];
  readonly listing: Listing;
}

/** What follows of a known repository that no source lists. */
export interface Absence {
  readonly verdict: 'stale' | 'removed';
  /** One sentence with its full stop. */
  readonly reason: string;
  /** The new count, where this run counts. */
  readonly missing?: KnownRepository['missing'];
}

/** Everything that was listed in this run, for {@link judgeMissing}. */
export interface Listed {
  /** In the configured order. */
  readonly sources: readonly ListedSource[];
  /** A source that no earlier run knows could not be listed as a whole. */
  readonly unknownSource?: ListedSource;
  /** Ids of repositories that another id stands for from now on, and the source that found it. */
  readonly replaced: ReadonlyMap<string, string>;
  /** Source of what was found, by its address. */
  readonly byAddress: ReadonlyMap<string, string>;
  /** Found repositories whose id no earlier run knows, as `source slug`. */
  readonly created: ReadonlySet<string>;
}

/** How often in a row a repository must be missing until it is taken for gone. */
export const timesUntilGone = 2;

/** Gathers what was listed. `found`: what the sources found, each once. Pure. */
export function gatherListed(
  sources: readonly ListedSource[],
  replaced: ReadonlyMap<string, string>,
  found: readonly FoundRepository[],
  known: ReadonlyMap<string, KnownRepository>,
): Listed {
  const earlier = new Set([...known.values()].map(({ repository }) => repository.source));
  const unknownSource = sources.find(({ name, listing }) => !listing.complete && !earlier.has(name));
  const created = found.filter(({ id }) => !known.has(id)).map(({ source, slug }) => `${source} ${slug}`);
  const byAddress = new Map(found.map(({ address, source }) => [address, source]));
  return { sources, replaced, byAddress, created: new Set(created), ...(unknownSource && { unknownSource }) };
}

/** Decides by the rules of content/docs/crawling.md what becomes of a known repository that no source found. Pure. */
export function judgeMissing(known: KnownRepository, listed: Listed, now: string): Absence {
  const { id, source, slug } = known.repository;
  const own = listed.sources.find(({ name }) => name === source);
  const replacedBy = listed.replaced.get(id);
  if (replacedBy !== undefined) return removed(`Source "${replacedBy}" finds the same repository and comes first.`);
  if (!own) return judgeWithoutSource(source, listed.unknownSource);
  const { listing } = own;
  if (!listing.complete) return stale(incomplete(own, listing.reason));
  if (listing.unusable?.includes(id)) return stale(`The address that source "${source}" gives of it is not used.`);
  if (listing.unwanted?.includes(id)) return removed(`The filters of source "${source}" leave it out.`);
  if (listing.absence === 'gone') return removed(`Source "${source}" does not have it any more.`);
  const finder = listed.byAddress.get(known.address);
  if (finder !== undefined && finder !== source) return removed(`Source "${finder}" finds it, under another id.`);
  const missing = countMissing(known, now);
  const elsewhere = listed.sources.find(
    (each) => each !== own && each.type === own.type && !each.listing.complete && each.listing.absence !== 'gone',
  );
  if (elsewhere) {
    return stale(
      `It is missing from the list of source "${source}", and source "${elsewhere.name}", which may have it now, could not be listed as a whole.`,
      missing,
    );
  }
  if (listed.created.has(`${source} ${slug}`))
    return removed(`Source "${source}" has another repository in its place.`);
  return missing.times < timesUntilGone
    ? stale(`It is missing from the list of source "${source}".`, missing)
    : removed(`It is missing from ${timesUntilGone} complete lists of source "${source}" in a row.`);
}

/** Counts that a repository was not where it should be. */
export function countMissing({ missing }: KnownRepository, now: string): NonNullable<KnownRepository['missing']> {
  return { times: (missing?.times ?? 0) + 1, since: missing?.since ?? now };
}

function judgeWithoutSource(source: string, unknown: ListedSource | undefined): Absence {
  if (!unknown) return removed(`Source "${source}" is not in callboard.yaml any more.`);
  return stale(
    `Source "${source}" is not in callboard.yaml any more, but source "${unknown.name}", which may be the same under another name, could not be listed as a whole.`,
  );
}

function incomplete({ name }: ListedSource, reason: string): string {
  return `The list of source "${name}" is not complete: ${reason.replace(/\.$/, '')}.`;
}

function stale(reason: string, missing?: KnownRepository['missing']): Absence {
  return { verdict: 'stale', reason, ...(missing && { missing }) };
}

function removed(reason: string): Absence {
  return { verdict: 'removed', reason };
}
