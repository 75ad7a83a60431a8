import type { OfflineFile } from '../../../portal/views/offline.ts';
import { pathOfKey } from '../../../portal/views/offline.ts';
import { SavingFailed } from './failure.ts';
import { fetchVerified } from './fetch-verified.ts';
import { type Lists, listFiles, openLists, sizeOf } from './lists.ts';
import { forgetPending, rememberPending } from './pending.ts';
import { base } from './place.ts';
import type { PartChoice, SavedPart } from './records.ts';
import { alone, missingFiles, storeBody, sweep, switchTo } from './store.ts';

/** How far saving has come; bytes and files that were stored before are not counted. */
export interface Progress {
  readonly files: number;
  readonly ofFiles: number;
  readonly bytes: number;
  readonly ofBytes: number;
}

/** What saving a part takes now. */
export interface Reckoning {
  readonly files: readonly OfflineFile[];
  /** Not stored yet. */
  readonly missing: readonly OfflineFile[];
  /** Of the search index of the whole portal. */
  readonly searchBytes: number;
}

const atOnce = 6;

let looked: { readonly at: number; readonly lists: Promise<Lists> } | undefined;

/** The lists of a moment ago: several parts that are shown together ask for them at once. */
const listsOfNow = (signal: AbortSignal): Promise<Lists> => {
  if (!looked || Date.now() - looked.at > 300) {
    looked = { at: Date.now(), lists: openLists(signal) };
    looked.lists.catch(() => {
      looked = undefined;
    });
  }
  return looked.lists;
};

/** Looks up what a part consists of now and what of it is still to be loaded. Throws `SavingFailed`. */
export const reckon = async (choice: PartChoice, signal: AbortSignal): Promise<Reckoning> =>
  reckonBy(await listsOfNow(signal), choice, signal);

const reckonBy = async (lists: Lists, choice: PartChoice, signal: AbortSignal): Promise<Reckoning> => {
  const files = await listFiles(choice, lists, signal);
  return { files, missing: await missingFiles(files), searchBytes: lists.index.lists['search']?.[2] ?? 0 };
};

/** Bytes that the browser allows beside what is stored; unknown counts as enough. */
export const freeBytes = async (): Promise<number> => {
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  return Math.max(0, quota - usage);
};

const load = async (
  missing: readonly OfflineFile[],
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<void> => {
  let [files, bytes] = [0, 0];
  const of = { ofFiles: missing.length, ofBytes: sizeOf(missing) };
  const queue = missing.values();
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  onProgress({ files, bytes, ...of });
  const work = async (): Promise<void> => {
    for (const file of queue) {
      await storeBody(file, await fetchVerified(pathOfKey(base, file[0]), file[2], either));
      files += 1;
      bytes += file[1];
      onProgress({ files, bytes, ...of });
    }
  };
  const workers = Array.from({ length: atOnce }, () =>
    work().catch((error) => {
      stop.abort();
      throw error;
    }),
  );
  // All must have come to rest before anybody tidies up; the first failure is the one that caused the others.
  const failed = (await Promise.allSettled(workers)).filter((result) => result.status === 'rejected');
  const reasons = failed.map(({ reason }) => reason as unknown);
  const cause =
    reasons.find((reason) => !(reason instanceof SavingFailed && reason.reason === 'cancelled')) ?? reasons[0];
  if (cause) throw cause;
};

const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

const stage = async (
  choice: PartChoice,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<SavedPart> => {
  const { files, missing } = await reckonBy(await openLists(signal), choice, signal);
  const [need, free] = [sizeOf(missing), await freeBytes()];
  if (need > free) throw new SavingFailed('quota', need, free);
  await load(missing, signal, onProgress).catch(async (error: unknown) => {
    throw isFull(error) ? new SavingFailed('quota', need, await freeBytes()) : error;
  });
  return { ...choice, files, savedAt: new Date().toISOString() };
};

/**
 * Saves a part, or brings it up to date: what is new is loaded and verified beside what is there, then takes its place in one step.
 * Whatever goes wrong before that leaves what was saved as it was. What was loaded stays for the next attempt if only the network
 * failed. Throws `SavingFailed`.
 */
export const savePart = (
  choice: PartChoice,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<SavedPart> =>
  alone(async () => {
    rememberPending(choice);
    // Asks that the browser does not clear it by itself. Some ask the reader, who may take their time: it is a wish, no condition.
    navigator.storage?.persist?.().catch(() => false);
    try {
      // A publish may fall between the lists and the files; then there are new lists.
      const part = await stage(choice, signal, onProgress).catch((error: unknown) => {
        if (error instanceof SavingFailed && error.reason === 'changed') return stage(choice, signal, onProgress);
        throw error;
      });
      await switchTo(part);
      looked = undefined;
      forgetPending();
      await sweep();
      return part;
    } catch (error) {
      if (!(error instanceof SavingFailed && error.reason === 'network')) {
        forgetPending();
        await sweep();
      }
      throw isFull(error) ? new SavingFailed('quota', 0, await freeBytes()) : error;
    }
  }, signal);
