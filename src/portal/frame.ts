import { accentStylesheet, pageColours } from './accent.ts';
import type { Portal } from './assemble-portal.ts';
import { feedPath } from './changes/changes-paths.ts';
import { iconPath, touchIconPath } from './icons.ts';
import { openSearchPath } from './machine/opensearch.ts';
import { socialCard } from './open-graph/social-card.ts';
import { settingsPath } from './personal/personal-paths.ts';
import { statusPagePath } from './status/status-paths.ts';
import { catalogIndexPath, urlOf } from './urls.ts';
import type { PageFrame, PageSearch } from './views/shared.ts';
import { textsIn } from './views/text/texts.ts';

/** What differs between the frames of two pages. */
export interface FrameDetails {
  /** Path of the page inside the portal. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly section: 'catalog' | 'docs' | 'apis' | 'graph' | 'teams' | 'problems' | 'none';
  readonly search?: PageSearch;
  /** Paths of the same page for machines. */
  readonly twins?: { readonly markdown: string; readonly json?: string };
}

/** The frame of one page: header, navigation, head. */
export function frameOf(portal: Portal, details: FrameDetails): PageFrame {
  const { base, language, title, url } = portal.config;
  const text = textsIn(language).frame;
  const card = socialCard(portal, details);
  const link = (text: string, path: string, section: FrameDetails['section']) => ({
    text,
    url: urlOf(base, path),
    current: section === details.section,
  });
  const has = (kind: string) => portal.byKind.has(kind);
  return {
    portalTitle: title,
    language,
    ...(portal.logoPath && { logoUrl: urlOf(base, portal.logoPath) }),
    base,
    ...(url && { canonicalUrl: `${url}${urlOf('/', details.path)}` }),
    accentCss: accentStylesheet(portal.config.accent),
    iconUrl: urlOf(base, iconPath(portal)),
    touchIconUrl: urlOf(base, touchIconPath),
    pageColours,
    ...(card && { card }),
    title: details.title,
    description: details.description,
    nav: [
      link(text.catalog, catalogIndexPath(firstKind(portal)), 'catalog'),
      ...(portal.docsSites.length > 0 ? [link(text.docs, 'docs/', 'docs')] : []),
      ...(has('api') ? [link(text.apis, catalogIndexPath('api'), 'apis')] : []),
      link(text.graph, 'catalog-graph/', 'graph'),
      ...(has('group') ? [link(text.teams, catalogIndexPath('group'), 'teams')] : []),
      link(text.problems, 'problems/', 'problems'),
    ],
    searchUrl: urlOf(base, 'search/'),
    homeUrl: base,
    settingsUrl: urlOf(base, settingsPath),
    callboardVersion: portal.callboardVersion,
    ...(portal.crawl && { statusUrl: urlOf(base, statusPagePath()) }),
    ...(url && { openSearchUrl: urlOf(base, openSearchPath) }),
    ...(portal.changes && { feedUrl: urlOf(base, feedPath) }),
    ...(portal.frameHosts && details.section === 'docs' && { frameHosts: portal.frameHosts }),
    ...(details.twins && { twins: twinsOf(base, details.twins) }),
    ...(details.search && { search: details.search }),
  };
}

function twinsOf(
  base: string,
  { markdown, json }: NonNullable<FrameDetails['twins']>,
): NonNullable<PageFrame['twins']> {
  return [
    { type: 'text/markdown', url: urlOf(base, markdown) },
    ...(json === undefined ? [] : [{ type: 'application/json' as const, url: urlOf(base, json) }]),
  ];
}

/** The kind whose index `/catalog/` leads to: Components, or whatever there is. */
export function firstKind(portal: Portal): string {
  return portal.byKind.has('component') ? 'component' : (portal.byKind.keys().next().value ?? 'component');
}
