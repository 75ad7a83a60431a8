import { GraphQLError } from 'graphql';
import { describePage, type Order, type PageArguments } from './connection-page.ts';
import type { Viewer } from './gitlab-host.ts';
import { type Project, projectPathOf } from './gitlab-model.ts';
import { entriesOf, resolveRef, rootRefOf } from './read-tree.ts';

interface BlobArguments extends PageArguments {
  readonly paths: readonly string[];
  readonly ref?: string | null;
}

interface TreeArguments {
  readonly path: string;
  readonly recursive: boolean;
  readonly ref?: string | null;
}

interface BranchArguments {
  readonly searchPattern: string;
  readonly offset: number;
  readonly limit: number;
}

/** What several blobs may weigh together when their content is asked for. */
const heaviestBlobs = 20 * 1024 * 1024;

/** A repository as `Repository`. */
export function describeRepository(viewer: Viewer, project: Project): Record<string, unknown> {
  const empty = project.branches.size === 0;
  return {
    empty,
    exists: true,
    rootRef: rootRefOf(project) ?? null,
    branchNames: ({ searchPattern, offset, limit }: BranchArguments) => {
      if (searchPattern !== '*') throw new Error('Not emulated: branches by name.');
      return [...project.branches.keys()].slice(offset, offset + limit);
    },
    tree: ({ path, recursive, ref }: TreeArguments) => {
      if (empty && !ref) return null;
      const commit = resolveRef(project, ref ?? undefined);
      return describeTree(viewer, project, commit, path, recursive);
    },
    blobs: (given: BlobArguments) => describeBlobs(project, given),
  };
}

// A repository without this ref has a tree all the same, with nothing in it.
function describeTree(viewer: Viewer, project: Project, commit: string | undefined, path: string, recursive: boolean) {
  const entries = commit === undefined ? [] : entriesOf(project, commit, path, recursive);
  const of = (type: 'blob' | 'tree') =>
    entries
      .filter((entry) => entry.type === type)
      .map((entry) => ({
        ...entry,
        id: `gid://gitlab/${type === 'blob' ? 'Blob' : 'TreeEntry'}/${entry.sha}`,
        flatPath: entry.path,
      }));
  return {
    lastCommit: () => (commit === undefined ? null : describeCommit(viewer, project, commit, path)),
    blobs: (page: PageArguments) => describePage(of('blob'), page, byPath, (entry) => entry),
    trees: (page: PageArguments) => describePage(of('tree'), page, byPath, (entry) => entry),
  };
}

function describeCommit({ web }: Viewer, project: Project, sha: string, path: string): unknown {
  if (path !== '' && path !== '/') throw new Error('Not emulated: the last commit of a folder.');
  const webPath = `/${projectPathOf(project)}/-/commit/${sha}`;
  const date = project.objects.dateOf(sha);
  return {
    id: `gid://gitlab/Commit/${sha}`,
    sha,
    shortId: sha.slice(0, 8),
    title: 'Change files',
    message: 'Change files\n',
    authoredDate: date,
    committedDate: date,
    webPath,
    webUrl: `${web}${webPath}`,
  };
}

// What is not there is left out: there are as many nodes as blobs were found, in the order of the paths.
function describeBlobs(project: Project, given: BlobArguments): unknown {
  const commit = resolveRef(project, given.ref ?? undefined);
  const blobs = given.paths.flatMap((path, index) => {
    const oid = commit && project.objects.find(commit, path);
    const object = oid === undefined ? undefined : project.objects.read(oid);
    return oid && object?.type === 'blob' ? [{ index, path, oid, content: object.content }] : [];
  });
  const weight = blobs.reduce((sum, { content }) => sum + content.length, 0);
  if (blobs.length > 1 && weight > heaviestBlobs) {
    throw new GraphQLError(`Max blobs size limit exceeded (${(weight / 1024 ** 2).toFixed(1)} MB / 20 MB).`);
  }
  return describePage(blobs, given, byIndex, (blob) => describeBlob(project, blob));
}

function describeBlob(
  project: Project,
  { path, oid, content }: { readonly path: string; readonly oid: string; readonly content: Buffer },
): unknown {
  const binary = content.subarray(0, 8000).includes(0);
  // What is not UTF-8 is guessed at; the bytes that it was are lost.
  const text = decode(content);
  const pointer = content.length < 200 ? content.toString().match(/^oid sha256:([0-9a-f]{64})$/m)?.[1] : undefined;
  return {
    id: `gid://gitlab/Blob/${oid}`,
    oid,
    path,
    name: path.split('/').at(-1),
    mode: '100644',
    size: String(content.length),
    rawSize: pointer ? (content.toString().match(/^size (\d+)$/m)?.[1] ?? '0') : String(content.length),
    rawBlob: binary ? content.toString('latin1') : text,
    rawTextBlob: binary ? null : text,
    base64EncodedBlob: content.toString('base64'),
    lfsOid: pointer ?? null,
    storedExternally: pointer !== undefined,
    webPath: `/${projectPathOf(project)}/-/blob/${project.defaultBranch}/${path}`,
  };
}

function decode(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return content.toString('latin1');
  }
}

const byPath: Order<{ readonly path: string }> = {
  keyOf: ({ path }) => ({ path }),
  compare: (a, b) => ((a['path'] ?? '') < (b['path'] ?? '') ? -1 : a['path'] === b['path'] ? 0 : 1),
};

const byIndex: Order<{ readonly index: number }> = {
  keyOf: ({ index }) => ({ index: String(index) }),
  compare: (a, b) => Number(a['index']) - Number(b['index']),
};
