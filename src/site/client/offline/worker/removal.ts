import { isOfflineCache } from '../../../../portal/views/offline.ts';
import { base, worker } from './scope.ts';

/** Published where `portal.offline` is `false`: what an earlier worker left on a machine goes, and this one with it. */
const remove = async (): Promise<void> => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => isOfflineCache(name, base)).map((name) => caches.delete(name)));
  await worker.registration.unregister();
};

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(remove()));
