import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import pLimit from 'p-limit';
import { type DemoFiles, hashDemoFiles, readDemoFiles } from './demo-content.ts';
import { type DemoHistory, type DemoRepositoryHistory, readDemoHistory } from './demo-history.ts';
import { fastImportStream } from './fast-import-stream.ts';
import { planDemoCommits } from './plan-demo-commits.ts';

/** Raise when the way repositories are made changes, so that old ones are made again. */
const recipe = '1';
const stampName = '.demo.json';

/** Where the demo's repositories go, and which of them. */
export interface MakeDemoOptions {
  /** Folder that will hold one bare repository per name; made when missing. */
  readonly target: string;
  /** Folder with `history.yaml` and `repositories/`; the project's `content/demo` by default. */
  readonly content?: string;
  /** As they were at this moment, ISO 8601; without it, as they are. A repository that had no commit is left out. */
  readonly until?: string;
}

/** The project's own `content/demo`. */
export const demoContent: string = fileURLToPath(new URL('../../../content/demo', import.meta.url));

/** What `makeDemoRepositories` made or found. */
export interface DemoRepositories {
  /** Absolute path of the folder that holds the repositories. */
  readonly target: string;
  /** False when everything was there already. */
  readonly made: boolean;
  /** Repository's name → id of the newest commit on `main`. */
  readonly commits: Readonly<Record<string, string>>;
}

/**
 * Makes a bare Git repository of every folder of `content/demo/repositories`, with the authors and dates of
 * `history.yaml`. Commit ids depend on the content alone. Does nothing when the content has not changed.
 * Rejects when `target` holds something else.
 */
export async function makeDemoRepositories(options: MakeDemoOptions): Promise<DemoRepositories> {
  const content = options.content ?? demoContent;
  const target = resolve(options.target);
  const history = await readDemoHistory(join(content, 'history.yaml'));
  const until = options.until === undefined ? Number.POSITIVE_INFINITY : Date.parse(options.until);
  const names = Object.entries(history.repositories)
    .filter(([, { commits }]) => commits.some(({ at }) => Date.parse(at) <= until))
    .map(([name]) => name)
    .sort();
  const files = await Promise.all(names.map((name) => readDemoFiles(join(content, 'repositories', name))));
  const hash = inputsHash(history, files, options.until);

  const stamp = await readStamp(target);
  if (stamp?.hash === hash) return { target, made: false, commits: stamp.commits };

  const draft = `${target}.${process.pid}`;
  try {
    const limit = pLimit(4);
    const heads = await Promise.all(
      names.map((name, index) =>
        limit(() =>
          makeRepository(
            join(draft, name),
            history.repositories[name],
            history.authors,
            files[index] ?? new Map(),
            until,
          ),
        ),
      ),
    );
    const commits = Object.fromEntries(names.map((name, index) => [name, heads[index] ?? '']));
    await writeFile(join(draft, stampName), `${JSON.stringify({ hash, commits }, undefined, 2)}\n`);
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
    return { target, made: true, commits };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function makeRepository(
  folder: string,
  { commits, description }: DemoRepositoryHistory = { commits: [], description: '' },
  authors: DemoHistory['authors'],
  files: DemoFiles,
  until: number,
): Promise<string> {
  const planned = planDemoCommits(files, commits).filter(({ commit }) => Date.parse(commit.at) <= until);
  const stream = fastImportStream(planned, authors);
  await mkdir(folder, { recursive: true });
  const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
  const git = { cwd: folder, env, extendEnv: false } as const;
  await execa('git', ['init', '--bare', '--quiet', '--initial-branch=main', '--template=', '.'], git);
  await writeFile(join(folder, 'description'), `${description}\n`);
  // What GitHub and GitLab allow too: partial clones and fetching by commit id.
  await appendFile(join(folder, 'config'), '[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n');
  await execa('git', ['fast-import', '--quiet', '--done'], { ...git, input: stream });
  const { stdout } = await execa('git', ['rev-parse', 'refs/heads/main'], git);
  return stdout.trim();
}

function inputsHash(history: DemoHistory, files: readonly DemoFiles[], until = ''): string {
  const hash = createHash('sha256').update(recipe).update(until).update(JSON.stringify(history));
  for (const each of files) hash.update(hashDemoFiles(each));
  return hash.digest('hex');
}

interface Stamp {
  readonly hash: string;
  readonly commits: Readonly<Record<string, string>>;
}

async function readStamp(target: string): Promise<Stamp | undefined> {
  const present = await readdir(target).catch((): string[] => []);
  if (present.length === 0) return undefined;
  if (!present.includes(stampName))
    throw new Error(`${target} holds something other than the demo; name an empty folder`);
  const stamp = JSON.parse(await readFile(join(target, stampName), 'utf8')) as Stamp;
  return Object.keys(stamp.commits).every((name) => present.includes(name)) ? stamp : undefined;
}
