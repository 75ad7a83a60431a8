import { readFileSync } from 'node:fs';
import type { RepositoryFiles } from '../catalog/repository-files.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { StageResult } from '../diagnostics/stage.ts';
import type { DocsBlobs } from './docs-blobs.ts';
import type { DocsPage, DocsSite } from './docs-site.ts';
import { checkEntityLinks } from './links/elsewhere/check-entity-links.ts';
import { placeReferences } from './links/elsewhere/place-references.ts';
import { mapPortal, type PortalInput, type PortalMap } from './links/elsewhere/portal-map.ts';
import { referenceTarget } from './links/elsewhere/reference-target.ts';
import type { TargetProblem } from './links/elsewhere/target.ts';
import type { PageReference } from './links/page-links.ts';

/** What the links of docs are resolved with: the whole portal. */
export interface LinkInput extends PortalInput {
  readonly blobs: DocsBlobs;
}

/** A link of a page that leads nowhere. */
interface BrokenReference {
  readonly page: DocsPage;
  readonly reference: PageReference;
  readonly problem: TargetProblem;
}

/** More problems than this on one page say nothing new. */
const mostProblems = 50;

/**
 * Leads the links of docs to what the portal shows: files of other repositories to their pages, addresses of the portal to where they
 * are today. Done for all sites in every build, since what others change decides where a link leads; only pages with such links change.
 */
export function linkDocs(input: LinkInput): StageResult<readonly DocsSite[]> {
  const map = mapPortal(input);
  const diagnostics: Diagnostic[] = [];
  const bySlug = new Map(input.repositories.map((files) => [files.repository.slug, files]));
  const sites = input.sites.map((site) => {
    const broken: BrokenReference[] = [];
    const pages = site.pages.map((page) => linkPage(page, site, map, broken));
    const files = bySlug.get(site.repository);
    // The lines of an older version are not those of today's file.
    if (files && !site.lastGood) diagnostics.push(...describe(broken, site, files, input.blobs));
    return pages.some((page, index) => page !== site.pages[index]) ? { ...site, pages } : site;
  });
  return { value: sites, diagnostics: [...diagnostics, ...checkEntityLinks(map)] };
}

function linkPage(page: DocsPage, site: DocsSite, map: PortalMap, broken: BrokenReference[]): DocsPage {
  const { references = [], mended = [] } = page;
  if (references.length === 0 && mended.length === 0) return page;
  const links = new Map<string, string>(mended);
  const found = broken.length;
  for (const reference of references) {
    const { address, problem } = referenceTarget(reference, site, map);
    if (address !== undefined) links.set(reference.href, `/${address}`);
    if (problem && broken.length - found < mostProblems) broken.push({ page, reference, problem });
  }
  return links.size === 0 ? page : { ...page, links };
}

function describe(
  broken: readonly BrokenReference[],
  site: DocsSite,
  files: RepositoryFiles,
  blobs: DocsBlobs,
): readonly Diagnostic[] {
  if (broken.length === 0) return [];
  const read = (path: string) => {
    const file = files.files.get(path);
    return file === undefined ? '' : (file.text ?? readFileSync(blobs.pathOf(file.oid), 'utf8'));
  };
  const locate = placeReferences(site, files, read);
  const diagnostics = broken.map(({ page, reference, problem }) => {
    const { code, message, hint } = problem;
    const source = { repository: site.repository, ...locate(page, reference) };
    return diagnose(code, { message, source, entityRef: site.entityRef, ...(hint !== undefined && { hint }) });
  });
  return [
    ...new Map(diagnostics.map((item) => [JSON.stringify([item.code, item.message, item.source]), item])).values(),
  ];
}
