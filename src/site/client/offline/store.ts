import { type OfflineFile, offlineCaches } from '../../../portal/views/offline.ts';
import { base } from './place.ts';
import { bodyPath, readParts, recordPath, type SavedPart } from './records.ts';

const { saved, visited, assets } = offlineCaches(base);

/** Only one tab changes what is saved at a time; the others wait. */
export const alone = <Value>(work: () => Promise<Value>, signal?: AbortSignal): Promise<Value> =>
  navigator.locks.request(`callboard offline ${base}`, signal ? { signal } : {}, work);

/** The worker keeps in mind what is saved, and must look again. */
const tellWorker = async (): Promise<void> => {
  const registration = await navigator.serviceWorker.getRegistration(base);
  registration?.active?.postMessage('saved');
};

/** Paths of the contents that are stored, whether or not a part that is whole names them. */
const storedBodies = async (cache: Cache): Promise<ReadonlySet<string>> =>
  new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));

/** The files whose content is not stored yet, each content once. */
export const missingFiles = async (files: readonly OfflineFile[]): Promise<readonly OfflineFile[]> => {
  const stored = await storedBodies(await caches.open(saved));
  const missing = new Map(files.map((file) => [bodyPath(base, file), file]));
  return [...missing].filter(([path]) => !stored.has(path)).map(([, file]) => file);
};

/** Stores the content of a file, which no reader sees until a part names it. */
export const storeBody = async (file: OfflineFile, body: Response): Promise<void> =>
  (await caches.open(saved)).put(bodyPath(base, file), body);

/** Makes a part what readers see, in one step. */
export const switchTo = async (part: SavedPart): Promise<void> => {
  await (await caches.open(saved)).put(recordPath(base, part.id), Response.json(part));
  await tellWorker();
};

/** Deletes contents that no part names: of earlier versions, and of what was not finished. */
export const sweep = async (): Promise<void> => {
  const cache = await caches.open(saved);
  const parts = await readParts(base);
  const named = new Set(
    parts.flatMap((part) => [recordPath(base, part.id), ...part.files.map((file) => bodyPath(base, file))]),
  );
  for (const path of await storedBodies(cache)) if (!named.has(path)) await cache.delete(path);
};

/** Bytes of what was saved by choice, each content once. */
export const savedBytes = async (): Promise<number> => {
  const contents = (await readParts(base)).flatMap(({ files }) => files);
  return [...new Map(contents.map((file) => [bodyPath(base, file), file[1]])).values()].reduce(
    (sum, size) => sum + size,
    0,
  );
};

/** Removes a part; what other parts name stays. */
export const removePart = (id: string): Promise<void> =>
  alone(async () => {
    await (await caches.open(saved)).delete(recordPath(base, id));
    await tellWorker();
    await sweep();
  });

/** What was kept because it was visited: addresses and bytes. */
export const readVisited = async (): Promise<{
  readonly pages: readonly string[];
  readonly files: number;
  readonly bytes: number;
}> => {
  const answers = await Promise.all(
    [visited, assets].map(async (name) => {
      const cache = await caches.open(name);
      const requests = await cache.keys();
      return Promise.all(requests.map(async ({ url }) => ({ url, answer: await cache.match(url) })));
    }),
  );
  const all = answers.flat();
  const isPage = ({ answer }: (typeof all)[number]) => answer?.headers.get('content-type')?.startsWith('text/html');
  return {
    pages: all
      .filter(isPage)
      .map(({ url }) => new URL(url).pathname)
      .reverse(),
    files: all.length,
    bytes: all.reduce((sum, { answer }) => sum + Number(answer?.headers.get('x-callboard-bytes') ?? 0), 0),
  };
};

/** Forgets what was visited. */
export const forgetVisited = async (): Promise<void> => {
  await Promise.all([caches.delete(visited), caches.delete(assets)]);
};
