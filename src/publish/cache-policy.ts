import { manifestKey } from './manifest.ts';

/** What a key's address promises: its content for ever, the latest within a minute, or the latest at once. */
export type CacheClass = 'immutable' | 'short' | 'entry';

const policies: Readonly<Record<CacheClass, string>> = {
  immutable: 'public, max-age=31536000, immutable',
  short: 'public, max-age=60, stale-while-revalidate=600',
  entry: 'no-cache',
};

/** Where everything else is found from, so never served stale. */
const entryPoints = new Set([
  'index.html',
  '404.html',
  'sitemap.xml',
  'sitemap-index.xml',
  'robots.txt',
  'sw.js',
  'service-worker.js',
  'manifest.webmanifest',
  'pagefind/pagefind-entry.json',
  'pagefind/pages.json',
  manifestKey,
]);

/** Pagefind puts a hash of the content after the language. */
const hashedPagefind = /^pagefind\/(?:.*\/)?(?:pagefind\.)?[a-z]+(?:-[a-z0-9]+)*_[0-9a-f]{6,}\.pf_[a-z]+$/i;

/** What a browser compares its saved copies with, whole or not at all. */
const offlineLists = /^offline\/(?:lists\/[^/]+|parts)\.json$/;

/** Parts of a large site map: they change with it. */
const sitemapParts = /^sitemap-pages-\d+\.xml$/;

const bundlerFolders = /^(?:assets|_astro)\//;
const dotHash = /\.([\w-]{8,64})\.[a-z0-9]+$/i;
const dashHash = /-([A-Za-z0-9]{8})\.[a-z0-9]+$/;

/** Wrong guesses cost a year of stale content, missed ones a request: so a hash must look like one. */
function looksLikeHash(part: string): boolean {
  if (/^\d+x\d+$/.test(part)) return false;
  const mixedCase = /[A-Z].*[A-Z]/.test(part) && /[a-z].*[a-z]/.test(part);
  return mixedCase || (/\d/.test(part) && /[a-z]/i.test(part));
}

/** The class of a key. Assets are immutable only when their name carries a hash of their content. */
export function cacheClassOf(key: string): CacheClass {
  if (entryPoints.has(key) || sitemapParts.test(key) || offlineLists.test(key)) return 'entry';
  if (hashedPagefind.test(key)) return 'immutable';
  if (!bundlerFolders.test(key)) return 'short';
  const hash = dotHash.exec(key)?.[1] ?? dashHash.exec(key)?.[1];
  return hash !== undefined && looksLikeHash(hash) ? 'immutable' : 'short';
}

/** `Cache-Control` for a key (RFC 9111, RFC 5861, RFC 8246). */
export function cachePolicyOf(key: string): string {
  return policies[cacheClassOf(key)];
}
