import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, promisify } from 'node:util';
import { sweepBlobs } from '../../../crawl/sweep-blobs.ts';
import { startGithubEmulator } from '../../github-emulator/github-emulator.ts';
import { canaryToken, githubSourceAt } from '../../github-emulator/github-source.ts';
import { populate, randomChange } from '../organisation-changes.ts';
import { seededRandom } from '../seeded-random.ts';
import { SimulatedOrganisation } from '../simulated-organisation.ts';
import type { DeathWish } from './run-and-die.ts';
import { runLikeABuild, type Task } from './run-like-a-build.ts';

/** How often processes are killed, and doing what. */
export interface Crashes {
  readonly seed: number;
  readonly what: Task['what'];
  readonly kills: number;
  /** Told after every kill that was survived. */
  readonly onKill?: (kill: number) => void;
}

const runAndDie = fileURLToPath(new URL('./run-and-die.ts', import.meta.url));
const firstDay = Date.parse('2026-03-01T12:00:00Z');
const aDay = 86_400_000;

/**
 * Crawls or builds an organisation that changed since the last time, killed at points spread over all that it changes on disk,
 * and runs again. The second run must see what an undisturbed one sees, write what it writes and leave nothing else behind.
 * Gives back what was wrong first, or `undefined`.
 */
export async function simulateCrashes({ seed, what, kills, onKill }: Crashes): Promise<string | undefined> {
  const root = await mkdtemp(join(tmpdir(), 'callboard-crashes-'));
  const host = await startGithubEmulator({ gitFromMemory: true });
  try {
    const random = seededRandom(seed);
    const organisation = new SimulatedOrganisation(host.model);
    populate(organisation, random, 8);
    const prepared = join(root, 'prepared');
    await mkdir(prepared);
    await writeFile(join(prepared, 'callboard.yaml'), describePortal(host.apiUrl));
    const taskIn = (folder: string, day: number): Task => {
      const task = { folder, now: firstDay + day * aDay };
      return what === 'build'
        ? { ...task, what, token: canaryToken }
        : { ...task, what, sources: [githubSourceAt(host, { teams: true })] };
    };
    await runLikeABuild(taskIn(prepared, 0));
    for (let count = 0; count < 12; count += 1) randomChange(random)[1](organisation, random);

    // A run that was killed after it had remembered everything is the first of two.
    const [once, twice] = [join(root, 'once'), join(root, 'twice')];
    await cp(prepared, once, { recursive: true });
    const changes = await runInProcess({ task: taskIn(once, 1), change: 0 });
    await cp(once, twice, { recursive: true });
    await cp(prepared, join(root, 'seen'), { recursive: true });
    const [first, second] = [await see(taskIn(join(root, 'seen'), 1)), await see(taskIn(twice, 1))];
    for (let kill = 0; kill < kills; kill += 1) {
      const change = 1 + Math.floor((kill * changes) / kills);
      const folder = join(root, 'killed');
      await cp(prepared, folder, { recursive: true });
      await runInProcess({ task: taskIn(folder, 1), change });
      const found = await see(taskIn(folder, 1));
      if (!isDeepStrictEqual(found, first) && !isDeepStrictEqual(found, second))
        return `Seed ${seed}, ${what} killed at change ${change} of ${changes}: ${difference(first, found)}`;
      await rm(folder, { recursive: true });
      onKill?.(kill);
    }
    return undefined;
  } finally {
    await host.close();
    await rm(root, { recursive: true, force: true });
  }
}

interface Seen {
  readonly result: unknown;
  /** Names, and for what is shown or remembered the content. */
  readonly files: ReadonlyMap<string, string>;
}

async function see(task: Task): Promise<Seen> {
  const result = JSON.parse(JSON.stringify(await runLikeABuild(task)));
  // What is left over goes once a day.
  await sweepBlobs(join(task.folder, '.callboard'), Date.now() + 2 * aDay);
  return { result, files: await filesIn(task.folder) };
}

/** Runs in a process that is killed, unless `change` is 0: then it gives back how much it changed on disk. */
async function runInProcess(wish: DeathWish): Promise<number> {
  const run = promisify(execFile)(process.execPath, [runAndDie, JSON.stringify(wish)], { maxBuffer: 10_000_000 });
  const ended = await run.catch((error: Error & { readonly signal?: string }) => error);
  if (!(ended instanceof Error)) return Number(ended.stdout);
  if (wish.change > 0 && ended.signal === 'SIGKILL') return wish.change;
  throw ended;
}

// What the tools of a build keep for themselves may differ; what is published, remembered or left behind may not.
async function filesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name));
    if (!entry.isFile() || /^\.callboard\/(?!state|snapshot|blobs|git)/.test(path)) continue;
    const isShown = path.startsWith('dist/') || path.endsWith('/current.json') || path.includes('/snapshot/');
    files.set(path, isShown ? await readFile(join(folder, path), 'latin1') : '');
  }
  return files;
}

function describePortal(apiUrl: string): string {
  const source = `{ type: github, organisation: acme, apiUrl: "${apiUrl}", token: "\${TOKEN}", teams: true }`;
  return `portal: { title: Test }\nsources: [${source}]\n`;
}

function difference(expected: Seen, found: Seen): string {
  const paths = [...new Set([...expected.files.keys(), ...found.files.keys()])];
  const other = paths.filter((path) => expected.files.get(path) !== found.files.get(path));
  if (other.length > 0) return `other files: ${other.join(', ')}`;
  return `another result: ${JSON.stringify(found.result)} instead of ${JSON.stringify(expected.result)}`;
}
