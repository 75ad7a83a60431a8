import { GitError } from '../git-error.ts';
import type { GitObject } from '../object-reader.ts';
import { delimiter, flush, parsePktLines, pktLine, textOf } from './pkt-line.ts';
import { type HttpRemote, postToHost } from './post-to-host.ts';
import { readPack } from './read-pack.ts';
import { Unsuitable } from './unsuitable.ts';

/** A reference of the remote: the line's words after its object id. */
export interface RemoteReference {
  readonly oid: string;
  readonly name: string;
  /** What a symbolic one stands for. */
  readonly target?: string;
  /** What an annotated tag stands for. */
  readonly peeled?: string;
}

/** Asks for the references that begin so (`ls-refs` of `gitprotocol-v2`). */
export async function askForReferences(
  remote: HttpRemote,
  prefixes: readonly string[],
): Promise<readonly RemoteReference[]> {
  const wanted = prefixes.map((prefix) => pktLine(`ref-prefix ${prefix}`));
  const question = [pktLine('command=ls-refs'), delimiter, pktLine('peel'), pktLine('symrefs'), ...wanted, flush];
  const answer = [...parsePktLines(await postToHost(remote, question.join('')))];
  if (answer.at(-1) !== 'flush') throw new Unsuitable('the host does not list references this way');
  return answer.slice(0, -1).map((line) => {
    const [oid = '', name = '', ...attributes] = failOnError(textOf(line)).split(' ');
    const after = (key: string) => attributes.find((each) => each.startsWith(key))?.slice(key.length);
    const [target, peeled] = [after('symref-target:'), after('peeled:')];
    if (!isObjectId(peeled ?? oid)) throw new GitError('ls-refs', 'unexpected answer: a reference to no object');
    return { oid, name, ...(target && { target }), ...(peeled && { peeled }) };
  });
}

/** What to ask for. */
export interface Wanted {
  readonly oids: readonly string[];
  /** Only this commit and those that lead up to it, so many in a row, and none of their blobs. Absent: only what is asked for is sent, blobs by id. */
  readonly depth?: number;
  /** A commit whose trees are here already: they are not sent again, if it is one of the latest before the wanted one. */
  readonly here?: string;
}

// The host leaves out what it can see the way to: with a depth of 1 it sees no commit before the wanted one. Each commit on that
// way is sent with its trees, so that the way must not be long.
const longestWay = 20;

/** Asks for objects (`fetch` of `gitprotocol-v2`) and gives back what was sent, by id. */
export async function askForObjects(remote: HttpRemote, wanted: Wanted): Promise<ReadonlyMap<string, GitObject>> {
  const digits = wanted.oids[0]?.length ?? 40;
  const lines = [
    'no-progress',
    'ofs-delta',
    ...(wanted.depth ? [`deepen ${wanted.here ? longestWay : wanted.depth}`] : []),
    // Blobs that are asked for by id are sent whatever the filter says.
    'filter blob:none',
    ...wanted.oids.map((oid) => `want ${oid}`),
    ...(wanted.here ? [`have ${wanted.here}`] : []),
    'done',
  ];
  const format = digits === 64 ? [pktLine('object-format=sha256')] : [];
  const question = [pktLine('command=fetch'), ...format, delimiter, ...lines.map(pktLine), flush].join('');
  const pack = unwrapPack(await postToHost(remote, question));
  return readPack(pack, digits);
}

function isObjectId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

const bands = { data: 1, progress: 2, error: 3 };

function unwrapPack(answer: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let inPack = false;
  let ended = false;
  for (const line of parsePktLines(answer)) {
    ended = line === 'flush';
    if (typeof line === 'string') continue;
    if (!inPack) inPack = failOnError(textOf(line)) === 'packfile';
    else if (line[0] === bands.data) chunks.push(line.subarray(1));
    else if (line[0] === bands.error) throw new GitError('fetch', `remote error: ${line.toString('utf8', 1).trim()}`);
  }
  if (!inPack) throw new Unsuitable('the host sends no pack this way');
  if (!ended) throw new GitError('fetch', 'unexpected disconnect while reading the pack');
  return Buffer.concat(chunks);
}

function failOnError(text: string): string {
  if (text.startsWith('ERR ')) throw new GitError('fetch', `remote error: ${text.slice(4)}`);
  return text;
}
