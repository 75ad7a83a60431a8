import type { PlannedDemoCommit } from './plan-demo-commits.ts';

/**
 * The input of `git fast-import` that makes these commits on `main`. The same commits give the same bytes, hence the
 * same commit ids on every machine. Pure. Follows git-fast-import(1).
 */
export function fastImportStream(
  commits: readonly PlannedDemoCommit[],
  authors: Readonly<Record<string, string>>,
): Buffer {
  const chunks = commits.flatMap(({ commit, files }) => [
    `commit refs/heads/main\nauthor ${authors[commit.by]} ${gitDate(commit.at)}\n`,
    `committer ${authors[commit.by]} ${gitDate(commit.at)}\n`,
    ...data(Buffer.from(`${commit.message.trim()}\n`)),
    ...[...files].flatMap(([path, content]) => [`M 100644 inline ${path}\n`, ...data(content)]),
    '\n',
  ]);
  return Buffer.concat([...chunks, 'done\n'].map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)));
}

function data(content: Buffer): readonly (string | Buffer)[] {
  return [`data ${content.length}\n`, content, '\n'];
}

function gitDate(at: string): string {
  const offset = /([+-]\d\d):(\d\d)$/.exec(at);
  return `${Date.parse(at) / 1000} ${offset ? `${offset[1]}${offset[2]}` : '+0000'}`;
}
