import type { CatalogEntity } from '../../catalog/entity.ts';
import { mentionOf, type Portal } from '../assemble-portal.ts';
import { siteFreshness } from '../docs-freshness.ts';
import { docsMark } from '../docs-last-good.ts';
import { docsPath, urlOf } from '../urls.ts';
import type { TeamDocs } from '../views/teams.ts';
import { textsIn } from '../views/text/texts.ts';
import { responsibilities } from './responsibilities.ts';

const mostSites = 20;

/** Docs of what a team or a person answers for, its own first, with how fresh they are. */
export function teamDocs(portal: Portal, item: CatalogEntity): TeamDocs | undefined {
  const sites = responsibilities(portal, item).flatMap(({ ref }) => portal.siteByRef.get(ref) ?? []);
  if (sites.length === 0) return undefined;
  const { base, language } = portal.config;
  const text = textsIn(language).teams;
  return {
    note: text.sites(sites.length),
    sites: sites.slice(0, mostSites).map((site) => {
      const { changedAt, stalePages } = siteFreshness(site, portal.staleDocs);
      const mark =
        docsMark(site, language).mark ?? (stalePages === site.pages.length ? portal.staleDocs?.text : undefined);
      return {
        title: site.title,
        url: urlOf(base, docsPath(site.entityRef)),
        entity: mentionOf(portal, site.entityRef),
        pages: text.pages(site.pages.length),
        ...(changedAt !== undefined && { changedAt }),
        ...(mark !== undefined && { mark }),
      };
    }),
    ...(sites.length > mostSites && { more: { text: text.allDocs, url: urlOf(base, 'docs/') } }),
  };
}
