import type { DocsSite } from '../../techdocs/docs-site.ts';
import { mentionOf, type Portal } from '../assemble-portal.ts';
import { siteFreshness } from '../docs-freshness.ts';
import { docsMark } from '../docs-last-good.ts';
import { docsPath, urlOf } from '../urls.ts';
import type { DocsRow } from '../views/docs-home.ts';
import { textsIn } from '../views/text/texts.ts';

const known = new WeakMap<Portal, readonly DocsRow[]>();

/** Every docs site of the portal, by title. */
export function docsRows(portal: Portal): readonly DocsRow[] {
  const rows = known.get(portal) ?? makeRows(portal);
  known.set(portal, rows);
  return rows;
}

function makeRows(portal: Portal): readonly DocsRow[] {
  const collator = new Intl.Collator(portal.config.language, { numeric: true, sensitivity: 'base' });
  return portal.docsSites
    .map((site) => docsRow(portal, site))
    .sort((a, b) => collator.compare(a.title, b.title) || (a.url < b.url ? -1 : 1));
}

function docsRow(portal: Portal, site: DocsSite): DocsRow {
  const { title, url, glyph, owner } = mentionOf(portal, site.entityRef);
  const { changedAt, stalePages } = siteFreshness(site, portal.staleDocs);
  const ofCommit = site.lastGood?.at ?? portal.repositoryBySlug.get(site.repository)?.committedAt;
  const text = textsIn(portal.config.language).docsHome;
  return {
    title: site.title,
    url: urlOf(portal.config.base, docsPath(site.entityRef)),
    description: site.pages[0]?.description ?? '',
    entity: { title, glyph, ...(url && { url }) },
    ...(owner && { owner: { text: owner.text, ...(owner.url && { url: owner.url }) } }),
    pages: site.pages.length,
    decisions: site.decisions?.length ?? 0,
    time: changedAt ?? ofCommit ?? '',
    ...(portal.staleDocs &&
      stalePages > 0 && {
        untouched:
          stalePages === site.pages.length
            ? portal.staleDocs.text
            : text.untouchedPages(portal.staleDocs.text, stalePages),
      }),
    ...docsMark(site, portal.config.language),
  };
}
