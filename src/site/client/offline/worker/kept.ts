import { offlineCaches } from '../../../../portal/views/offline.ts';
import { base } from './scope.ts';

const names = offlineCaches(base);

/** What may be kept of what was visited. When it is more, the oldest goes first. */
const limits = {
  [names.visited]: { entries: 400, bytes: 40 * 1024 * 1024 },
  [names.assets]: { entries: 400, bytes: 40 * 1024 * 1024 },
  [names.shell]: { entries: 150, bytes: 10 * 1024 * 1024 },
} as const;

/** One file above this is not kept unless it is saved by choice. */
const largestFile = 8 * 1024 * 1024;
/** How many files are kept between two looks at the limits. */
const filesPerTrim = 20;
const day = 24 * 60 * 60 * 1000;

/** When a copy was made, ISO 8601. */
export const timeOf = (copy: Response): string => copy.headers.get('x-callboard-at') ?? '';

/** Headers that say how an answer travelled, not what it is. */
const ofTheJourney = ['content-encoding', 'content-length', 'transfer-encoding', 'vary', 'age'];

/** An answer as it is kept: whole, and saying when it was made and how large it is. */
const copyOf = (body: ArrayBuffer, answer: Response): Response => {
  const headers = new Headers(answer.headers);
  for (const name of ofTheJourney) headers.delete(name);
  headers.set('x-callboard-at', new Date().toISOString());
  headers.set('x-callboard-bytes', String(body.byteLength));
  return new Response(body, { headers });
};

/** Whether an answer is what was asked for: a whole file of this host, and no page of somebody else. */
const isGood = (answer: Response, body: ArrayBuffer): boolean => {
  if (answer.status !== 200 || answer.type !== 'basic' || answer.redirected) return false;
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return true;
  // Pages for signing in and of broken proxies come with status 200, too.
  return new TextDecoder().decode(body.slice(0, 4096)).includes(` data-base="${base}"`);
};

let sinceTrim = 0;

/** Keeps a copy of a good answer under `path` (with base, encoded, without query); anything else is left. */
export const keep = async (cacheName: string, path: string, answer: Response): Promise<void> => {
  const body = await answer.arrayBuffer();
  if (body.byteLength > largestFile || !isGood(answer, body)) return;
  await (await caches.open(cacheName)).put(path, copyOf(body, answer));
  sinceTrim += 1;
  if (sinceTrim >= filesPerTrim) await trimKept();
};

/** Marks a kept file as used, so that it does not go as one of the oldest. Does so once a day. */
export const touch = async (cacheName: string, path: string, copy: Response): Promise<void> => {
  if (Date.now() - Date.parse(timeOf(copy)) < day) return;
  await (await caches.open(cacheName)).put(path, copyOf(await copy.arrayBuffer(), copy));
};

/** Deletes the oldest of what is more than the limits allow. */
export const trimKept = async (): Promise<void> => {
  sinceTrim = 0;
  for (const [name, limit] of Object.entries(limits)) {
    const cache = await caches.open(name);
    const entries = await Promise.all(
      (await cache.keys()).map(async (request) => ({ request, copy: await cache.match(request) })),
    );
    const newestFirst = entries.toSorted((a, b) => (timeOf(a.copy as Response) < timeOf(b.copy as Response) ? 1 : -1));
    let bytes = 0;
    for (const [place, { request, copy }] of newestFirst.entries()) {
      bytes += Number(copy?.headers.get('x-callboard-bytes') ?? 0);
      if (place >= limit.entries || bytes > limit.bytes) await cache.delete(request);
    }
  }
};
