import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
}

const version = 1;
const kinds: readonly TreeEntry['kind'][] = ['file', 'symlink', 'submodule'];

/** Reads what an earlier run kept; `undefined` when there is nothing, it is of another commit, or it is damaged. */
export async function readRecord(
  stateFolder: string,
  id: string,
  commit: string,
): Promise<RepositoryRecord | undefined> {
  try {
    const text = await readFile(fileOf(stateFolder, id), 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== `${version} ${id} ${commit} ${checksum(body)}`) return undefined;
    return parseRecord(body);
  } catch {
    return undefined;
  }
}

/** Keeps what was read, in place of what was kept of earlier commits. Atomic. */
export async function writeRecord(
  stateFolder: string,
  id: string,
  commit: string,
  record: RepositoryRecord,
): Promise<void> {
  const file = fileOf(stateFolder, id);
  const { committedAt, tree } = record.listing;
  const body = JSON.stringify({
    committedAt,
    refused: tree.refused,
    truncated: tree.truncated,
    entries: tree.entries.map(({ path, oid, kind }) => [path, oid, kinds.indexOf(kind)]),
    blobs: Object.fromEntries(record.blobs),
  });
  const unfinished = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(unfinished, `${version} ${id} ${commit} ${checksum(body)}\n${body}`);
  await rename(unfinished, file);
}

function parseRecord(body: string): RepositoryRecord {
  const { committedAt, refused, truncated, entries, blobs } = JSON.parse(body) as {
    readonly committedAt: string;
    readonly refused: number;
    readonly truncated: boolean;
    readonly entries: readonly (readonly [path: string, oid: string, kind: number])[];
    readonly blobs: Readonly<Record<string, KnownBlob>>;
  };
  const tree: Tree = {
    refused,
    truncated,
    entries: entries.map(([path, oid, kind]) => ({ path, oid, kind: kinds[kind] ?? 'submodule' })),
  };
  return { listing: { committedAt, tree }, blobs: new Map(Object.entries(blobs)) };
}

function fileOf(stateFolder: string, id: string): string {
  return join(stateFolder, 'snapshot', `${checksum(id).slice(0, 32)}.json`);
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
