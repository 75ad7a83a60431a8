import type { Entity } from '../catalog/entity.ts';
import { reportJson } from '../diagnostics/report-json.ts';
import { accentStylesheet } from './accent.ts';
import type { Portal } from './assemble-portal.ts';
import { catalogRows, kindsOf, rowsPath } from './catalog-index.ts';
import { definitionOf } from './definition.ts';
import { accentPath } from './frame.ts';
import { graphData, graphDataPath } from './graph-page.ts';
import { problemRowsFiles } from './problems/problem-rows.ts';
import { docsPath, entityJsonPath, entityPath } from './urls.ts';

/** A file of the portal that is not a page. */
export interface MachineFile {
  /** Path inside the portal. */
  readonly path: string;
  readonly text: string;
}

/** Where the compact list of names is that the 404 page looks for near matches in. */
export const namesPath = 'api/names.json';

/**
 * Everything that machines read: the catalog in Backstage's JSON, diagnostics, rows for live filtering, the graph,
 * definitions, site map. A generator, so that ten thousand files need not be in memory at once.
 */
export function* machineFiles(portal: Portal): Generator<MachineFile> {
  const { entities } = portal.catalog;
  yield { path: 'api/catalog/entities.json', text: `[${entities.map((item) => jsonOf(item.entity)).join(',\n')}]\n` };
  for (const item of entities) {
    yield { path: entityJsonPath(item.ref), text: `${jsonOf(item.entity)}\n` };
    const definition = definitionOf(item, portal.config.base);
    if (definition) yield { path: definition.path, text: definition.text };
  }
  yield { path: 'api/diagnostics.json', text: reportJson(portal.diagnostics) };
  yield* problemRowsFiles(portal);
  for (const kind of kindsOf(portal)) {
    yield { path: rowsPath(kind), text: JSON.stringify(catalogRows(portal, kind)) };
  }
  yield { path: graphDataPath, text: JSON.stringify(graphData(portal)) };
  yield { path: namesPath, text: JSON.stringify(names(portal)) };
  yield { path: accentPath, text: accentStylesheet(portal.config.accent) };
  yield { path: 'robots.txt', text: robots(portal) };
  if (portal.config.url) yield { path: 'sitemap.xml', text: sitemap(portal, portal.config.url) };
}

function jsonOf(entity: Entity): string {
  return JSON.stringify(entity);
}

function names(portal: Portal): readonly (readonly [title: string, url: string, kind: string])[] {
  return [...portal.mentions.values()].map((mention) => [mention.title, mention.url ?? '', mention.kind]);
}

function robots(portal: Portal): string {
  const sitemapLine = portal.config.url ? `Sitemap: ${portal.config.url}/sitemap.xml\n` : '';
  return `User-agent: *\nAllow: /\n${sitemapLine}`;
}

function sitemap(portal: Portal, url: string): string {
  const paths = [
    '',
    ...portal.catalog.entities.map((item) => entityPath(item.ref)),
    ...portal.docsSites.flatMap((site) => site.pages.map((page) => docsPath(site.entityRef, page.path))),
  ];
  const lines = paths.map((path) => `<url><loc>${escapeXml(`${url}/${encodeURI(path)}`)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
