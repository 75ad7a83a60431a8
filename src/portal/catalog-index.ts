import type { Portal } from './assemble-portal.ts';
import { facetsOf } from './catalog-index/facets.ts';
import { indexOf } from './catalog-index/kind-index.ts';
import { presetsOf } from './catalog-index/presets.ts';
import { rowsPath } from './catalog-index/row-files.ts';
import { ruleOf } from './catalog-index/rows.ts';
import { frameOf } from './frame.ts';
import { kindOrder } from './kinds.ts';
import { catalogIndexPath, kindMarkdownPath, urlOf } from './urls.ts';
import type { CatalogIndexPage, CatalogKind } from './views/catalog.ts';
import { textsIn } from './views/text/texts.ts';

/** Rows of one static page. */
const rowsPerPage = 100;

/** Kinds that the catalog has, in the order in which people meet them. Lower case. */
export function kindsOf(portal: Portal): readonly string[] {
  const order = kindOrder(portal.catalog.model);
  const rank = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return [...portal.byKind.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** Every static page of a kind's index. */
export function catalogIndexPages(portal: Portal, kind: string): readonly CatalogIndexPage[] {
  const count = portal.byKind.get(kind)?.length ?? 0;
  const pageCount = Math.max(1, Math.ceil(count / rowsPerPage));
  const shared = sharedByPages(portal, kind);
  return Array.from({ length: pageCount }, (_, at) => catalogIndexPage(portal, kind, shared, at + 1, pageCount));
}

type Shared = ReturnType<typeof sharedByPages>;

function sharedByPages(portal: Portal, kind: string) {
  const { base, language } = portal.config;
  const text = textsIn(language).catalog;
  const rule = ruleOf(portal, kind);
  const { rows } = indexOf(portal, kind);
  const facets = facetsOf(portal, kind);
  const nouns = [text.noun(rule.title), text.noun(rule.plural)] as const;
  return {
    page: 'catalog-index' as const,
    title: text.title,
    kinds: kindTabs(portal, kind),
    nouns,
    totalText: text.total(rows.length, nouns[rows.length === 1 ? 0 : 1]),
    ...(rule.description && { description: rule.description }),
    glyph: rule.glyph,
    total: rows.length,
    columns: rule.columns.map(({ field, title, path }) => ({ field, title, ...(path && { isOwn: true }) })),
    facets,
    presets: presetsOf(portal, kind, facets),
    rowsUrl: urlOf(base, rowsPath(kind)),
    indexUrl: urlOf(base, catalogIndexPath(kind)),
    jsonUrl: urlOf(base, `api/catalog/entities/by-kind/${kind}.json`),
    saveName: rule.plural.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-'),
    settingsUrl: urlOf(base, 'settings/'),
  };
}

function catalogIndexPage(
  portal: Portal,
  kind: string,
  shared: Shared,
  number: number,
  pageCount: number,
): CatalogIndexPage {
  const { base, language, title } = portal.config;
  const text = textsIn(language).catalog;
  const { plural } = ruleOf(portal, kind);
  const pageUrl = (at: number) => urlOf(base, catalogIndexPath(kind, at));
  return {
    ...shared,
    frame: frameOf(portal, {
      path: catalogIndexPath(kind, number),
      title: number === 1 ? plural : text.pageTitle(plural, number),
      description: text.pageDescription(shared.total, plural, title),
      section: kind === 'api' ? 'apis' : kind === 'group' ? 'teams' : 'catalog',
      twins: { markdown: kindMarkdownPath(kind) },
    }),
    rows: indexOf(portal, kind).rows.slice((number - 1) * rowsPerPage, number * rowsPerPage),
    pageNumber: number,
    pageCount,
    ...(number > 1 && { previousUrl: pageUrl(number - 1) }),
    ...(number < pageCount && { nextUrl: pageUrl(number + 1) }),
  };
}

function kindTabs(portal: Portal, kind: string): readonly CatalogKind[] {
  return kindsOf(portal).map((other) => {
    const { plural, glyph } = ruleOf(portal, other);
    // Types and own fields of one kind say nothing of another.
    const kept = facetsOf(portal, other).filter(({ field }) => !field.includes('.') && field !== 'type');
    return {
      title: plural,
      glyph,
      count: portal.byKind.get(other)?.length ?? 0,
      url: urlOf(portal.config.base, catalogIndexPath(other)),
      current: other === kind,
      keeps: kept.map(({ field }) => field).join(' '),
    };
  });
}
