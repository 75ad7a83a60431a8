import type { Portal } from '../assemble-portal.ts';
import { docsPath, entityPath } from '../urls.ts';
import { escapeXml } from './escape-xml.ts';
import type { MachineFile } from './machine-file.ts';
import { shardPaths, shards } from './shards.ts';

/** Most that one site map may hold (sitemaps.org). */
const urlsPerFile = 50_000;

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** `robots.txt`, and the site map where the portal's URL is known; past 50,000 pages, an index of site maps. */
export function* crawlerFiles(portal: Portal): Generator<MachineFile> {
  const { url } = portal.config;
  const sitemapLine = url ? `Sitemap: ${url}/sitemap.xml\n` : '';
  yield { path: 'robots.txt', text: `User-agent: *\nAllow: /\n${sitemapLine}` };
  if (!url) return;
  const paths = [
    '',
    ...portal.catalog.entities.map((item) => entityPath(item.ref)),
    ...portal.docsSites.flatMap((site) => site.pages.map((page) => docsPath(site.entityRef, page.path))),
  ];
  const isOne = paths.length <= urlsPerFile;
  const first = isOne ? 'sitemap.xml' : 'sitemap-pages.xml';
  for (const { path, rows } of shards(first, paths, urlsPerFile)) {
    const lines = rows.map((row) => `<url><loc>${escapeXml(`${url}/${encodeURI(row)}`)}</loc></url>`);
    yield { path, text: `${head}<urlset ${schema}>\n${lines.join('\n')}\n</urlset>\n` };
  }
  if (isOne) return;
  const maps = shardPaths(first, paths.length, urlsPerFile).map(
    (path) => `<sitemap><loc>${escapeXml(`${url}/${path}`)}</loc></sitemap>`,
  );
  yield { path: 'sitemap.xml', text: `${head}<sitemapindex ${schema}>\n${maps.join('\n')}\n</sitemapindex>\n` };
}
