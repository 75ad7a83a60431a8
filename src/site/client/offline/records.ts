import { type OfflineChoice, type OfflineFile, offlineCaches } from '../../../portal/views/offline.ts';

/** What somebody chose to save. */
export interface PartChoice extends OfflineChoice {
  /** The search index of the whole portal is saved with it. */
  readonly search: boolean;
}

/** A part that is saved, whole. */
export interface SavedPart extends PartChoice {
  /** ISO 8601. */
  readonly savedAt: string;
  readonly files: readonly OfflineFile[];
}

const folder = (base: string): string => `${base}offline/saved/`;

/** Where the record of a part lies in the cache. No page has this address. */
export const recordPath = (base: string, id: string): string => `${folder(base)}parts/${encodeURIComponent(id)}`;

/** Where a file's content lies, named after its hash; the extension tells apart what is served as another type. */
export const bodyPath = (base: string, [key, , sha256]: OfflineFile): string =>
  `${folder(base)}files/${sha256}${/\.[a-z0-9]+$/i.exec(key)?.[0].toLowerCase() ?? ''}`;

/** Every part that is saved, the one that was saved last first. */
export const readParts = async (base: string): Promise<readonly SavedPart[]> => {
  const { saved } = offlineCaches(base);
  if (!(await caches.has(saved))) return [];
  const cache = await caches.open(saved);
  const requests = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith(`${folder(base)}parts/`));
  const records = await Promise.all(requests.map(async (request) => (await cache.match(request))?.json()));
  return (records as (SavedPart | undefined)[])
    .filter((record) => record !== undefined)
    .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
};
