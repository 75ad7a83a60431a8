import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256, writeDurably } from './durable-file.ts';
import type { Generation } from './generation.ts';
import { readOwnFile } from './own-file.ts';

/** Content of every shard by its SHA-256, and which shard it is. */
export interface Shards {
  readonly generation: Generation;
  readonly contents: ReadonlyMap<string, string>;
}

/** Packs items into `16 ** digits` shards at most by their id, one JSON line each. The same for the same items. */
export function packShards(items: ReadonlyMap<string, unknown>, digits: number): Shards {
  const lines = new Map<string, string[]>();
  for (const id of [...items.keys()].sort()) {
    const shard = sha256(id).slice(0, digits);
    const line = JSON.stringify(items.get(id));
    const before = lines.get(shard);
    if (before) before.push(line);
    else lines.set(shard, [line]);
  }
  const generation: Record<string, string> = {};
  const contents = new Map<string, string>();
  for (const shard of [...lines.keys()].sort()) {
    const content = `${lines.get(shard)?.join('\n')}\n`;
    const checksum = sha256(content);
    generation[shard] = checksum;
    contents.set(checksum, content);
  }
  return { generation, contents };
}

/** Reads the items of the shard with this content; `undefined` when it is missing or not what its name says. */
export async function readShard(folder: string, checksum: string): Promise<readonly unknown[] | undefined> {
  const bytes = await readOwnFile(pathOf(folder, checksum)).catch(() => undefined);
  if (bytes === undefined || sha256(bytes) !== checksum) return undefined;
  const content = bytes.toString();
  return content.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

/** Writes one shard under the name of its content. */
export async function writeShard(folder: string, checksum: string, content: string): Promise<void> {
  await writeDurably(pathOf(folder, checksum), content);
}

/** Deletes shards that no generation names, and what killed runs have left. */
export async function sweepShards(folder: string, generations: readonly Generation[]): Promise<void> {
  const named = new Set(generations.flatMap((shards) => Object.values(shards).map((checksum) => `${checksum}.jsonl`)));
  const isOurs = (name: string) => /^[0-9a-f]{64}\.jsonl(?:\.|$)/.test(name) || /^\w+\.json\..*\.tmp$/.test(name);
  for (const place of [join(folder, 'shards'), folder]) {
    const names = await readdir(place).catch(() => []);
    const surplus = names.filter((name) => isOurs(name) && !named.has(name));
    await Promise.all(surplus.map((name) => rm(join(place, name), { force: true, recursive: true })));
  }
}

function pathOf(folder: string, checksum: string): string {
  return join(folder, 'shards', `${checksum}.jsonl`);
}
