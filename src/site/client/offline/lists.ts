import {
  entityGroups,
  type OfflineFile,
  type OfflineIndex,
  type OfflineList,
  type OfflineParts,
  offlineListOf,
  offlineListPath,
  offlinePartsPath,
} from '../../../portal/views/offline.ts';
import { fetchNow, fetchVerified } from './fetch-verified.ts';
import { urlIn } from './place.ts';
import type { PartChoice } from './records.ts';

/** What the portal consists of, list by list, each read once. */
export interface Lists {
  readonly index: OfflineIndex;
  readonly list: (name: string) => Promise<OfflineList>;
}

/** Begins to read what the portal consists of now. Throws `SavingFailed`. */
export const openLists = async (signal: AbortSignal): Promise<Lists> => {
  const index = await fetchNow<OfflineIndex>(urlIn(offlineListPath('index')), signal);
  const read = new Map<string, Promise<OfflineList>>();
  const fetchList = async (name: string): Promise<OfflineList> => {
    const about = index.lists[name];
    if (!about) return {};
    return (await fetchVerified(urlIn(offlineListPath(name)), about[0], signal)).json();
  };
  return {
    index,
    list: (name) => {
      const known = read.get(name) ?? fetchList(name);
      read.set(name, known);
      return known;
    },
  };
};

/** What can be chosen to be saved. Throws `SavingFailed`. */
export const fetchParts = (signal: AbortSignal): Promise<OfflineParts> =>
  fetchNow<OfflineParts>(urlIn(offlinePartsPath), signal);

/** Groups of a set of entities: their pages, their docs, and those that others publish for them. */
const groupsOfSet = ({ entities, borrowed, sets }: OfflineParts, wanted: string): readonly string[] => {
  const set = sets.find(({ type, id }) => `${type}:${id}` === wanted);
  const kind = set?.type === 'kind' ? [`catalog/${set.id}`] : [];
  return [
    ...kind,
    ...(set?.entities ?? []).flatMap((at) => [...entityGroups(entities[at] ?? ''), borrowed[at] ?? []].flat()),
  ];
};

const groupsOf = async ({ what }: PartChoice, signal: AbortSignal): Promise<readonly string[]> => {
  if ('groups' in what) return what.groups;
  return 'set' in what ? groupsOfSet(await fetchParts(signal), what.set) : [];
};

/** Every file of a part as the portal has it now, sorted by key. Throws `SavingFailed`. */
export const listFiles = async (
  choice: PartChoice,
  lists: Lists,
  signal: AbortSignal,
): Promise<readonly OfflineFile[]> => {
  const files = new Map<string, OfflineFile>();
  const take = (more: readonly OfflineFile[]) => {
    for (const file of more) files.set(file[0], file);
  };
  if ('all' in choice.what) {
    const names = Object.keys(lists.index.lists).filter((name) => choice.search || name !== 'search');
    for (const list of await Promise.all(names.map(lists.list)))
      for (const group of Object.values(list)) take(group.files);
  } else {
    const wanted = [...(await groupsOf(choice, signal)), 'shell', ...(choice.search ? ['search'] : [])];
    for (const name of wanted) {
      const list = await lists.list(offlineListOf(name, lists.index.shards));
      const group = Object.hasOwn(list, name) ? list[name] : undefined;
      if (!group) continue;
      take(group.files);
      for (const need of group.needs ?? []) if (!wanted.includes(need)) wanted.push(need);
    }
  }
  return [...files.values()].sort(([a], [b]) => (a < b ? -1 : 1));
};

/** Bytes of files. */
export const sizeOf = (files: readonly OfflineFile[]): number => files.reduce((sum, [, size]) => sum + size, 0);
