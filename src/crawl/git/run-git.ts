import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { type GitAccess, gitEnvironment } from './environment.ts';
import { GitError } from './git-error.ts';
import { scrub } from './scrub.ts';
import { headerChannel, watchHeaders } from './watch-headers.ts';

/** How one Git process runs. */
export interface GitRun extends GitAccess {
  readonly signal: AbortSignal;
  /** Written to its standard input. */
  readonly input?: string;
}

/**
 * Starts Git in the hardened environment, from a folder that is no repository. Aborting the signal kills it and what it
 * started.
 *
 * `node:child_process` rather than execa: a crawl starts one process per repository, and `git cat-file` on an otherwise
 * idle two-core machine takes 2.3 ms that way and 4.5 ms through execa.
 */
export function startGit(args: readonly string[], run: GitRun): ChildProcessWithoutNullStreams {
  run.signal.throwIfAborted();
  const { stdio, environment } = headerChannel(run);
  const child = spawn('git', args, {
    cwd: tmpdir(),
    env: { ...gitEnvironment(run), ...environment },
    detached: true,
    stdio: stdio as 'pipe',
  });
  // A process that is gone is noticed when it closes, not when it is written to.
  child.stdin.on('error', () => {});
  const kill = () => killGroup(child);
  run.signal.addEventListener('abort', kill, { once: true });
  child.once('close', () => run.signal.removeEventListener('abort', kill));
  return child;
}

/** Kills a process that {@link startGit} started, with its children. */
export function killGroup(child: ChildProcessWithoutNullStreams): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** Runs Git to its end and gives back what it printed. Rejects with a {@link GitError}, or with the signal's reason. */
export function runGit(args: readonly string[], run: GitRun): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = startGit(args, run);
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    const heard = watchHeaders(child);
    child.on('error', reject);
    child.on('close', (code) => {
      const { isGit, ...more } = heard();
      // Of an empty page Git makes a repository without references.
      if (code === 0 && !isGit) reject(new GitError(args[0] ?? '', 'error: the host does not answer as Git does'));
      else if (code === 0) resolve(Buffer.concat(output).toString());
      else if (run.signal.aborted) reject(run.signal.reason);
      else reject(new GitError(args[0] ?? '', cleanOutput(Buffer.concat(errors), run), more));
    });
    child.stdin.end(run.input);
  });
}

/** What Git said on its standard error, without secrets. */
export function cleanOutput(bytes: Buffer, access: GitAccess): string {
  return scrub(bytes.toString(), access.credentials ? [access.credentials.token] : []);
}
