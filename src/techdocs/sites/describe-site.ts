import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { DocsBlobs } from '../docs-blobs.ts';
import type { DocsSite } from '../docs-site.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';
import type { CachedSite } from './site-cache.ts';

/** Where a site belongs today, whichever version of it is shown. */
export interface SitePlace {
  readonly entityRef: string;
  /** Slug of the repository. */
  readonly repository: string;
  readonly root: string;
}

/** Puts a site of the cache in its place. `fileOf` says where the bytes of an asset lie that is a blob of Git. */
export function toDocsSite(
  { record, folder }: CachedSite,
  place: SitePlace,
  fileOf: DocsBlobs['pathOf'],
  lastGood?: DocsSite['lastGood'],
): DocsSite {
  return {
    ...place,
    title: record.title,
    nav: record.nav,
    pages: record.pages.map(({ file, ...page }) => ({ ...page, htmlFile: join(folder, 'pages', file) })),
    assets: record.assets.map((asset) => ({
      path: asset.path,
      size: asset.size,
      file: 'oid' in asset ? fileOf(asset.oid) : join(folder, 'assets', asset.file),
    })),
    redirects: new Map(record.redirects),
    ...(record.decisions && { decisions: record.decisions }),
    ...(lastGood && { lastGood }),
  };
}

/** Where a plan's site belongs. */
export function placeOfPlan({ entityRef, repository, layout }: DocsSitePlan): SitePlace {
  return { entityRef, repository: repository.repository.slug, root: layout.root };
}

/** Says that a site could not be built, and what is shown instead of it, if anything. */
export function siteFailed(
  { layout, repository, entityRef }: DocsSitePlan,
  reason: string,
  shown?: string,
): Diagnostic {
  const instead = shown === undefined ? '' : `; they are shown as of commit ${shown.slice(0, 7)}`;
  const message = `The docs in "${layout.root || '.'}" could not be built: ${reason}${instead}`;
  const path = layout.configPath ?? layout.files[0]?.path;
  const source = { repository: repository.repository.slug, ...(path !== undefined && { path }) };
  return diagnose('techdocs/site-failed', { message, source, entityRef });
}

/** What is to be said of how a site is laid out. */
export function layoutDiagnostics({ layout, repository, entityRef }: DocsSitePlan): readonly Diagnostic[] {
  return layout.problems.map(({ code, message, path, line, column }) => {
    const source = { repository: repository.repository.slug, path, ...(line && { line }), ...(column && { column }) };
    return diagnose(code, { message, source, entityRef });
  });
}
