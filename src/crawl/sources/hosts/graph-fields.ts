import { blobId } from '../../blob-store.ts';
import { describeBlob } from '../../read-files.ts';
import type { KnownBlob } from '../../repository-record.ts';

/** One page of a list as GraphQL gives it, its shape checked but not its nodes. */
export interface RawPage {
  readonly nodes: readonly unknown[];
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** A page of a list that says how many there are in all. */
export interface RawConnection extends RawPage {
  readonly totalCount: number;
}

/** An object of an answer, of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

/** Takes one page of a list that counts; `undefined` when it is none. */
export function readConnection(value: unknown): RawConnection | undefined {
  const { totalCount } = fieldsOf(value);
  const page = readPage(value);
  return page && Number.isSafeInteger(totalCount) ? { ...page, totalCount: totalCount as number } : undefined;
}

/** Takes one page of a list; `undefined` when it is none. */
export function readPage(value: unknown): RawPage | undefined {
  const { nodes, pageInfo } = fieldsOf(value);
  const { hasNextPage, endCursor } = fieldsOf(pageInfo);
  if (!Array.isArray(nodes) || typeof hasNextPage !== 'boolean') return undefined;
  return { nodes, hasNextPage, endCursor: textOf(endCursor) ?? null };
}

/**
 * Keeps a text that came with a listing, by its object id; none when it is not what its id says: hosts turn other encodings into
 * UTF-8 and cut what is long.
 */
export function keepText(oid: unknown, text: unknown): readonly (readonly [oid: string, blob: KnownBlob])[] {
  if (typeof oid !== 'string' || typeof text !== 'string') return [];
  const content = Buffer.from(text);
  if (blobId(content, oid.length) !== oid) return [];
  return [[oid, describeBlob(content, { text: true })]];
}

/** The fields of an object; none of anything else. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** Text, and nothing else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
