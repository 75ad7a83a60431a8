import type { DocsPage, DocsSite } from '../techdocs/docs-site.ts';
import type { Portal } from './assemble-portal.ts';
import { catalogIndexPages, kindsOf } from './catalog-index.ts';
import { changesPages } from './changes/changes-page.ts';
import { coveragePages } from './coverage/coverage-pages.ts';
import { docsHomePages } from './docs-home/docs-home-pages.ts';
import { leadDocsLinks } from './docs-links.ts';
import { docsPageView, redirectPage } from './docs-pages.ts';
import { entityPage } from './entity-page.ts';
import { firstKind } from './frame.ts';
import { searchPage } from './full-text/search-page.ts';
import { graphPage } from './graph-page.ts';
import { homePage } from './home.ts';
import { movedPages } from './moved-repositories.ts';
import { backstageRedirects } from './not-found/backstage-redirects.ts';
import { notFoundPage } from './not-found/not-found-page.ts';
import { offlinePage } from './offline/offline-page.ts';
import { settingsPath } from './personal/personal-paths.ts';
import { settingsPage } from './personal/settings-page.ts';
import { problemPages } from './problems/plan-problem-pages.ts';
import { statusPages } from './status/status-page.ts';
import { catalogIndexPath, docsPath, entityPath } from './urls.ts';
import { offlinePagePath } from './views/offline.ts';
import type { PageView } from './views/page.ts';
import { textsIn } from './views/text/texts.ts';

/** A page to be rendered. Its view model is made only when its turn comes. */
export interface PlannedPage {
  /** File inside the portal: `catalog/default/component/orders/index.html`. */
  readonly file: string;
  /** Path of the site's route that renders it; mostly the file without `index.html`. */
  readonly route: string;
  /** `html` is the content of the docs page that `content` names. */
  readonly view: (html: string) => PageView;
  /** Absolute path of a file whose text the view needs. */
  readonly contentFile?: string;
}

/** Every page of the portal, in a stable order: entry points, indexes, entities, docs. Pure. */
export function planPages(portal: Portal): readonly PlannedPage[] {
  const text = textsIn(portal.config.language);
  const pages = [
    page('', () => homePage(portal)),
    ...problemPages(portal).map(([path, view]) => page(path, view)),
    ...movedPages(portal).map(({ from, to, slug }) => redirect(portal, from, to, text.problems.problemsOf(slug))),
    ...statusPages(portal).map(([path, view]) => page(path, view)),
    ...coveragePages(portal).map(([path, view]) => page(path, view)),
    ...changesPages(portal).map(([path, view]) => page(path, view)),
    page('search/', () => searchPage(portal)),
    page('catalog-graph/', () => graphPage(portal)),
    page(settingsPath, () => settingsPage(portal)),
    redirect(portal, 'catalog/', catalogIndexPath(firstKind(portal)), text.frame.catalog),
    ...(portal.byKind.has('api') ? [redirect(portal, 'api-docs/', catalogIndexPath('api'), text.frame.apis)] : []),
    ...backstageRedirects(portal).map(({ from, to, text }) => redirect(portal, from, to, text)),
    ...docsHomePages(portal).map(([path, view]) => ({ ...page(path, view), route: 'docs/' })),
    ...(portal.config.offline === false ? [] : [page(offlinePagePath, () => offlinePage(portal))]),
    { file: '404.html', route: 'not-found/', view: () => notFoundPage(portal) },
    ...kindsOf(portal).flatMap((kind) =>
      catalogIndexPages(portal, kind).map((view) => page(catalogIndexPath(kind, view.pageNumber), () => view)),
    ),
    ...portal.catalog.entities.map((item) => page(entityPath(item.ref), () => entityPage(portal, item))),
    ...portal.docsSites.flatMap((site) => docsPages(portal, site)),
    ...borrowedDocs(portal),
  ];
  return pages;
}

function page(path: string, view: PlannedPage['view']): PlannedPage {
  return { file: `${path}index.html`, route: path, view };
}

function redirect(portal: Portal, path: string, target: string, text: string): PlannedPage {
  return { file: `${path}index.html`, route: 'docs/moved/', view: () => redirectPage(portal, path, target, text) };
}

function docsPages(portal: Portal, site: DocsSite): readonly PlannedPage[] {
  const own = site.pages.map((item: DocsPage) => ({
    ...page(docsPath(site.entityRef, item.path), (html) =>
      docsPageView(portal, site, item, leadDocsLinks(html, item.links, portal.config.base)),
    ),
    contentFile: item.htmlFile,
  }));
  const taken = new Set(site.pages.map((item) => item.path));
  const index = site.pages[0];
  const moved = [...site.redirects, ...(taken.has('') || !index ? [] : [['', index.path] as const])]
    .filter(([from]) => !taken.has(from))
    .map(([from, to]) => redirect(portal, docsPath(site.entityRef, from), docsPath(site.entityRef, to), site.title));
  return [...own, ...moved];
}

/** Entities whose docs another entity publishes: their own docs address leads there. */
function borrowedDocs(portal: Portal): readonly PlannedPage[] {
  return [...portal.docsByEntity]
    .filter(([ref, publisher]) => ref !== publisher && portal.siteByRef.has(publisher))
    .map(([ref, publisher]) => {
      const title = portal.siteByRef.get(publisher)?.title ?? publisher;
      return redirect(portal, docsPath(ref), docsPath(publisher), title);
    });
}
