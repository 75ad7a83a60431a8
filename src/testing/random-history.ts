import { spawn } from 'node:child_process';
import { createGitRepository, type RepositoryOptions, type TestRepository } from './git-repository.ts';

/** A random history in a real repository. */
export interface RandomHistory {
  readonly repository: TestRepository;
  /** Ids of its commits, oldest first; the last is the head. */
  readonly commits: readonly string[];
  /** Paths that were never deleted on any way to the head. */
  readonly lasting: ReadonlySet<string>;
}

type Tree = ReadonlyMap<string, { readonly mode: string; readonly text: string }>;

const paths = ['docs/a.md', 'docs/b.md', 'docs/deep/er/c.md', 'docs/deep/d.md', 'README.md', 'src/main.ts'];
const people = ['Ada', 'Grace', 'Edsger', 'Barbara'].map((name) => `${name} <${name.toLowerCase()}@example.com>`);

/**
 * Makes a repository of so many commits on a few branches that are merged now and then: merges that take one side, mix both or are
 * changed by hand, changes that are taken back, renames, deletions, files that may be run. `pick` gives an integer from 0 below its
 * argument.
 */
export async function makeRandomHistory(
  count: number,
  pick: (below: number) => number,
  options: RepositoryOptions = {},
): Promise<RandomHistory> {
  const repository = await createGitRepository({}, options);
  const trees: Tree[] = [];
  const deleted = new Set<string>();
  let tips: number[] = [];
  let stream = '';
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  for (let index = 0; index < count; index += 1) {
    const isLast = index === count - 1;
    const first = tips.length > 0 ? (tips[pick(tips.length)] as number) : undefined;
    const others = tips.filter((tip) => tip !== first);
    const merged = isLast ? others : others.length > 0 && pick(4) === 0 ? [others[pick(others.length)] as number] : [];
    const parents = [...(first === undefined ? [] : [first]), ...merged];
    const tree = nextTree(
      parents.map((parent) => trees[parent] as Tree),
      pick,
    );
    for (const parent of parents)
      for (const path of trees[parent]?.keys() ?? []) if (!tree.has(path)) deleted.add(path);
    trees.push(tree);
    const when = `${1_700_000_000 + index * 600 + (pick(5) === 0 ? -900 : 0)} +0000`;
    const person = people[pick(people.length)];
    stream += `commit refs/heads/${isLast ? 'main' : `b${index}`}\nmark :${index + 1}\nauthor ${person} ${when}\ncommitter ${person} ${when}\n`;
    stream += data(`Commit ${index}`);
    parents.forEach((parent, at) => {
      stream += `${at === 0 ? 'from' : 'merge'} :${parent + 1}\n`;
    });
    stream += 'deleteall\n';
    for (const [path, { mode, text }] of tree) stream += `M ${mode} inline ${path}\n${data(text)}`;
    const gone = new Set(pick(3) === 0 && tips.length < 4 ? merged : parents);
    tips = [...tips.filter((tip) => !gone.has(tip)), index];
  }
  const commits = await importStream(repository.gitFolder, stream, count);
  return { repository, commits, lasting: new Set(paths.filter((path) => !deleted.has(path))) };
}

function nextTree(parents: readonly Tree[], pick: (below: number) => number): Tree {
  const [first = new Map()] = parents;
  const tree = new Map(first);
  if (parents.length > 1) {
    for (const path of paths) {
      const chosen = parents[pick(parents.length)]?.get(path);
      if (chosen) tree.set(path, chosen);
      else tree.delete(path);
    }
    if (pick(3) > 0) return tree;
  }
  for (let changes = 1 + pick(2); changes > 0; changes -= 1) {
    const path = paths[pick(paths.length)] as string;
    const what = pick(12);
    const now = tree.get(path);
    if (what === 0) tree.delete(path);
    else if (what === 1 && now) tree.set(path, { ...now, mode: now.mode === '100644' ? '100755' : '100644' });
    else if (what === 2 && now) {
      tree.delete(path);
      tree.set(paths[pick(paths.length)] as string, now);
    } else tree.set(path, { mode: now?.mode ?? '100644', text: `text ${pick(3)}\n` });
  }
  return tree;
}

async function importStream(gitFolder: string, stream: string, count: number): Promise<readonly string[]> {
  const marks = Array.from({ length: count }, (_, index) => `get-mark :${index + 1}\n`).join('');
  const child = spawn('git', ['fast-import', '--quiet', '--done'], {
    cwd: gitFolder,
    env: { ...process.env, GIT_DIR: gitFolder },
  });
  child.stdin.end(`${stream}${marks}done\n`);
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  return Buffer.concat(output).toString().trim().split('\n');
}
