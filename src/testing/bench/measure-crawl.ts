import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execaNode } from 'execa';
import { processorSeconds } from './processor-seconds.ts';

/** What one crawl of an organisation on an emulated GitHub took. */
interface CrawlMeasurement {
  readonly size: string;
  readonly what: 'first' | 'nothing changed' | 'one changed';
  readonly repositories: number;
  readonly problems: number;
  readonly seconds: number;
  /** Of the crawl and its processes. */
  readonly processor: number;
  /** Of the host and its `git http-backend`. */
  readonly hostProcessor: number;
  readonly processes: number;
  readonly peakMemory: number;
  /** What is held at the end, where Node may collect garbage on demand. */
  readonly heap: number;
  readonly api: number;
  readonly git: number;
  readonly apiBytes: number;
  readonly gitBytes: number;
  readonly gitUpload: number;
  /** Compressed one by one: docs, and root trees. */
  readonly needed: { readonly blobs: number; readonly trees: number };
}

type Counts = Pick<CrawlMeasurement, 'api' | 'git' | 'apiBytes' | 'gitBytes' | 'gitUpload' | 'needed'>;

/**
 * Crawls an organisation three times: first with nothing known, then unchanged, then with one push. Host and crawl are
 * processes of their own, so that each one's processor time and memory are told apart.
 */
async function measureCrawl(repositories: number, size: string, latency: string): Promise<readonly CrawlMeasurement[]> {
  const state = await mkdtemp(join(tmpdir(), 'callboard-bench-'));
  const host = fork(join(import.meta.dirname, 'crawl-host.ts'), [String(repositories), size, latency]);
  try {
    const { apiUrl } = (await next(host)) as { apiUrl: string };
    const measure = async (what: CrawlMeasurement['what']): Promise<CrawlMeasurement> => {
      await ask(host, 'count');
      const before = await processorSeconds(host.pid ?? 0);
      const options = { nodeOptions: ['--expose-gc'], stderr: 'inherit' } as const;
      const { stdout } = await execaNode(join(import.meta.dirname, 'run-crawl.ts'), [apiUrl, state], options);
      const hostProcessor = (await processorSeconds(host.pid ?? 0)) - before;
      return { ...JSON.parse(stdout), ...((await ask(host, 'count')) as Counts), size, what, hostProcessor };
    };
    const [first, unchanged] = [await measure('first'), await measure('nothing changed')];
    await ask(host, 'push');
    return [first, unchanged, await measure('one changed')];
  } finally {
    const ended = once(host, 'exit');
    host.disconnect();
    await ended;
    await rm(state, { recursive: true, force: true });
  }
}

/**
 * Crawls organisations of so many repositories, one after the other, each of a `RepositorySize` and every request so many
 * milliseconds away. Gives back a Markdown table.
 */
export async function measureCrawls(counts: readonly number[], size: string, latency: string): Promise<string> {
  const measurements: CrawlMeasurement[] = [];
  for (const repositories of counts) {
    console.error(`bench: a crawl of ${repositories} ${size} repositories, ${latency} ms away`);
    measurements.push(...(await measureCrawl(repositories, size, latency)));
  }
  return describeCrawls(measurements);
}

async function ask(host: ChildProcess, message: string): Promise<unknown> {
  const answer = next(host);
  host.send(message);
  return answer;
}

async function next(host: ChildProcess): Promise<unknown> {
  return (await once(host, 'message'))[0];
}

const columns: readonly (readonly [title: string, textOf: (it: CrawlMeasurement) => string | number])[] = [
  ['repositories', (it) => `${it.repositories.toLocaleString('en')} ${it.size}`],
  ['crawl', (it) => it.what],
  ['s', (it) => it.seconds.toFixed(1)],
  ['processor, s', (it) => it.processor.toFixed(1)],
  ['host, s', (it) => it.hostProcessor.toFixed(1)],
  ['processes', (it) => it.processes],
  ['peak, MB', (it) => (it.peakMemory / 1e6).toFixed(0)],
  ['held, MB', (it) => (it.heap / 1e6).toFixed(0)],
  ['API requests', (it) => it.api],
  ['API, MB', (it) => (it.apiBytes / 1e6).toFixed(2)],
  ['Git requests', (it) => it.git],
  ['Git, MB', (it) => (it.gitBytes / 1e6).toFixed(2)],
  ['of what is needed', (it) => ratio(it)],
];

function describeCrawls(measurements: readonly CrawlMeasurement[]): string {
  const rows = measurements.map((it) => columns.map(([, textOf]) => textOf(it)).join(' | '));
  const head = [columns.map(([title]) => title).join(' | '), columns.map(() => '---:').join(' | ')];
  return [...head, ...rows].map((row) => `| ${row} |`).join('\n');
}

function ratio({ what, gitBytes, needed }: CrawlMeasurement): string {
  if (what !== 'first' || needed.blobs === 0) return '';
  return `${(gitBytes / needed.blobs).toFixed(2)}`;
}
