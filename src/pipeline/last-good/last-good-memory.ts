import { join } from 'node:path';
import type { GoodRepository, LastGood } from '../../catalog/last-good/good-entity.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { StageResult } from '../../diagnostics/stage.ts';
import { type Generation, type ReadGeneration, readGeneration, writeGeneration } from './generation.ts';
import { packShards, readShard, sweepShards, writeShard } from './shards.ts';

/** What builds remember of the entities that were good. */
export interface LastGoodMemory {
  /** As the last successful build left it; empty in the first. */
  readonly lastGood: LastGood;
  /** Remembers these instead. Never rejects: what could not be kept is a diagnostic. */
  readonly keep: (next: LastGood | undefined) => Promise<readonly Diagnostic[]>;
}

/**
 * Opens `<stateFolder>/state/last-good`: shards named after their content, and two generations that name them. A damaged
 * generation or shard is replaced by the one before it, with a diagnostic; nothing is ever forgotten silently.
 */
export async function openLastGood(stateFolder: string): Promise<StageResult<LastGoodMemory>> {
  const folder = join(stateFolder, 'state', 'last-good');
  const [current, previous] = await Promise.all([
    readGeneration(folder, 'current'),
    readGeneration(folder, 'previous'),
  ]);
  const diagnostics = describeGenerations(current, previous);
  const chosen = shardsOf(current) ?? shardsOf(previous) ?? {};
  const fallback = shardsOf(previous) ?? {};
  const sound = new Set<string>();
  const lastGood = new Map<string, GoodRepository>();
  const read = async (shard: string, checksum: string) => {
    const now = await readShard(folder, checksum);
    if (now) sound.add(checksum);
    const before = fallback[shard];
    const content = now ?? (before && before !== checksum ? await readShard(folder, before) : undefined);
    if (!now) diagnostics.push(describeShard(shard, content !== undefined));
    for (const repository of content ?? []) lastGood.set(repository.id, repository);
  };
  await Promise.all(Object.entries(chosen).map(([shard, checksum]) => read(shard, checksum)));
  const keep = (next: LastGood | undefined) => keepSafely(folder, next ?? lastGood, { current, previous, sound });
  return { value: { lastGood, keep }, diagnostics };
}

interface Known {
  readonly current: ReadGeneration;
  readonly previous: ReadGeneration;
  /** Shards whose content was read and found whole. */
  readonly sound: ReadonlySet<string>;
}

async function keepSafely(folder: string, next: LastGood, known: Known): Promise<readonly Diagnostic[]> {
  try {
    await keepShards(folder, next, known);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [diagnose('state/not-kept', { message: `What was good in this build could not be kept: ${reason}.` })];
  }
}

// Shards first, the name of the whole last: killed at any moment, "current" names a whole state.
async function keepShards(folder: string, next: LastGood, { current, previous, sound }: Known): Promise<void> {
  const { generation, contents } = packShards(next);
  const missing = [...contents].filter(([checksum]) => !sound.has(checksum));
  await Promise.all(missing.map(([checksum, content]) => writeShard(folder, checksum, content)));
  const now = shardsOf(current);
  if (now && sameShards(now, generation)) return;
  if (now) await writeGeneration(folder, 'previous', now);
  await writeGeneration(folder, 'current', generation);
  await sweepShards(folder, [generation, now ?? shardsOf(previous) ?? {}]);
}

function shardsOf(generation: ReadGeneration): Generation | undefined {
  return generation.type === 'sound' ? generation.shards : undefined;
}

function sameShards(a: Generation, b: Generation): boolean {
  const [mine, other] = [Object.entries(a), Object.entries(b)];
  return mine.length === other.length && mine.every(([shard, checksum]) => b[shard] === checksum);
}

function describeGenerations(current: ReadGeneration, previous: ReadGeneration): Diagnostic[] {
  if (current.type === 'sound' || (current.type === 'missing' && previous.type === 'missing')) return [];
  const isSaved = previous.type === 'sound';
  if (current.type === 'foreign' || (current.type === 'missing' && previous.type === 'foreign')) {
    const rest = isSaved ? 'the build before it is used' : 'nothing of it is used';
    const message = `.callboard/state/last-good was written by another version of Callboard; ${rest}.`;
    return [diagnose('state/foreign-version', { message })];
  }
  const what = current.type === 'missing' ? 'is missing' : 'is damaged';
  return isSaved
    ? [
        diagnose('state/damaged', {
          message: `.callboard/state/last-good/current.json ${what}; previous.json is used.`,
        }),
      ]
    : [
        diagnose('state/lost', {
          message: `.callboard/state/last-good/current.json ${what}, and so is previous.json.`,
        }),
      ];
}

function describeShard(shard: string, isSaved: boolean): Diagnostic {
  return isSaved
    ? diagnose('state/damaged', {
        message: `Shard ${shard} of .callboard/state/last-good is damaged; the one before is used.`,
      })
    : diagnose('state/lost', {
        message: `Shard ${shard} of .callboard/state/last-good is damaged, and there is none before it.`,
      });
}
