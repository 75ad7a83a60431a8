import { isOfflineCache, keyOfPath, offlineCaches } from '../../../../portal/views/offline.ts';
import { answerFile, answerPage } from './answers.ts';
import { trimKept } from './kept.ts';
import { forgetSavedFiles } from './saved.ts';
import { base, worker } from './scope.ts';
import { keepOpenPage, keepShell } from './shell.ts';

/** What of the portal is worth keeping beside its pages; another portal may lie below this one. */
const folders =
  /^(?:assets|pagefind|api|catalog|catalog-graph|docs|problems|quick-open|not-in-catalog|changes|offline)\//;

// A new worker may take over at once: it reads what the old one kept, and pages never talk to one version of it only.
worker.addEventListener('install', (event) => event.waitUntil(Promise.all([worker.skipWaiting(), keepShell()])));

/** Caches of another version would never be read again. */
const deleteOldCaches = async (): Promise<void> => {
  const current = Object.values(offlineCaches(base));
  const old = (await caches.keys()).filter((name) => isOfflineCache(name, base) && !current.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
};

const settleIn = async (): Promise<void> => {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  await Promise.all([
    worker.clients.claim(),
    // The answer of the network is under way while the worker still starts.
    worker.registration.navigationPreload?.enable(),
    deleteOldCaches(),
    trimKept(),
  ]);
  for (const { url } of windows.slice(0, 10)) await keepOpenPage(url);
};

worker.addEventListener('activate', (event) => event.waitUntil(settleIn()));

worker.addEventListener('message', ({ data }) => {
  if (data === 'saved') forgetSavedFiles();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // What must not be stored is the business of nobody but the page: saving for offline asks like this.
  if (request.method !== 'GET' || url.origin !== location.origin || request.cache === 'no-store') return;
  const key = keyOfPath(base, url.pathname);
  if (key === undefined) return;
  if (request.mode === 'navigate') {
    event.respondWith(answerPage(event, key));
    event.waitUntil(keepShell().catch(() => {}));
  } else if (folders.test(key) || !key.includes('/')) event.respondWith(answerFile(event, key));
});
