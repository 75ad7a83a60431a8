import type { CommitAuthor } from '../../catalog/repository-files.ts';

/** What a commit says of its place in history, and of people. */
export interface HistoryCommit {
  readonly oid: string;
  readonly tree: string;
  readonly parents: readonly string[];
  /** Committer date, seconds since 1970; 0 when it is none. */
  readonly time: number;
  readonly author: CommitAuthor;
  /** Named in `Co-authored-by` lines, as hosts write them when they squash a branch. */
  readonly coAuthors: readonly CommitAuthor[];
}

/** More parents than this no sane merge has; the others are not followed. */
const mostParents = 64;
const mostCoAuthors = 50;

/** Parses a commit object (`gitformat-commit`); `undefined` when it is none. */
export function parseCommit(oid: string, content: Buffer): HistoryCommit | undefined {
  const end = content.indexOf('\n\n');
  const headBytes = end < 0 ? content : content.subarray(0, end);
  const encoding = headBytes.toString('latin1').match(/^encoding (.+)$/m)?.[1];
  const text = decode(headBytes, encoding);
  const tree = text.match(/^tree ([0-9a-f]+)$/m)?.[1];
  if (tree === undefined) return undefined;
  const parents = [...text.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = '']) => parent);
  const message = end < 0 ? '' : decode(content.subarray(end + 2), encoding);
  return {
    oid,
    tree,
    parents: parents.slice(0, mostParents),
    time: Number(text.match(/^committer .* (\d+) [+-]\d{4}$/m)?.[1] ?? 0),
    author: personOf(text.match(/^author (.*)> -?\d+ [+-]\d{4}$/m)?.[1] ?? ''),
    coAuthors: [...message.matchAll(/^co-authored-by:[ \t]*([^\n]*)>[ \t\r]*$/gim)]
      .slice(0, mostCoAuthors)
      .map(([, person = '']) => personOf(person)),
  };
}

// Without its last angle bracket: `Name <address`.
function personOf(text: string): CommitAuthor {
  const at = text.lastIndexOf('<');
  if (at < 0) return { name: text.trim(), email: '' };
  return { name: text.slice(0, at).trim(), email: text.slice(at + 1).trim() };
}

function decode(bytes: Buffer, encoding = 'utf-8'): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return bytes.toString();
  }
}
