import { createPartialResponse } from 'workbox-range-requests';
import { offlineCaches, offlinePagePath, pathOfKey } from '../../../../portal/views/offline.ts';
import { keep, timeOf, touch } from './kept.ts';
import { findSaved } from './saved.ts';
import { type AskedEvent, base } from './scope.ts';

const names = offlineCaches(base);

/** Milliseconds after which somebody who has a copy need not wait any longer. */
const patience = 3000;

/** Files that never change under their name. */
const isHashed = (key: string): boolean =>
  /^assets\/(?:[^/]+\.[\w-]{8}\.\w+$|(?:mermaid|katex)-\d)|^pagefind\/.*_[0-9a-f]{6,}\.pf_\w+$/.test(key);

const inCache = async (name: string, path: string): Promise<Response | undefined> =>
  (await caches.open(name)).match(path, { ignoreVary: true });

/** The newest copy that there is: of the last visit, or saved by choice. */
const findCopy = async (key: string): Promise<Response | undefined> => {
  const path = pathOfKey(base, key);
  const [visited, saved] = await Promise.all([inCache(names.visited, path), findSaved(key)]);
  if (visited && saved) return timeOf(visited) > timeOf(saved) ? visited : saved;
  return visited ?? saved ?? inCache(names.shell, path);
};

const digest = async (body: ArrayBuffer): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', body))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** A page's copy that says on its root element that it is one, of when, and of what, so that the page can tell. */
const marked = async (copy: Response, time = timeOf(copy)): Promise<Response> => {
  if (!copy.headers.get('content-type')?.startsWith('text/html')) return copy;
  const body = await copy.arrayBuffer();
  const mark = `<html data-copy="${time}" data-copy-hash="${await digest(body)}"`;
  const html = new TextDecoder().decode(body).replace(/<html(?=[\s>])/, mark);
  return new Response(html, { status: copy.status, headers: copy.headers });
};

/** A folder that was asked for without its slash leads to its page, as it does with a network. */
const toFolder = async (key: string): Promise<Response | undefined> =>
  (await findCopy(`${key}/index.html`)) &&
  Response.redirect(new URL(pathOfKey(base, `${key}/index.html`), location.origin).href);

/** What is shown where nothing can be: a page that says so, and what there is. */
const standIn = async (): Promise<Response> => {
  const page = await inCache(names.shell, base + offlinePagePath);
  if (!page) return Response.error();
  return new Response(page.body, { status: 503, headers: page.headers });
};

/** Without a network an answer that was not made just now is the browser's own copy; its time in ISO 8601. */
const timeOfOldAnswer = (answer: Response): string | undefined => {
  const made = Date.parse(answer.headers.get('date') ?? '');
  return !navigator.onLine && Date.now() - made > 10_000 ? new Date(made).toISOString() : undefined;
};

const late = (): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, patience));

/** Keeps what the network answered; what is gone there is not kept any longer. */
const keepAnswer = async (cacheName: string, key: string, answer: Response): Promise<void> => {
  const path = pathOfKey(base, key);
  if (timeOfOldAnswer(answer)) return;
  if (answer.status === 404 || answer.status === 410) await (await caches.open(cacheName)).delete(path);
  else await keep(cacheName, path, answer);
};

/**
 * The network's answer, and a copy of it. `undefined`: there is none, or none that could be shown in place of a copy.
 * What comes too late is kept all the same.
 */
const ask = (event: AskedEvent, cacheName: string, key: string): Promise<Response | undefined> => {
  const answer = (async () => (await event.preloadResponse) ?? fetch(event.request))().catch(() => undefined);
  const copied = answer.then((response) => response && response.type === 'basic' && response.clone());
  const kept = copied.then((response) => (response ? keepAnswer(cacheName, key, response) : undefined));
  event.waitUntil(kept.catch(() => {}));
  // The copy must be taken before anybody reads the answer.
  return copied.then(() => answer);
};

/** The network first; a copy if it fails, is in trouble, or takes too long. */
const networkFirst = async (event: AskedEvent, key: string): Promise<Response | undefined> => {
  const isPage = event.request.mode === 'navigate';
  const asked = ask(event, names.visited, key);
  const copy = await findCopy(key);
  const answer = await (copy ? Promise.race([asked, late()]) : asked);
  if (!copy || (answer && answer.status < 500)) {
    const old = isPage && answer?.type === 'basic' ? timeOfOldAnswer(answer) : undefined;
    return answer && old ? marked(answer, old) : answer;
  }
  return isPage ? marked(copy) : copy;
};

/** Answers the navigation to a page. */
export const answerPage = async (event: AskedEvent, key: string): Promise<Response> =>
  (await networkFirst(event, key)) ?? (await toFolder(key)) ?? standIn();

/** Answers a file that a page loads: at once if its name says what is in it. */
export const answerFile = async (event: AskedEvent, key: string): Promise<Response> => {
  if (event.request.headers.has('range')) return answerRange(event, key);
  if (!isHashed(key)) return (await networkFirst(event, key)) ?? Response.error();
  const path = pathOfKey(base, key);
  const kept = await inCache(names.assets, path);
  if (kept) {
    event.waitUntil(touch(names.assets, path, kept.clone()));
    return kept;
  }
  const saved = (await findSaved(key)) ?? (await inCache(names.shell, path));
  return saved ?? (await ask(event, names.assets, key)) ?? Response.error();
};

/** Films and recordings are asked for in pieces; of a copy, the piece is cut. */
const answerRange = async ({ request }: AskedEvent, key: string): Promise<Response> => {
  const answer = await fetch(request).catch(() => undefined);
  if (answer) return answer;
  const copy = await findCopy(key);
  return copy ? createPartialResponse(request, copy) : Response.error();
};
