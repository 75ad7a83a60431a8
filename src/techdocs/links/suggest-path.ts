import { folderOf, resolveInside } from '../layout/repository-paths.ts';
import { nearWord } from './near-word.ts';
import type { LinkPlace } from './resolve-link.ts';
import { relativePath, type SiteMap } from './site-map.ts';

// One broken link costs a comparison with every file of the site; a broken site could have thousands of both.
const mostComparisons = 2_000_000;
const compared = new WeakMap<SiteMap['byUri'], number>();

/** What the author of a broken path probably meant, as it would be written on the same page. */
export function suggestPath(path: string, { page, map }: LinkPlace, use: 'link' | 'picture'): string | undefined {
  const spent = (compared.get(map.byUri) ?? 0) + map.byUri.size;
  if (spent > mostComparisons) return undefined;
  compared.set(map.byUri, spent);
  const absolute = path.startsWith('/');
  const wanted = resolveInside(absolute ? '' : folderOf(page.uri), path.replace(/^\/+/, ''));
  if (wanted === undefined || wanted === '') return undefined;
  const hasType = /\.[a-z0-9]+$/i.test(wanted);
  const uris = [...map.byUri.values()]
    .filter(({ kind }) => use === 'link' || kind === 'asset')
    .map(({ uri }) => (hasType ? uri : uri.replace(/\.md$/, '')));
  const near = nearWord(wanted, uris);
  if (near === undefined) return undefined;
  const uri = map.byUri.has(near) ? near : `${near}.md`;
  return absolute ? `/${uri}` : relativePath(page.uri, uri);
}
