import { keyOfPath, offlineCaches, offlinePagePath, pathOfKey } from '../../../../portal/views/offline.ts';
import { keep, timeOf } from './kept.ts';
import { base } from './scope.ts';

const names = offlineCaches(base);
const day = 24 * 60 * 60 * 1000;

/** Paths of the portal's assets that a text names: a page in its attributes, a style sheet in `url()`, a script where it imports. */
const assetsIn = (text: string, path: string, type: string): readonly string[] => {
  const pattern = type.startsWith('text/html')
    ? /(?:href|src)="([^"]*)"/g
    : type.startsWith('text/css')
      ? /url\(["']?([^"')]+-latin-[^"')]+)["']?\)/g
      : /(?:from|import)\s*\(?\s*["'`](\.[^"'`]+)["'`]|["'`](\/[^"'`]+\.css)["'`]/g;
  return [...text.matchAll(pattern)].flatMap(([, relative, absolute = '']) => {
    const { origin, pathname } = new URL(relative ?? absolute, location.origin + path);
    return origin === location.origin && pathname.startsWith(`${base}assets/`) ? [pathname] : [];
  });
};

/** Keeps a page with what it loads, down to the scripts and sheets that scripts load when they need them. What cannot be had is left out. */
const keepWhole = async (pageCache: string, assetCache: string, page: string): Promise<void> => {
  const queue = [page];
  for (const path of queue) {
    const answer = await fetch(path, { cache: 'no-cache' }).catch(() => undefined);
    if (!answer?.ok) continue;
    const type = answer.headers.get('content-type') ?? '';
    const text = /html|css|javascript/.test(type) ? await answer.clone().text() : '';
    for (const asset of assetsIn(text, path, type)) if (!queue.includes(asset)) queue.push(asset);
    await keep(path === page ? pageCache : assetCache, path, answer);
  }
};

/** Fetches the page that stands in for others, with all that it loads; not again on the same day. */
export const keepShell = async (): Promise<void> => {
  const cache = await caches.open(names.shell);
  const page = await cache.match(base + offlinePagePath);
  if (page && Date.now() - Date.parse(timeOf(page)) < day) return;
  await keepWhole(names.shell, names.shell, base + offlinePagePath);
};

/** Keeps a page that was open before the worker was there to see it. */
export const keepOpenPage = async (url: string): Promise<void> => {
  const key = keyOfPath(base, new URL(url).pathname);
  if (key) await keepWhole(names.visited, names.assets, pathOfKey(base, key));
};
