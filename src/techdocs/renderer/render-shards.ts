import type { TechdocsConfig } from '../../config/config.ts';
import type { DocsBlobs } from '../docs-blobs.ts';
import { isPage } from '../layout/docs-source.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';
import { limitsOfTurn, pageSecondsOf } from './job-limits.ts';
import { makeJob } from './make-job.ts';
import type { FailureReason, JobEnd, RenderMessage } from './render-job.ts';
import type { WorkerPool } from './worker-pool.ts';

/** What rendering needs besides a site's plan. */
export interface ShardOptions {
  readonly pool: Pick<WorkerPool, 'run'>;
  readonly blobs: DocsBlobs;
  readonly config: TechdocsConfig;
  /** How many workers one large site may have. */
  readonly concurrency: number;
}

/** What a renderer says of a site: its navigation, and one message for every page that is not excluded. */
export type SiteMessage = RenderMessage & { readonly type: 'nav' | 'page' | 'failed' };

/** After this many ends before their time a shard is given up. */
const mostDeaths = 5;
const pagesPerShard = 40;

/**
 * Renders all pages of a site, a large one in several workers at once, in turns with other sites. A process that dies costs a
 * retry, and a page on which it dies again costs that page. Gives the reason when the site as a whole cannot be rendered.
 */
export async function renderShards(
  plan: DocsSitePlan,
  options: ShardOptions,
  onMessage: (message: SiteMessage) => void,
): Promise<string | undefined> {
  const pages = plan.layout.files.filter(({ uri }) => isPage(uri)).map(({ uri }) => uri);
  const failures = await Promise.all(
    shards(pages, options.concurrency).map((shard) => renderShard(shard, plan, options, onMessage)),
  );
  return failures.find((failure) => failure !== undefined);
}

function shards(pages: readonly string[], concurrency: number): readonly (readonly string[])[] {
  const count = Math.max(1, Math.min(concurrency, Math.ceil(pages.length / pagesPerShard)));
  // Dealt like cards, since long pages tend to be neighbours.
  return Array.from({ length: count }, (_, shard) => pages.filter((_uri, index) => index % count === shard));
}

async function renderShard(
  pages: readonly string[],
  plan: DocsSitePlan,
  options: ShardOptions,
  onMessage: (message: SiteMessage) => void,
): Promise<string | undefined> {
  const { config } = options;
  const left = new Set(pages);
  const suspects = new Set<string | undefined>();
  let [used, deaths] = [0, 0];
  for (let turn = 0; ; turn += 1) {
    const { end, paused, ...turned } = await runTurn(left, plan, { ...options, turn, used }, onMessage);
    used += end.seconds;
    if (end.end === 'done' && !paused) return undefined;
    if (used >= config.secondsPerSite)
      return `it took more than ${config.secondsPerSite} seconds of the processor, and ${left.size} of its pages are not rendered`;
    if (end.end === 'done') continue;
    deaths += 1;
    const reason = turned.complaint ?? end.detail;
    if (deaths > mostDeaths) return reason;
    const page = turned.current;
    const isFirst = !suspects.has(page);
    suspects.add(page);
    if (isFirst && (end.end === 'died' || end.end === 'lost')) continue;
    if (page === undefined || !left.delete(page)) return reason;
    onMessage({ type: 'failed', uri: page, ...blame(end, reason) });
  }
}

function blame(end: JobEnd, reason: string): { readonly reason: FailureReason; readonly detail: string } {
  return end.end === 'limit'
    ? { reason: 'too-slow', detail: reason }
    : { reason: 'failed', detail: `the renderer died on it (${reason})` };
}

interface Turn {
  readonly end: JobEnd;
  /** There is more to do, and nothing is wrong. */
  readonly paused: boolean;
  /** The page that was begun and not finished. */
  readonly current: string | undefined;
  readonly complaint: string | undefined;
}

async function runTurn(
  left: Set<string>,
  plan: DocsSitePlan,
  options: ShardOptions & { readonly turn: number; readonly used: number },
  onMessage: (message: SiteMessage) => void,
): Promise<Turn> {
  const { turn, used, config } = options;
  const limits = limitsOfTurn(turn, used, config);
  const isHasty = limits.pageSeconds < pageSecondsOf(config);
  let paused = false;
  let current: string | undefined;
  let complaint: string | undefined;
  const end = await options.pool.run(makeJob([...left], plan, options.blobs, limits), turn, (message) => {
    if (message.type === 'start') current = message.uri;
    else if (message.type === 'error') complaint = message.detail;
    else if (message.type === 'paused') paused = true;
    else if (message.type === 'nav') onMessage(message);
    else if (left.delete(message.uri)) {
      current = undefined;
      if (message.type === 'failed' && message.reason === 'too-slow' && isHasty) {
        // It has more time in a later turn, after its neighbours.
        left.add(message.uri);
        paused = true;
      } else onMessage(message);
    }
  });
  return { end, paused, current, complaint };
}
