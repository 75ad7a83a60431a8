import type { Catalog, CatalogEntity } from '../catalog/entity.ts';
import type { RepositoryInfo } from '../catalog/repository-files.ts';
import type { PortalConfig } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DocsSite } from '../techdocs/docs-site.ts';
import { ageMark } from './age-mark.ts';
import type { EntityChange } from './changes/entity-change.ts';
import { type Coverage, measureCoverage, type Uncatalogued } from './coverage/coverage.ts';
import type { StaleDocs } from './docs-freshness.ts';
import { kindRule } from './kinds.ts';
import { mentionEntity } from './mention.ts';
import { indexProblems, type ProblemIndex } from './problems/problem-index.ts';
import type { CrawlStatus } from './status/crawl-status.ts';
import { docsPath, urlOf } from './urls.ts';
import type { EntityMention } from './views/shared.ts';

/** What the portal is made of: the values of the stages before it. */
export interface PortalInput {
  readonly config: PortalConfig;
  readonly catalog: Catalog;
  readonly repositories: readonly RepositoryInfo[];
  readonly docsSites: readonly DocsSite[];
  /** Entity ref → ref under whose URL its docs are published. */
  readonly docsByEntity: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  /** Path of the logo inside the portal, if the owner has one. */
  readonly logoPath?: string;
  /** Path inside the portal of the owner's picture for tabs and bookmarks; absent: none of its own. */
  readonly favicon?: string;
  readonly callboardVersion: string;
  /** Names that repositories had before, by the slug that they have now; absent: none was renamed. */
  readonly formerSlugs?: ReadonlyMap<string, readonly string[]>;
  /** What the run learned of its sources; absent: the portal was not made of a crawl. */
  readonly crawl?: CrawlStatus;
  /** What the crawl found that is not in the catalog; absent: the portal was not made of a crawl. */
  readonly uncatalogued?: Uncatalogued;
  /** What changed from build to build, newest first; absent: nobody compared. */
  readonly changes?: readonly EntityChange[];
  /** When docs count as not touched for long; absent: never. */
  readonly staleDocs?: StaleDocs;
  /** Hosts whose pages docs may show in frames (`techdocs.iframeHosts`). */
  readonly frameHosts?: readonly string[];
}

/** The site's whole data, indexed for the view models. Read-only; every view model is a pure function of it. */
export interface Portal extends PortalInput {
  readonly mentions: ReadonlyMap<string, EntityMention>;
  readonly repositoryBySlug: ReadonlyMap<string, RepositoryInfo>;
  readonly siteByRef: ReadonlyMap<string, DocsSite>;
  readonly problemsByRef: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly problems: ProblemIndex;
  readonly coverage: Coverage;
  readonly changesByRef: ReadonlyMap<string, readonly EntityChange[]>;
  /** Entities by lower-case kind, in catalog order. */
  readonly byKind: ReadonlyMap<string, readonly CatalogEntity[]>;
}

/** Indexes what the stages made, once, for all pages. Pure. */
export function assemblePortal(input: PortalInput): Portal {
  const { catalog, config } = input;
  const repositoryBySlug = new Map(input.repositories.map((repository) => [repository.slug, repository]));
  const mention = (item: CatalogEntity) =>
    mentionEntity(item, catalog, config, ageMark(item, repositoryBySlug.get(item.source.repository), config.language));
  return {
    ...input,
    mentions: new Map(catalog.entities.map((item) => [item.ref, mention(item)])),
    repositoryBySlug,
    siteByRef: new Map(input.docsSites.map((site) => [site.entityRef, site])),
    problemsByRef: groupBy(
      input.diagnostics.filter((item) => item.entityRef !== undefined),
      (item) => item.entityRef as string,
    ),
    problems: indexProblems(input.diagnostics, catalog),
    coverage: measureCoverage(catalog, input.repositories, input.uncatalogued),
    changesByRef: groupBy(input.changes ?? [], ({ ref }) => ref),
    byKind: groupBy(catalog.entities, (item) => item.entity.kind.toLowerCase()),
  };
}

/** The mention of an entity by ref; of one that is not in the catalog, its name without a link. */
export function mentionOf(portal: Portal, ref: string): EntityMention {
  return portal.mentions.get(ref) ?? missingMention(portal, ref);
}

function missingMention({ catalog: { model }, config }: Portal, ref: string): EntityMention {
  const kind = ref.slice(0, ref.indexOf(':'));
  const { title } = kindRule(model, model.spellingOf(kind) ?? kind, config.language);
  return { ref, title: ref.slice(ref.indexOf('/') + 1), glyph: 'entity', kind: title };
}

/** Page of another entity's docs that an entity says is its own (`techdocs-entity-path`), as the end of a URL; `''`: the index. */
function docsEntryOf(item: CatalogEntity | undefined, site: DocsSite): string {
  const written: unknown = item?.entity.metadata.annotations?.['backstage.io/techdocs-entity-path'];
  if (typeof written !== 'string') return '';
  const path = `${written.split('#')[0]?.replace(/(?:^|\/)index\.html$/, '')}/`.replace(/\/+/g, '/').replace(/^\//, '');
  return site.pages.some((page) => page.path === path) ? encodeURI(path) : '';
}

/** The docs site of an entity, also when another entity publishes it, with its URL. */
export function docsOf(portal: Portal, ref: string): { readonly site: DocsSite; readonly url: string } | undefined {
  const site = portal.siteByRef.get(portal.docsByEntity.get(ref) ?? ref);
  const page = site && site.entityRef !== ref ? docsEntryOf(portal.catalog.byRef.get(ref), site) : '';
  return site && { site, url: urlOf(portal.config.base, docsPath(site.entityRef)) + page };
}

/** Groups values by a key, keeping their order. */
export function groupBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
