import { join } from 'node:path';
import { sha256, writeDurably } from './durable-file.ts';
import { readOwnFile } from './own-file.ts';

/** The names of a whole state: SHA-256 of each shard's content, by shard. */
export type Generation = Readonly<Record<string, string>>;

/** What became of reading a generation. */
export type ReadGeneration =
  | { readonly type: 'sound'; readonly shards: Generation }
  | { readonly type: 'missing' | 'damaged' | 'foreign' };

/** Reads `current` or `previous`, which begins with `header`; never rejects. */
export async function readGeneration(
  folder: string,
  name: 'current' | 'previous',
  header: GenerationHeader,
): Promise<ReadGeneration> {
  let text: string;
  try {
    text = (await readOwnFile(join(folder, `${name}.json`))).toString();
  } catch (error) {
    return { type: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'damaged' };
  }
  const end = text.indexOf('\n');
  const [mark, itsVersion, checksum] = text.slice(0, end).split(' ');
  const body = text.slice(end + 1);
  if (mark !== header.mark) return { type: 'damaged' };
  if (itsVersion !== String(header.version)) return { type: 'foreign' };
  if (checksum !== sha256(body)) return { type: 'damaged' };
  return { type: 'sound', shards: JSON.parse(body) as Generation };
}

/** What a generation begins with: whose it is, and in which form it is written. */
export interface GenerationHeader {
  readonly mark: string;
  readonly version: number;
}

/** Writes a generation with its own checksum. */
export async function writeGeneration(
  folder: string,
  name: 'current' | 'previous',
  { mark, version }: GenerationHeader,
  shards: Generation,
): Promise<void> {
  const body = `${JSON.stringify(shards, undefined, 1)}\n`;
  await writeDurably(join(folder, `${name}.json`), `${mark} ${version} ${sha256(body)}\n${body}`);
}
