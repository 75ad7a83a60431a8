import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { CrawlMemory, KnownRepository } from '../known/known-repository.ts';
import type { FoundRepository } from '../sources/source.ts';
import { distinctRepositories } from './distinct-repositories.ts';
import { type Absence, gatherListed, judgeMissing, type ListedSource } from './judge-missing.ts';
import { shareSlugs } from './share-slugs.ts';

/** A known repository that no source found, and what follows from that. */
export interface MissingRepository extends Absence {
  readonly known: KnownRepository;
  /** What it is shown as; not necessarily what it is remembered as. */
  readonly slug: string;
}

/** What is to become of everything that is listed or known. */
export interface CrawlPlan {
  /** To be read: each repository once, under a slug of its own; sorted by slug. */
  readonly found: readonly FoundRepository[];
  readonly missing: readonly MissingRepository[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Decides from what was listed and what is known which repositories there are, what each is called, and which are gone. `now`
 * in ISO 8601. Pure.
 */
export function planCrawl(sources: readonly ListedSource[], { known }: CrawlMemory, now: string): CrawlPlan {
  const distinct = distinctRepositories(sources.flatMap(({ listing }) => listing.repositories));
  const repositories = withoutStandIns(distinct.repositories, sources, known);
  const found = new Set(repositories.map(({ id }) => id));
  const listed = gatherListed(sources, distinct.replaced, repositories, known);
  const missing = [...known.values()]
    .filter(({ repository }) => !found.has(repository.id))
    .map((each) => ({ known: asAllowed(each, sources), ...judgeMissing(each, listed, now) }))
    .sort((a, b) => compare(a.known.repository.slug, b.known.repository.slug));
  const slugs = shareSlugs(claimsInOrder(sources, repositories, missing));
  const slugOf = (id: string, slug: string) => slugs.get(id) ?? slug;
  return {
    found: repositories
      .map((each) => ({ ...each, slug: slugOf(each.id, each.slug) }))
      .sort((a, b) => compare(a.slug, b.slug)),
    missing: missing.map((each) => ({ ...each, slug: slugOf(each.known.repository.id, each.known.repository.slug) })),
    diagnostics: [
      ...distinct.diagnostics,
      ...repositories.flatMap(({ id, slug }) => describeLonger(slug, slugOf(id, slug))),
    ],
  };
}

/** Compares by code units, so that the order is the same on every machine. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// Whatever it was allowed to define when it was read: the configuration of today decides.
function asAllowed(known: KnownRepository, sources: readonly ListedSource[]): KnownRepository {
  const source = sources.find(({ name }) => name === known.repository.source);
  if (!source || known.repository.generated) return known;
  const { allowedKinds: _allowed, ...repository } = known.repository;
  return { ...known, repository: { ...repository, ...(source.allow && { allowedKinds: source.allow }) } };
}

// A source that could not be listed as a whole keeps its first word: what a later one finds at an address that it had is
// the same repository under another id.
function withoutStandIns(
  found: readonly FoundRepository[],
  sources: readonly ListedSource[],
  known: CrawlMemory['known'],
): readonly FoundRepository[] {
  const ids = new Set(found.map(({ id }) => id));
  const order = new Map(sources.map(({ name }, index) => [name, index]));
  const broken = new Set(sources.filter(({ listing }) => !listing.complete).map(({ name }) => name));
  const kept = new Map(
    [...known.values()]
      .filter(({ repository }) => !ids.has(repository.id) && broken.has(repository.source))
      .map(({ repository, address }) => [address, order.get(repository.source) ?? 0]),
  );
  return found.filter(({ id, address, source }) => {
    const earlier = kept.get(address);
    return known.has(id) || earlier === undefined || earlier >= (order.get(source) ?? 0);
  });
}

// The names of those that are gone come last: they are asked for only if somebody holds their removal back.
function claimsInOrder(
  sources: readonly ListedSource[],
  found: readonly FoundRepository[],
  missing: readonly (Absence & { readonly known: KnownRepository })[],
) {
  const kept = missing.filter(({ verdict }) => verdict === 'stale').map(({ known }) => known.repository);
  const gone = missing.filter(({ verdict }) => verdict === 'removed').map(({ known }) => known.repository);
  const configured = sources.flatMap(({ name }) => [
    ...found.filter(({ source }) => source === name),
    ...kept.filter(({ source }) => source === name),
  ]);
  return [...new Set([...configured, ...found, ...kept, ...gone])];
}

function describeLonger(slug: string, longer: string): readonly Diagnostic[] {
  if (slug === longer) return [];
  const message = `Another repository is called ${slug} already; this one is shown as ${longer}.`;
  return [diagnose('crawl/slug-repeated', { message, source: { repository: longer } })];
}
