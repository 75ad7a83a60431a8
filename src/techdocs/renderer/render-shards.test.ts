import { afterEach, expect, it } from 'vitest';
import { planDocsSites } from '../plan/plan-docs-sites.ts';
import { type DocsFixture, docsConfig, documented, makeDocsFixture } from '../testing/docs-fixture.ts';
import type { JobEnd, RenderJob } from './render-job.ts';
import { renderShards, type SiteMessage } from './render-shards.ts';
import type { WorkerPool } from './worker-pool.ts';

let fixture: DocsFixture | undefined;
afterEach(() => fixture?.remove());

/** How a renderer ends on certain pages: the first time, the second … */
type Ends = Readonly<Record<string, readonly JobEnd['end'][]>>;

/** A renderer in which every page takes a second, of which `slow` ones take longer than any turn but the last. */
async function renderWith(pages: readonly string[], ends: Ends, slow: readonly string[] = []) {
  const jobs: RenderJob[] = [];
  const turns: number[] = [];
  const left = structuredClone(ends) as Record<string, JobEnd['end'][]>;
  const run: WorkerPool['run'] = async (job, turn, onMessage) => {
    jobs.push(job);
    turns.push(turn);
    let seconds = 0;
    for (const uri of job.render) {
      if (seconds >= (job.limits.turnSeconds ?? 0)) {
        onMessage({ type: 'paused' });
        return { end: 'done', detail: 'exit 0', seconds };
      }
      onMessage({ type: 'start', uri });
      const end = left[uri]?.shift();
      if (end) return { end, detail: 'signal 9', seconds };
      seconds += slow.includes(uri) ? job.limits.pageSeconds : 1;
      if (slow.includes(uri)) onMessage({ type: 'failed', uri, reason: 'too-slow', detail: 'slow' });
      else onMessage({ type: 'page', uri, html: '', title: '', missing: [] });
    }
    return { end: 'done', detail: 'exit 0', seconds };
  };
  fixture = await makeDocsFixture({
    'o/r': { 'catalog-info.yaml': documented, ...Object.fromEntries(pages.map((page) => [`docs/${page}`, '#'])) },
  });
  const [plan] = planDocsSites(fixture.catalog, fixture.repositories).plans;
  if (!plan) throw new Error('no plan');
  const messages: SiteMessage[] = [];
  const options = { pool: { run }, blobs: fixture.blobs, config: docsConfig, concurrency: 2 };
  const failure = await renderShards(plan, options, (message) => messages.push(message));
  const said = messages.map((message) => (message.type === 'nav' ? 'nav' : `${message.type} ${message.uri}`));
  return { failure, jobs, turns, said, renders: jobs.map(({ render }) => render.join(' ')) };
}

it.each(['died', 'lost'] as const)('tries a page once more on which its process %s', async (end) => {
  const { failure, said, renders } = await renderWith(['a.md', 'b.md', 'c.md'], { 'b.md': [end] });
  expect(failure).toBeUndefined();
  expect(said).toEqual(['page a.md', 'page b.md', 'page c.md']);
  expect(renders).toEqual(['a.md b.md c.md', 'b.md c.md']);
});

it('gives a page up on which its process dies twice, and renders no other page twice', async () => {
  const { failure, said, renders } = await renderWith(['a.md', 'b.md', 'c.md'], { 'b.md': ['died', 'died'] });
  expect(failure).toBeUndefined();
  expect(said).toEqual(['page a.md', 'failed b.md', 'page c.md']);
  expect(renders).toEqual(['a.md b.md c.md', 'b.md c.md', 'c.md']);
});

it.each(['limit', 'gave-up'] as const)('does not try a page again whose process ended with "%s"', async (end) => {
  const { said, renders } = await renderWith(['a.md', 'b.md'], { 'a.md': [end] });
  expect(said).toEqual(['failed a.md', 'page b.md']);
  expect(renders).toEqual(['a.md b.md', 'b.md']);
});

it('gives a site up when its processes die again and again', async () => {
  const pages = Array.from({ length: 9 }, (_, index) => `p${index}.md`);
  const { failure, jobs } = await renderWith(pages, Object.fromEntries(pages.map((page) => [page, ['limit']])));
  expect(failure).toBe('signal 9');
  expect(jobs).toHaveLength(6);
});

it('takes longer turns each time, behind those that have had fewer', async () => {
  const pages = Array.from({ length: 30 }, (_, index) => `p${String(index).padStart(2, '0')}.md`);
  const { failure, jobs, turns, said } = await renderWith(pages, {});
  expect(failure).toBeUndefined();
  expect(turns).toEqual([0, 1, 2]);
  expect(jobs.map(({ render }) => render.length)).toEqual([30, 28, 20]);
  expect(said).toHaveLength(30);
});

it('gives a slow page all its time in a later turn, after its neighbours', async () => {
  const { said, turns, renders, jobs } = await renderWith(['a.md', 'b.md'], {}, ['a.md']);
  expect(said).toEqual(['page b.md', 'failed a.md']);
  expect(turns).toEqual([0, 1, 2]);
  expect(renders).toEqual(['a.md b.md', 'b.md a.md', 'a.md']);
  expect(jobs.map(({ limits }) => limits.pageSeconds)).toEqual([2, 8, 20]);
});

it('gives a site up that uses more of the processor than it may have', async () => {
  const pages = Array.from({ length: 35 }, (_, index) => `p${index}.md`);
  const { failure } = await renderWith(pages, {}, pages);
  expect(failure).toMatch(/^it took more than 120 seconds of the processor, and \d+ of its pages are not rendered$/);
});

it('deals the pages of a large site to several workers', async () => {
  const pages = Array.from({ length: 100 }, (_, index) => `p${index}.md`);
  const { jobs, said } = await renderWith(pages, {});
  expect(jobs.slice(0, 2).map(({ render }) => render.length)).toEqual([50, 50]);
  expect(new Set(said).size).toBe(100);
});
