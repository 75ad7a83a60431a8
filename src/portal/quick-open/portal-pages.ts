import type { Portal } from '../assemble-portal.ts';
import { kindsOf } from '../catalog-index.ts';
import { changesPath } from '../changes/changes-paths.ts';
import { coveragePath } from '../coverage/coverage-paths.ts';
import { kindRule } from '../kinds.ts';
import { settingsPath } from '../personal/personal-paths.ts';
import { overviewPath } from '../problems/problem-paths.ts';
import { statusPagePath } from '../status/status-paths.ts';
import { catalogIndexPath } from '../urls.ts';
import type { QuickOpenPage } from '../views/quick-open.ts';
import { textsIn } from '../views/text/texts.ts';

/** The portal's own pages: indexes of kinds, and what is about the portal as a whole. */
export function portalPages(portal: Portal): readonly QuickOpenPage[] {
  const { pages } = textsIn(portal.config.language).quickOpen;
  const indexes = kindsOf(portal).map((kind): QuickOpenPage => {
    const { plural, glyph } = kindRule(
      portal.catalog.model,
      portal.byKind.get(kind)?.[0]?.entity.kind ?? kind,
      portal.config.language,
    );
    return { title: plural, path: catalogIndexPath(kind), glyph, words: pages.catalogWords };
  });
  return [
    { title: pages.home, path: '', glyph: 'menu', words: pages.homeWords },
    ...indexes,
    ...(portal.docsSites.length > 0
      ? [{ title: pages.docs, path: 'docs/', glyph: 'docs' as const, words: pages.docsWords }]
      : []),
    { title: pages.graph, path: 'catalog-graph/', glyph: 'graph', words: pages.graphWords },
    { title: pages.search, path: 'search/', glyph: 'search', words: pages.searchWords },
    { title: pages.problems, path: overviewPath('repository'), glyph: 'problem', words: pages.problemsWords },
    { title: pages.problemsByOwner, path: overviewPath('owner'), glyph: 'problem' },
    { title: pages.problemsByCode, path: overviewPath('code'), glyph: 'problem' },
    ...(portal.changes
      ? [{ title: pages.changes, path: changesPath, glyph: 'info' as const, words: pages.changesWords }]
      : []),
    ...(portal.crawl
      ? [{ title: pages.status, path: statusPagePath(), glyph: 'info' as const, words: pages.statusWords }]
      : []),
    ...(portal.uncatalogued
      ? [{ title: pages.coverage, path: coveragePath('missing'), glyph: 'source' as const, words: pages.coverageWords }]
      : []),
    { title: pages.settings, path: settingsPath, glyph: 'menu', words: pages.settingsWords },
  ];
}
