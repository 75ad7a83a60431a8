import { isSafeRefName } from '../../address.ts';
import { blobId } from '../../blob-store.ts';
import { describeBlob } from '../../read-files.ts';
import type { KnownBlob } from '../../repository-record.ts';
import type { GithubRepository } from './github-repository.ts';

/** One page of a list as GraphQL gives it, its shape checked but not its nodes. */
export interface RawConnection {
  readonly totalCount: number;
  readonly nodes: readonly unknown[];
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** Takes one page of a list; `undefined` when it is none. */
export function readConnection(value: unknown): RawConnection | undefined {
  const { totalCount, nodes, pageInfo } = fieldsOf(value);
  const { hasNextPage, endCursor } = fieldsOf(pageInfo);
  if (!Number.isSafeInteger(totalCount) || !Array.isArray(nodes) || typeof hasNextPage !== 'boolean') return undefined;
  return { totalCount: totalCount as number, nodes, hasNextPage, endCursor: textOf(endCursor) ?? null };
}

/** Takes one repository out of a page; `undefined` when the host gave none, or one without what it is known by. */
export function readRepositoryNode(value: unknown, fileFields: readonly string[]): GithubRepository | undefined {
  const node = fieldsOf(value);
  const { databaseId, nameWithOwner, url } = node;
  if (!Number.isSafeInteger(databaseId) || typeof nameWithOwner !== 'string' || typeof url !== 'string')
    return undefined;
  const description = textOf(node['description']);
  return {
    id: databaseId as number,
    fullName: nameWithOwner,
    webUrl: url,
    cloneUrl: `${url}.git`,
    ...(description && { description }),
    archived: node['isArchived'] === true,
    fork: node['isFork'] === true,
    visibility: visibilityOf(node['visibility']),
    topics: topicsOf(node['repositoryTopics']),
    head: headOf(node),
    blobs: new Map(fileFields.flatMap((name) => readFile(node[name]))),
  };
}

/** What is not known to be public or internal is taken for private. */
export function visibilityOf(value: unknown): GithubRepository['visibility'] {
  const name = String(value).toLowerCase();
  return name === 'public' || name === 'internal' ? name : 'private';
}

function headOf(node: Fields): NonNullable<GithubRepository['head']> {
  if (node['isDisabled'] === true) return 'disabled';
  if (node['isEmpty'] === true) return 'empty';
  const head = fieldsOf(node['head']);
  const branch = textOf(head['name']);
  const commit = textOf(fieldsOf(head['target'])['oid']);
  if (branch === undefined || !isSafeRefName(branch) || !commit || !/^[0-9a-f]{40,64}$/.test(commit)) {
    return 'no-default-branch';
  }
  return { commit, branch };
}

function topicsOf(value: unknown): readonly string[] {
  const { nodes } = fieldsOf(value);
  return Array.isArray(nodes) ? nodes.flatMap((node) => textOf(fieldsOf(fieldsOf(node)['topic'])['name']) ?? []) : [];
}

// The host turns other encodings into UTF-8 and cuts what is long: only text that is what its id says is kept.
function readFile(value: unknown): readonly (readonly [oid: string, blob: KnownBlob])[] {
  const { oid, text, isTruncated } = fieldsOf(value);
  if (typeof oid !== 'string' || typeof text !== 'string' || isTruncated === true) return [];
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
