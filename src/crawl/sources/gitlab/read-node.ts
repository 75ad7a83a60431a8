import { isSafeRefName } from '../../address.ts';
import { type Fields, fieldsOf, keepText, textOf } from '../hosts/graph-fields.ts';
import { type HostRepository, visibilityOf } from '../hosts/host-repository.ts';
import { graphErrorsOf, indexOfNode } from './host-failure.ts';

/**
 * Takes the page of projects out of an answer. A project whose repository is the subject of an error comes without it: what
 * is absent from it may only have been kept back.
 */
export function projectsIn(body: unknown): unknown {
  const projects = fieldsOf(fieldsOf(fieldsOf(fieldsOf(body)['data'])['group'])['projects']);
  const doubtful = new Set(graphErrorsOf(body).map(indexOfNode));
  const { nodes } = projects;
  if (doubtful.size === 0 || !Array.isArray(nodes)) return projects;
  return { ...projects, nodes: nodes.map((node, index) => (doubtful.has(index) ? withoutRepository(node) : node)) };
}

/** Takes one project out of a page; `undefined` when the host gave none, or one without what it is known by. */
export function readProjectNode(value: unknown, branch: string | undefined): HostRepository | undefined {
  const node = fieldsOf(value);
  const id = Number(/^gid:\/\/gitlab\/Project\/(\d+)$/.exec(String(node['id']))?.[1]);
  const { fullPath, webUrl, httpUrlToRepo } = node;
  if (!Number.isSafeInteger(id) || typeof fullPath !== 'string' || typeof webUrl !== 'string') return undefined;
  const description = textOf(node['description']);
  const head = headOf(node, branch);
  return {
    id,
    fullName: fullPath,
    webUrl,
    cloneUrl: textOf(httpUrlToRepo) ?? `${webUrl}.git`,
    ...(description && { description }),
    archived: node['archived'] === true,
    fork: node['isForked'] === true,
    visibility: visibilityOf(node['visibility']),
    topics: Array.isArray(node['topics']) ? node['topics'].filter((topic) => typeof topic === 'string') : [],
    ...(isGoing(fullPath, node['markedForDeletionOn']) && { going: true }),
    ...(head && { head }),
    blobs: new Map(filesOf(node)),
  };
}

/** Whether a project is about to be deleted. GitLab keeps those for some days, from 18.0 on under a name that says so. */
export function isGoing(fullPath: string, markedOn: unknown): boolean {
  return typeof markedOn === 'string' || /-deletion_scheduled-\d+(?:\/|$)/.test(fullPath);
}

// `lastCommit` of a tree without a path is the commit that the branch stands at, merges included.
function headOf(node: Fields, branch: string | undefined): HostRepository['head'] {
  if (node['repository'] === undefined) return undefined;
  if (node['repository'] === null) return 'code-hidden';
  const repository = fieldsOf(node['repository']);
  // Also of a repository that was never made.
  if (repository['empty'] === true) return 'empty';
  const name = branch ?? textOf(repository['rootRef']);
  const commit = textOf(fieldsOf(fieldsOf(repository['tree'])['lastCommit'])['sha']);
  if (name === undefined || !isSafeRefName(name) || !commit || !/^[0-9a-f]{40,64}$/.test(commit)) {
    return 'no-default-branch';
  }
  return { commit, branch: name };
}

function filesOf(node: Fields): readonly (readonly [string, ReturnType<typeof keepText>[number][1]])[] {
  const { nodes } = fieldsOf(fieldsOf(node['repository'])['blobs']);
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((blob) => keepText(fieldsOf(blob)['oid'], fieldsOf(blob)['rawTextBlob']));
}

function withoutRepository(node: unknown): unknown {
  const { repository: _repository, ...rest } = fieldsOf(node);
  return rest;
}
