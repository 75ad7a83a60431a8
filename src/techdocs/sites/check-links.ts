import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { DocsHeading } from '../docs-site.ts';
import { type CheckedSiteLinks, checkSiteLinks, type LinkingPage } from '../links/check-site-links.ts';
import { locateAddress, type ReadText } from '../links/locate-address.ts';
import type { PageLinks } from '../links/page-links.ts';
import { resolveLink } from '../links/resolve-link.ts';
import type { SiteMap, SiteTarget } from '../links/site-map.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';

/** A rendered page and what it says of its links; nothing where it could not be rendered. */
export interface LinkedPage {
  readonly target: SiteTarget;
  readonly title: string;
  readonly headings: readonly DocsHeading[];
  readonly links?: PageLinks;
}

/** What becomes of the links of a site's pages into their parts. */
export interface CheckedLinks {
  readonly mended: CheckedSiteLinks['mended'];
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks the links of a site to parts of its own pages; `read` gives the text of files for line numbers. */
export function checkLinks(
  pages: readonly LinkedPage[],
  map: SiteMap,
  { repository, layout }: DocsSitePlan,
  read: ReadText,
): CheckedLinks {
  const targets = new Map(pages.map(({ target }) => [target.path, target]));
  const linking = pages.flatMap(({ target, title, headings, links }): readonly LinkingPage[] => {
    if (!links) return [];
    return [{ path: target.path, title, headings, anchors: links.anchors, anchorLinks: links.anchorLinks }];
  });
  const { mended, broken } = checkSiteLinks(linking);
  const diagnostics = broken.map(({ page, link, message, hint }) => {
    const target = targets.get(page.path) as SiteTarget;
    const place = { page: target, map, repository: repository.repository };
    const isMeant = (address: string) => {
      const meant = resolveLink(address, place, 'link');
      return meant.type === 'site' && meant.target === link.target && meant.fragment === link.fragment;
    };
    const found = locateAddress(target.source, `#${link.fragment}`, layout, read, isMeant);
    const source = { repository: repository.repository.slug, ...found };
    return diagnose('techdocs/broken-anchor', { message, source, ...(hint !== undefined && { hint }) });
  });
  return { mended, diagnostics };
}
