import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { StageResult } from '../diagnostics/stage.ts';
import { type DescribedStore, describeGenerations, describeShard } from './describe-damage.ts';
import { type Generation, type ReadGeneration, readGeneration, writeGeneration } from './generation.ts';
import { packShards, readShard, sweepShards, writeShard } from './shards.ts';

/** What is special of one store. */
export interface StoreKind<Item> extends DescribedStore {
  /** Of the form in which items are written; a state of another version is left aside, and that is said. */
  readonly version: number;
  /** Hexadecimal digits of a shard's name: 1 for what changes as a whole with every run, 2 for what mostly stays. */
  readonly digits: 1 | 2;
  /** What an item is known by; the same in every run. */
  readonly idOf: (item: Item) => string;
}

/** Items that outlive a run: JSON values by id. */
export interface StateStore<Item> {
  /** As the last successful `keep` left them; empty in the first run, and when all is lost, which is a diagnostic. */
  readonly items: ReadonlyMap<string, Item>;
  /** Remembers these instead. Never rejects: what could not be kept is a diagnostic. */
  readonly keep: (next: Iterable<Item>) => Promise<readonly Diagnostic[]>;
}

/**
 * Opens `<stateFolder>/state/<name>`: shards named after the SHA-256 of their content, and two generations that name them,
 * `current` and `previous`. What is damaged is replaced by what the generation before had, with a diagnostic; nothing is ever
 * forgotten silently. Holds no path of the machine, so that the folder may be carried to another one.
 */
export async function openStateStore<Item>(
  kind: StoreKind<Item>,
  stateFolder: string,
): Promise<StageResult<StateStore<Item>>> {
  const folder = join(stateFolder, 'state', kind.name);
  const header = headerOf(kind);
  const [current, previous] = await Promise.all([
    readGeneration(folder, 'current', header),
    readGeneration(folder, 'previous', header),
  ]);
  const diagnostics = describeGenerations(kind, current, previous);
  const chosen = shardsOf(current) ?? shardsOf(previous) ?? {};
  const fallback = shardsOf(previous) ?? {};
  const sound = new Set<string>();
  const items = new Map<string, Item>();
  const read = async (shard: string, checksum: string) => {
    const now = await readShard(folder, checksum);
    if (now) sound.add(checksum);
    const before = fallback[shard];
    const content = now ?? (before && before !== checksum ? await readShard(folder, before) : undefined);
    if (!now) diagnostics.push(describeShard(kind, shard, content !== undefined));
    for (const item of (content ?? []) as readonly Item[]) items.set(kind.idOf(item), item);
  };
  await Promise.all(Object.entries(chosen).map(([shard, checksum]) => read(shard, checksum)));
  const keep = (next: Iterable<Item>) => keepSafely(folder, kind, next, { current, previous, sound });
  return { value: { items, keep }, diagnostics };
}

interface Before {
  readonly current: ReadGeneration;
  readonly previous: ReadGeneration;
  /** Shards whose content was read and found whole. */
  readonly sound: ReadonlySet<string>;
}

async function keepSafely<Item>(
  folder: string,
  kind: StoreKind<Item>,
  next: Iterable<Item>,
  before: Before,
): Promise<readonly Diagnostic[]> {
  try {
    await keepShards(folder, kind, new Map([...next].map((item) => [kind.idOf(item), item])), before);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [diagnose('state/not-kept', { message: `${kind.content} could not be kept: ${reason}.` })];
  }
}

// Shards first, the name of the whole last: killed at any moment, "current" names a whole state.
async function keepShards<Item>(
  folder: string,
  kind: StoreKind<Item>,
  items: ReadonlyMap<string, Item>,
  { current, previous, sound }: Before,
): Promise<void> {
  const { generation, contents } = packShards(items, kind.digits);
  const missing = [...contents].filter(([checksum]) => !sound.has(checksum));
  await Promise.all(missing.map(([checksum, content]) => writeShard(folder, checksum, content)));
  const now = shardsOf(current);
  if (now && sameShards(now, generation)) return;
  if (now) await writeGeneration(folder, 'previous', headerOf(kind), now);
  await writeGeneration(folder, 'current', headerOf(kind), generation);
  await sweepShards(folder, [generation, now ?? shardsOf(previous) ?? {}]);
}

function headerOf({ name, version }: { readonly name: string; readonly version: number }) {
  return { mark: `callboard-${name}`, version };
}

function shardsOf(generation: ReadGeneration): Generation | undefined {
  return generation.type === 'sound' ? generation.shards : undefined;
}

function sameShards(a: Generation, b: Generation): boolean {
  const [mine, other] = [Object.entries(a), Object.entries(b)];
  return mine.length === other.length && mine.every(([shard, checksum]) => b[shard] === checksum);
}
