import type { DocsPage, DocsSite } from '../techdocs/docs-site.ts';
import { mentionOf, type Portal } from './assemble-portal.ts';
import { docsActions } from './docs-actions.ts';
import { staleMark } from './docs-freshness.ts';
import { docsHistory } from './docs-history.ts';
import { docsLastGood } from './docs-last-good.ts';
import { docsNav, sectionsAbove } from './docs-nav.ts';
import { figuresOf } from './figure-files.ts';
import { frameOf } from './frame.ts';
import { docsChoice } from './offline/offline-choice.ts';
import { problemView } from './problems/problem-view.ts';
import { provenanceOf } from './provenance.ts';
import { repositoryAsOf } from './stale-view.ts';
import { docsPath, partsOf, urlOf } from './urls.ts';
import type { DocsPageView, RedirectPage } from './views/docs.ts';
import type { PageSearch, TextLink } from './views/shared.ts';
import { textsIn } from './views/text/texts.ts';

/** One page of a docs site in the portal's own layout; `html` is the page's sanitised content. */
export function docsPageView(portal: Portal, site: DocsSite, page: DocsPage, html: string): DocsPageView {
  const { base } = portal.config;
  const entity = mentionOf(portal, site.entityRef);
  const place = { entityRef: site.entityRef, page: page.path, base, language: portal.config.language };
  const sections = sectionsAbove(site.nav, place);
  const at = site.pages.indexOf(page);
  const link = (other: DocsPage | undefined): TextLink | undefined =>
    other && { text: other.title, url: urlOf(base, docsPath(site.entityRef, other.path)) };
  const previous = link(site.pages[at - 1]);
  const next = link(site.pages[at + 1]);
  const asOf = repositoryAsOf(portal, site.repository);
  const history = docsHistory(portal, site, page);
  const lastGood = docsLastGood(portal, site);
  const offline = docsChoice(portal, site);
  const version = site.lastGood && { commit: site.lastGood.commit, committedAt: site.lastGood.at };
  return {
    page: 'docs-page',
    frame: frameOf(portal, {
      path: docsPath(site.entityRef, page.path),
      title: page.path === '' ? site.title : `${page.title} · ${site.title}`,
      description: page.description,
      section: 'docs',
      search: searchOf(portal, site, page, sections),
    }),
    entity,
    siteTitle: site.title,
    siteUrl: urlOf(base, docsPath(site.entityRef)),
    breadcrumbs: [
      ...(entity.url ? [{ text: entity.title, url: entity.url }] : []),
      ...(entity.url && entity.title === site.title
        ? []
        : [{ text: site.title, url: urlOf(base, docsPath(site.entityRef)) }]),
      ...sections,
    ],
    title: page.title,
    hasOwnTitle: /^\s*<h1[\s>]/.test(html),
    html,
    figures: figuresOf(base, site, page),
    nav: docsNav(site.nav, place),
    search: {
      url: urlOf(base, 'search/'),
      pagefindUrl: urlOf(base, 'pagefind/'),
      entity: docsFilter(portal, site),
    },
    headings: contentsOf(page),
    ...(previous && { previous }),
    ...(next && { next }),
    ...(asOf && { asOf }),
    ...(lastGood && { lastGood }),
    provenance: provenanceOf(portal, site.repository, page.sourcePath, version),
    ...(history && { history }),
    ...(offline && { offline }),
    actions: docsActions(portal, site, page),
    problems: portal.diagnostics
      .filter(({ source }) => source?.repository === site.repository && source.path === page.sourcePath)
      .map((problem) => problemView(portal, problem)),
  };
}

/** More headings than this say little beside a page. */
const mostHeadings = 100;

/** What "On this page" lists: two levels, or one where that would be too much. */
function contentsOf(page: DocsPage): DocsPageView['headings'] {
  const shown = page.headings.filter(({ level }) => level <= 3);
  const top = shown.filter(({ level }) => level === 2);
  return shown.length > mostHeadings && top.length > 1 ? top : shown;
}

function searchOf(portal: Portal, site: DocsSite, page: DocsPage, sections: readonly TextLink[]): PageSearch {
  const stale = staleMark(page, portal.staleDocs);
  const entity = mentionOf(portal, site.entityRef);
  const docs = entity.title === site.title ? site.title : `${site.title} (${entity.title})`;
  return {
    category: 'docs',
    glyph: 'docs',
    filters: {
      entity: [docsFilter(portal, site)],
      kind: [entity.kind],
      ...(stale !== undefined && { freshness: [stale] }),
      ...(entity.owner && { owner: [entity.owner.text] }),
    },
    keywords: partsOf(site.entityRef).name,
    subtitle: [textsIn(portal.config.language).docs.docsOf(docs), ...sections.map(({ text }) => text)].join(' › '),
  };
}

const repeatedTitles = new WeakMap<Portal, ReadonlySet<string>>();

/** What the search filter calls an entity with docs: its title, and its reference where two have the same title. */
function docsFilter(portal: Portal, site: DocsSite): string {
  let repeated = repeatedTitles.get(portal);
  if (!repeated) {
    const titles = portal.docsSites.map(({ entityRef }) => mentionOf(portal, entityRef).title);
    repeated = new Set(titles.filter((title, index) => titles.indexOf(title) !== index));
    repeatedTitles.set(portal, repeated);
  }
  const { title } = mentionOf(portal, site.entityRef);
  return repeated.has(title) ? `${title} (${site.entityRef})` : title;
}

/** A page that sends readers of an old address to the new one; `target` is a path inside the portal. */
export function redirectPage(portal: Portal, path: string, target: string, text: string): RedirectPage {
  const { base, language, url } = portal.config;
  const words = textsIn(language).docs;
  return {
    page: 'redirect',
    frame: {
      ...frameOf(portal, { path, title: words.movedTitle, description: words.movedTo(text), section: 'none' }),
      ...(url && { canonicalUrl: `${url}${urlOf('/', target)}` }),
    },
    target: { text, url: urlOf(base, target) },
  };
}
