import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a path of a commit may be: text, bytes, a special entry, or `null` to delete it. */
export type FileContent = string | Uint8Array | SpecialEntry | null;

/** A tree entry that is not a plain file. Made by {@link symlink}, {@link submodule} and {@link executable}. */
export interface SpecialEntry {
  readonly mode: '120000' | '160000' | '100755';
  /** Link target, commit id or file text. */
  readonly value: string;
}

/** Paths inside the repository and what stands there. */
export type Files = Readonly<Record<string, FileContent>>;

/** How one commit is made. */
export interface CommitOptions {
  /** `Name <address>`. */
  readonly author?: string;
  readonly message?: string;
  /** ISO 8601; by default 2026-01-01T00:00:00Z and a day later with every further commit. */
  readonly date?: string;
  /** Branch that the commit is added to; by default the repository's own. */
  readonly branch?: string;
}

/** Where and how a repository is made. */
export interface RepositoryOptions extends CommitOptions {
  /** Folder to make it in (made when missing); by default a new temporary one. */
  readonly folder?: string;
  /** Bare layout, as a server keeps it. By default `.git` inside the folder, without any working files. */
  readonly bare?: boolean;
}

/** A real Git repository on disk. */
export interface TestRepository {
  readonly folder: string;
  /** The folder that Git calls its own: `folder/.git`, or `folder` when bare. */
  readonly gitFolder: string;
  /** `file://` URL of the repository. */
  readonly url: string;
  /** Adds a commit that changes these files and gives back its id. */
  readonly commit: (files: Files, options?: CommitOptions) => Promise<string>;
  /** Runs git in the repository and gives back its trimmed output. */
  readonly git: (...args: string[]) => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** A symbolic link in a commit. */
export const symlink = (target: string): SpecialEntry => ({ mode: '120000', value: target });

/** A submodule in a commit. */
export const submodule = (commit = 'a'.repeat(40)): SpecialEntry => ({ mode: '160000', value: commit });

/** An executable file in a commit. */
export const executable = (text: string): SpecialEntry => ({ mode: '100755', value: text });

/** Makes a repository whose first commit holds `files`; with no files at all it has no commit. One git process. */
export async function createGitRepository(files: Files = {}, options: RepositoryOptions = {}): Promise<TestRepository> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'callboard-repository-')));
  const gitFolder = options.bare ? folder : join(folder, '.git');
  const home = options.branch ?? 'main';
  await layOut(gitFolder, home, options.bare ?? false);

  const tips = new Map<string, string>();
  let count = 0;
  const commit = async (changes: Files, details: CommitOptions = {}): Promise<string> => {
    const branch = details.branch ?? home;
    const date = details.date ?? new Date(Date.UTC(2026, 0, 1 + count)).toISOString();
    const stream = commitStream(changes, { ...details, branch, date }, tips.get(branch) ?? tips.get(home));
    count += 1;
    const id = (await runGit(gitFolder, ['fast-import', '--quiet', '--done'], stream)).trim();
    tips.set(branch, id);
    return id;
  };

  if (Object.keys(files).length > 0) await commit(files, options);
  return {
    folder,
    gitFolder,
    url: `file://${folder}`,
    commit,
    git: async (...args) => (await runGit(gitFolder, args)).trim(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

// What `git init` does, without its process and its sample hooks.
async function layOut(gitFolder: string, branch: string, bare: boolean): Promise<void> {
  await mkdir(join(gitFolder, 'objects'), { recursive: true });
  await mkdir(join(gitFolder, 'refs', 'heads'), { recursive: true });
  await writeFile(join(gitFolder, 'HEAD'), `ref: refs/heads/${branch}\n`);
  await writeFile(join(gitFolder, 'config'), `[core]\n\trepositoryformatversion = 0\n\tbare = ${bare}\n`);
}

function commitStream(
  files: Files,
  options: CommitOptions & { readonly branch: string; readonly date: string },
  parent: string | undefined,
): Buffer {
  const person = options.author ?? 'Robin Example <robin@example.com>';
  const when = `${Math.floor(Date.parse(options.date) / 1000)} +0000`;
  const parts: Buffer[] = [];
  const line = (text: string) => parts.push(Buffer.from(`${text}\n`));
  const data = (content: string | Uint8Array) => {
    const bytes = Buffer.from(content);
    line(`data ${bytes.length}`);
    parts.push(bytes, Buffer.from('\n'));
  };

  line(`commit refs/heads/${options.branch}`);
  line('mark :1');
  line(`author ${person} ${when}`);
  line(`committer ${person} ${when}`);
  data(options.message ?? 'Change files');
  if (parent) line(`from ${parent}`);
  for (const [path, content] of Object.entries(files)) {
    const quoted = `"${path.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
    if (content === null) line(`D ${quoted}`);
    else if (typeof content === 'string' || content instanceof Uint8Array) {
      line(`M 100644 inline ${quoted}`);
      data(content);
    } else if (content.mode === '160000') line(`M 160000 ${content.value} ${quoted}`);
    else {
      line(`M ${content.mode} inline ${quoted}`);
      data(content.value);
    }
  }
  line('get-mark :1');
  line('done');
  return Buffer.concat(parts);
}

function runGit(gitFolder: string, args: readonly string[], input?: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, {
      cwd: gitFolder,
      env: {
        PATH: process.env['PATH'],
        GIT_DIR: gitFolder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_COMMITTER_NAME: 'Robin Example',
        GIT_COMMITTER_EMAIL: 'robin@example.com',
        GIT_AUTHOR_NAME: 'Robin Example',
        GIT_AUTHOR_EMAIL: 'robin@example.com',
      },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out).toString());
      else reject(new Error(`git ${args.join(' ')} ended with ${code}: ${Buffer.concat(err).toString()}`));
    });
    child.stdin.end(input);
  });
}
