import picomatch from 'picomatch';
import { prepareKnownOwners } from '../../catalog/codeowners/known-owners.ts';
import type { Catalog } from '../../catalog/entity.ts';
import type { RepositoryInfo } from '../../catalog/repository-files.ts';
import { repositoryKey } from '../../catalog/repository-urls.ts';
import { descriptorPath } from '../../catalog/suggestion/descriptor-path.ts';
import { startNames } from '../../catalog/suggestion/entity-names.ts';
import {
  type BareRepository,
  type Suggestion,
  suggestDescriptor,
} from '../../catalog/suggestion/suggest-descriptor.ts';
import type { Owners } from '../../catalog/suggestion/suggest-owner.ts';
import { writeDescriptor } from '../../catalog/suggestion/write-descriptor.ts';
import { worthOf } from './worth.ts';

/** What the crawl found that is not in the catalog, and what the configuration says of it. */
export interface Uncatalogued {
  /** Repositories without a descriptor. */
  readonly bare: readonly BareRepository[];
  /** Globs on slugs of repositories that need none. */
  readonly notExpected: readonly string[];
  /** Globs of descriptors by the name of the source. */
  readonly catalogPaths: ReadonlyMap<string, readonly string[]>;
}

/** A repository without a descriptor. */
export interface MissingRepository {
  readonly files: BareRepository;
  readonly suggestion: Suggestion;
  readonly yaml: string;
}

/** Why a repository is not counted. */
export type AsideReason = 'archived' | 'fork' | 'not-expected';

/** A repository that nobody waits for. */
export type AsideRepository = MissingRepository & { readonly reason: AsideReason };

/** How far the catalog speaks of every repository. */
export interface Coverage {
  /** Repositories that count: all but those that are aside. */
  readonly total: number;
  /** Those of them that something in the catalog is defined by, or says that it is about. */
  readonly covered: number;
  /** Without a descriptor, the most worthwhile first. */
  readonly missing: readonly MissingRepository[];
  /** Without a descriptor as well, but archived, a fork or not expected. By slug. */
  readonly aside: readonly AsideRepository[];
  /** With a descriptor that gives the catalog nothing. By slug. */
  readonly broken: readonly RepositoryInfo[];
}

const nothingFound: Uncatalogued = { bare: [], notExpected: [], catalogPaths: new Map() };

/** Says which repositories the catalog lacks. Pure. */
export function measureCoverage(
  catalog: Catalog,
  repositories: readonly RepositoryInfo[],
  { bare, notExpected, catalogPaths }: Uncatalogued = nothingFound,
): Coverage {
  const isCovered = prepareCovered(catalog);
  const bareIds = new Set(bare.map(({ repository }) => repository.id));
  const real = repositories.filter(({ generated }) => !generated);
  const broken = real.filter((repository) => !bareIds.has(repository.id) && !isCovered(repository));
  const context = { names: startNames((ref) => catalog.byRef.has(ref)), owners: ownersIn(catalog) };
  const isExpected = (slug: string) => !picomatch.isMatch(slug, [...notExpected], { nocase: true, dot: true });
  const missing: MissingRepository[] = [];
  const aside: AsideRepository[] = [];
  for (const files of bare.filter(({ repository }) => !isCovered(repository)).toSorted(bySlug)) {
    const { repository } = files;
    const path = descriptorPath(catalogPaths.get(repository.source) ?? []);
    const suggestion = suggestDescriptor(files, { ...context, path });
    const entry = { files, suggestion, yaml: writeDescriptor(suggestion) };
    const reason = reasonOf(repository, isExpected);
    if (reason) aside.push({ ...entry, reason });
    else missing.push(entry);
  }
  const total = real.length - aside.length;
  const worth = worthOf(repositories);
  return {
    total,
    covered: total - missing.length - broken.length,
    missing: missing.toSorted((a, b) => worth(a.files, b.files)),
    aside,
    broken: broken.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
  };
}

function ownersIn({ entities, byRef }: Catalog): Owners {
  const named = entities.map(({ ref, entity }) => ({ ref, ...entity }));
  const relationsOf = (ref: string) => byRef.get(ref)?.entity.relations ?? [];
  return {
    ...prepareKnownOwners(named, new Map()),
    teamsOf: (ref) => relationsOf(ref).flatMap(({ type, targetRef }) => (type === 'memberOf' ? [targetRef] : [])),
  };
}

function reasonOf(
  { archived, fork, slug }: RepositoryInfo,
  isExpected: (slug: string) => boolean,
): AsideReason | undefined {
  if (!isExpected(slug)) return 'not-expected';
  if (archived) return 'archived';
  return fork ? 'fork' : undefined;
}

/** A repository is in the catalog when it defines something there, or when an entity of another one says to be about it. */
function prepareCovered(catalog: Catalog): (repository: RepositoryInfo) => boolean {
  const defining = new Set(catalog.entities.map(({ source }) => source.repository));
  const described = new Set<string>();
  for (const { entity } of catalog.entities) {
    for (const host of ['github', 'gitlab']) {
      const slug = entity.metadata.annotations?.[`${host}.com/project-slug`];
      if (slug) described.add(`${host} ${slug.toLowerCase()}`);
    }
  }
  return ({ slug, host, webUrl }) => {
    const path = webUrl === undefined ? undefined : repositoryKey(webUrl)?.replace(/^[^/]*\//, '');
    return defining.has(slug) || (path !== undefined && described.has(`${host} ${path}`));
  };
}

function bySlug(a: BareRepository, b: BareRepository): number {
  return a.repository.slug < b.repository.slug ? -1 : 1;
}
