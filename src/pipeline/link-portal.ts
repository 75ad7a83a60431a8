import type { CallboardConfig } from '../config/config.ts';
import type { StageResult } from '../diagnostics/stage.ts';
import type { BuiltDocs } from '../techdocs/build-docs.ts';
import { linkDocs } from '../techdocs/link-docs.ts';
import { formerSlugsOf } from './describe-crawl.ts';
import type { GuardedCatalog } from './removals/read-guarded-catalog.ts';

/** Leads the links of docs to what the portal shows, and says which lead nowhere. Nothing where the owner wants no docs. */
export function linkPortal(
  docs: BuiltDocs,
  { catalog, snapshot }: GuardedCatalog,
  { portal, techdocs }: CallboardConfig,
): StageResult<BuiltDocs> {
  if (!techdocs.enabled) return { value: docs, diagnostics: [] };
  const { value: sites, diagnostics } = linkDocs({
    ...docs,
    catalog,
    repositories: snapshot.repositories,
    blobs: snapshot.blobs,
    formerSlugs: formerSlugsOf(snapshot),
    ...(portal.url !== undefined && { portalUrl: portal.url }),
  });
  return { value: { ...docs, sites }, diagnostics };
}
