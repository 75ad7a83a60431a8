import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileAuthor } from '../catalog/repository-files.ts';
import { putInPlace, readOwnFile } from '../state/own-file.ts';
import type { Tree, TreeEntry } from './git/tree.ts';
import type { CommitListing } from './sources/source.ts';

/** What is known of a blob without asking Git. */
export interface KnownBlob {
  readonly size: number;
  /** Decoded text, once it was read as text and is UTF-8. */
  readonly text?: string;
  /** Why it is of no use. */
  readonly flaw?: 'not-utf8' | 'lfs-pointer';
}

/** What has been read of one repository at one commit. Everything in it follows from the commit alone. */
export interface RepositoryRecord {
  readonly listing: CommitListing;
  readonly blobs: Map<string, KnownBlob>;
  /** Who wrote the newest commits; absent: nobody asked. */
  contributors?: readonly FileAuthor[];
}

const version = 1;
const kinds: readonly TreeEntry['kind'][] = ['file', 'symlink', 'submodule'];

/** Reads what an earlier run kept of a repository at a commit; `undefined` when there is nothing, or it is damaged. */
export async function readRecord(
  stateFolder: string,
  id: string,
  commit: string,
): Promise<RepositoryRecord | undefined> {
  try {
    const text = (await readOwnFile(fileOf(stateFolder, id, commit))).toString();
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== `${version} ${id} ${commit} ${checksum(body)}`) return undefined;
    return parseRecord(body);
  } catch {
    return undefined;
  }
}

/** Keeps what was read, beside what is kept of other commits. Atomic. */
export async function writeRecord(
  stateFolder: string,
  id: string,
  commit: string,
  record: RepositoryRecord,
): Promise<void> {
  const file = fileOf(stateFolder, id, commit);
  const { committedAt, author, tree } = record.listing;
  const body = JSON.stringify({
    committedAt,
    author,
    refused: tree.refused,
    truncated: tree.truncated,
    entries: tree.entries.map(({ path, oid, kind }) => [path, oid, kinds.indexOf(kind)]),
    folders: tree.folders?.map(({ prefix, oid }) => [prefix, oid]),
    blobs: Object.fromEntries(record.blobs),
    contributors: record.contributors,
  });
  const unfinished = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(unfinished, `${version} ${id} ${commit} ${checksum(body)}\n${body}`);
  await putInPlace(unfinished, file);
}

function parseRecord(body: string): RepositoryRecord {
  const { committedAt, author, refused, truncated, entries, folders, blobs, contributors } = JSON.parse(body) as {
    readonly committedAt: string;
    readonly author?: CommitListing['author'];
    readonly refused: number;
    readonly truncated: boolean;
    readonly entries: readonly (readonly [path: string, oid: string, kind: number])[];
    readonly folders?: readonly (readonly [prefix: string, oid: string])[];
    readonly blobs: Readonly<Record<string, KnownBlob>>;
    readonly contributors?: readonly FileAuthor[];
  };
  const tree: Tree = {
    refused,
    truncated,
    entries: entries.map(([path, oid, kind]) => ({ path, oid, kind: kinds[kind] ?? 'submodule' })),
    ...(folders && { folders: folders.map(([prefix, oid]) => ({ prefix, oid })) }),
  };
  return {
    listing: { committedAt, ...(author && { author }), tree },
    blobs: new Map(Object.entries(blobs)),
    ...(contributors && { contributors }),
  };
}

/** Commits of which there is a record of this repository, whether sound or not; sorted. */
export async function listRecords(stateFolder: string, id: string): Promise<readonly string[]> {
  const prefix = `${nameOf(id)}.`;
  const names = await readdir(join(stateFolder, 'snapshot')).catch(() => []);
  return names
    .flatMap((name) => (name.startsWith(prefix) ? (name.match(/\.([0-9a-f]+)\.json$/)?.[1] ?? []) : []))
    .sort();
}

/** Object ids of all blobs that a sound record of any repository names. */
export async function readBlobNames(stateFolder: string): Promise<ReadonlySet<string>> {
  const folder = join(stateFolder, 'snapshot');
  const names = new Set<string>();
  for (const file of await readdir(folder).catch(() => [])) {
    const text = await readOwnFile(join(folder, file)).then(String, () => '');
    if (!isSoundRecord(file, text)) continue;
    for (const oid of parseRecord(text.slice(text.indexOf('\n') + 1)).blobs.keys()) names.add(oid);
  }
  return names;
}

/** Whether a file of this name holds a whole record. */
export function isSoundRecord(file: string, text: string): boolean {
  const end = text.indexOf('\n');
  const [itsVersion, ...words] = text.slice(0, Math.max(0, end)).split(' ');
  const [sum, commit] = [words.pop(), words.pop()];
  if (itsVersion !== String(version) || file !== `${nameOf(words.join(' '))}.${commit}.json`) return false;
  return sum === checksum(text.slice(end + 1));
}

/** Deletes all records but those of these repositories at these commits. */
export async function sweepRecords(
  stateFolder: string,
  named: Iterable<{ readonly id: string; readonly commit: string }>,
): Promise<void> {
  const kept = new Set([...named].map(({ id, commit }) => `${nameOf(id)}.${commit}.json`));
  const folder = join(stateFolder, 'snapshot');
  const names = await readdir(folder).catch(() => []);
  const surplus = names.filter((name) => isRecordName(name) && !kept.has(name));
  await Promise.all(surplus.map((name) => rm(join(folder, name), { force: true, recursive: true })));
}

// What killed runs have left among them. Whatever else stands there is not ours to delete.
function isRecordName(name: string): boolean {
  return /^[0-9a-f]{32}\.[0-9a-f]{40,64}\.json(?:\.[0-9a-f-]{36})?$/.test(name);
}

function fileOf(stateFolder: string, id: string, commit: string): string {
  if (!/^[0-9a-f]+$/.test(commit)) throw new Error(`${JSON.stringify(commit)} is no commit.`);
  return join(stateFolder, 'snapshot', `${nameOf(id)}.${commit}.json`);
}

function nameOf(id: string): string {
  return checksum(id).slice(0, 32);
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
