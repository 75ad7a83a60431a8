import { isSafeRefName } from '../../address.ts';
import { type Fields, fieldsOf, keepText, textOf } from '../hosts/graph-fields.ts';
import { type HostRepository, visibilityOf } from '../hosts/host-repository.ts';

/** Takes one repository out of a page; `undefined` when the host gave none, or one without what it is known by. */
export function readRepositoryNode(value: unknown, fileFields: readonly string[]): HostRepository | undefined {
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

function headOf(node: Fields): NonNullable<HostRepository['head']> {
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

function readFile(value: unknown): ReturnType<typeof keepText> {
  const { oid, text, isTruncated } = fieldsOf(value);
  return isTruncated === true ? [] : keepText(oid, text);
}
