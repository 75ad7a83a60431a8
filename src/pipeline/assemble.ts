import type { CallboardConfig } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { assemblePortal, type Portal } from '../portal/assemble-portal.ts';
import type { EntityChange } from '../portal/changes/entity-change.ts';
import type { CrawlStatus } from '../portal/status/crawl-status.ts';
import { picturePath } from '../render/owners-pictures.ts';
import type { BuiltDocs } from '../techdocs/build-docs.ts';
import { datePages } from '../techdocs/history/date-pages.ts';
import { formerSlugsOf } from './describe-crawl.ts';
import { listUncatalogued } from './list-uncatalogued.ts';
import type { GuardedCatalog } from './removals/read-guarded-catalog.ts';
import { staleDocs } from './stale-docs.ts';
import { callboardVersion } from './version.ts';

/** What the stages before made of the repositories. */
export interface MadeSoFar {
  readonly config: CallboardConfig;
  readonly guarded: GuardedCatalog;
  readonly docs: BuiltDocs;
  /** Sorted, with the severities that the owner wants. */
  readonly diagnostics: readonly Diagnostic[];
  readonly crawl: CrawlStatus;
  /** Newest first. */
  readonly changes: readonly EntityChange[];
}

/** Puts together what every page and file of the portal is made of. Pure. */
export function assemble({ config, guarded, docs, diagnostics, crawl, changes }: MadeSoFar): Portal {
  const { catalog, snapshot } = guarded;
  const { logo, favicon } = config.portal;
  const stale = staleDocs(config.techdocs.staleAfter, crawl.crawledAt, config.portal.language);
  return assemblePortal({
    config: config.portal,
    catalog,
    repositories: snapshot.repositories.map((item) => item.repository),
    docsSites: datePages(docs.sites, snapshot.repositories, catalog),
    docsByEntity: docs.docsByEntity,
    diagnostics,
    callboardVersion,
    uncatalogued: listUncatalogued(snapshot, config),
    formerSlugs: formerSlugsOf(snapshot),
    crawl,
    changes,
    ...(stale && { staleDocs: stale }),
    frameHosts: config.techdocs.iframeHosts,
    ...(logo && { logoPath: picturePath('logo', logo) }),
    ...(favicon && { favicon: picturePath('icon', favicon) }),
  });
}
