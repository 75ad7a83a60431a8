import { type OfflineFile, offlineCaches } from '../../../../portal/views/offline.ts';
import { bodyPath, readParts } from '../records.ts';
import { base } from './scope.ts';

interface SavedFile {
  readonly file: OfflineFile;
  readonly savedAt: string;
}

let known: Promise<ReadonlyMap<string, SavedFile>> | undefined;

/** Which files are saved, by key: of two parts that hold one, the newer counts. */
const savedFiles = async (): Promise<ReadonlyMap<string, SavedFile>> => {
  const files = new Map<string, SavedFile>();
  for (const part of await readParts(base)) {
    for (const file of part.files) if (!files.has(file[0])) files.set(file[0], { file, savedAt: part.savedAt });
  }
  return files;
};

/** Must be called when parts were saved, changed or removed. */
export const forgetSavedFiles = (): void => {
  known = undefined;
};

/** The saved copy of a file, which says when it was saved. */
export const findSaved = async (key: string): Promise<Response | undefined> => {
  known ??= savedFiles();
  const found = (await known.catch(() => undefined))?.get(key);
  if (!found) return undefined;
  const cache = await caches.open(offlineCaches(base).saved);
  const copy = await cache.match(bodyPath(base, found.file));
  if (!copy) return undefined;
  const headers = new Headers(copy.headers);
  headers.set('x-callboard-at', found.savedAt);
  return new Response(copy.body, { headers });
};
