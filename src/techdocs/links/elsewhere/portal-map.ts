import { prepareNearMiss } from '../../../catalog/checks/near-miss.ts';
import type { Catalog } from '../../../catalog/entity.ts';
import { parseEntityRef } from '../../../catalog/entity-ref.ts';
import type { RepositoryFiles } from '../../../catalog/repository-files.ts';
import { repositoryKey } from '../../../catalog/repository-urls.ts';
import type { DocsPage, DocsSite } from '../../docs-site.ts';
import type { AnchoredPage } from '../heading-anchors.ts';
import { nearWord } from '../near-word.ts';
import { type DocsFolder, docsFolders } from './docs-folders.ts';

/** What links may lead to: everything that this portal shows, and what is known of the repositories. */
export interface PortalInput {
  readonly catalog: Catalog;
  readonly repositories: readonly RepositoryFiles[];
  readonly sites: readonly DocsSite[];
  /** Entity ref → ref of the entity that publishes its docs. */
  readonly docsByEntity: ReadonlyMap<string, string>;
  /** Names that repositories had before, by the slug that they have now. */
  readonly formerSlugs: ReadonlyMap<string, readonly string[]>;
  /** Where the portal is published, if known, without a slash at the end. */
  readonly portalUrl?: string;
}

/** A docs site, indexed for links that lead into it. */
export interface MappedSite {
  readonly site: DocsSite;
  readonly byPath: ReadonlyMap<string, DocsPage>;
  readonly bySource: ReadonlyMap<string, DocsPage>;
  readonly assets: ReadonlySet<string>;
  readonly folders: readonly DocsFolder[];
}

/** The portal as links see it. A site is indexed when the first link leads into it. */
export interface PortalMap extends PortalInput {
  /** Hosts of the repositories, so that links to any other need no further look. */
  readonly hosts: ReadonlySet<string>;
  readonly repositoryAt: (key: string) => RepositoryFiles | undefined;
  /** Sites of a repository by its slug. */
  readonly sitesOf: (slug: string) => readonly MappedSite[];
  readonly siteOf: (entityRef: string) => MappedSite | undefined;
  /** {@link nearWord}, as long as that does not take too long. */
  readonly near: (wanted: string, words: readonly string[]) => string | undefined;
  readonly nearRef: (ref: string) => string | undefined;
  readonly anchorsOf: (page: DocsPage) => AnchoredPage & { readonly path: string };
}

/** Maps a portal for the links of its docs. Pure. */
export function mapPortal(input: PortalInput): PortalMap {
  const byKey = keysOf(input);
  const bySlug = Map.groupBy(input.sites, ({ repository }) => repository);
  const byRef = new Map(input.sites.map((site) => [site.entityRef, site]));
  const mapped = remember(mapSite);
  const hosts = new Set([...byKey.keys()].map((key) => key.slice(0, key.indexOf('/'))));
  if (hosts.has('github.com')) hosts.add('raw.githubusercontent.com');
  for (const host of [...hosts]) hosts.add(`www.${host}`);
  return {
    ...input,
    hosts,
    repositoryAt: (key) => byKey.get(key),
    sitesOf: (slug) => (bySlug.get(slug) ?? []).map(mapped),
    siteOf: (ref) => {
      const site = byRef.get(ref);
      return site && mapped(site);
    },
    near: nearWithin(mostComparisons),
    nearRef: nearRefs(input.catalog),
    anchorsOf: remember((page: DocsPage) => ({ ...page, anchors: new Set(page.anchors) })),
  };
}

/** Repositories by what their addresses are compared by; a name that is used today comes before one that was. */
function keysOf({ repositories, formerSlugs }: PortalInput): ReadonlyMap<string, RepositoryFiles> {
  const keys = new Map<string, RepositoryFiles>();
  const claim = (webUrl: string, files: RepositoryFiles) => {
    const key = repositoryKey(webUrl);
    if (key !== undefined && !keys.has(key)) keys.set(key, files);
  };
  for (const files of repositories) if (files.repository.webUrl) claim(files.repository.webUrl, files);
  for (const files of repositories) {
    const { slug, webUrl } = files.repository;
    if (!webUrl?.toLowerCase().endsWith(slug.toLowerCase())) continue;
    for (const former of formerSlugs.get(slug) ?? []) claim(webUrl.slice(0, -slug.length) + former, files);
  }
  return keys;
}

function mapSite(site: DocsSite): MappedSite {
  return {
    site,
    byPath: new Map(site.pages.map((page) => [page.path, page])),
    bySource: new Map(site.pages.map((page) => [page.sourcePath, page])),
    assets: new Set(site.assets.map(({ path }) => path)),
    folders: docsFolders(site),
  };
}

// One broken link costs a comparison with every page of a site; an estate could have thousands of both.
const mostComparisons = 5_000_000;

function nearWithin(budget: number): PortalMap['near'] {
  let left = budget;
  return (wanted, words) => {
    left -= words.length;
    return left < 0 ? undefined : nearWord(wanted, words);
  };
}

function nearRefs({ byRef }: Catalog): PortalMap['nearRef'] {
  const prepared = remember((refs: Catalog['byRef']) => prepareNearMiss(refs.keys()));
  return (ref) => {
    const parsed = parseEntityRef(ref);
    return parsed.ok ? prepared(byRef).suggest(parsed.ref) : undefined;
  };
}

function remember<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}
