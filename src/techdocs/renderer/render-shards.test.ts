import { afterEach, expect, it } from 'vitest';
import { planDocsSites } from '../plan/plan-docs-sites.ts';
import { type DocsFixture, docsConfig, documented, makeDocsFixture } from '../testing/docs-fixture.ts';
import type { RenderJob } from './render-job.ts';
import { renderShards, type SiteMessage } from './render-shards.ts';
import type { WorkerPool } from './worker-pool.ts';

let fixture: DocsFixture | undefined;
afterEach(() => fixture?.remove());

/** A renderer that dies on some pages, as one does whose memory is taken away. */
async function renderWith(deadly: readonly string[], pages: readonly string[]) {
  const jobs: RenderJob[] = [];
  const run: WorkerPool['run'] = async (job, onMessage) => {
    jobs.push(job);
    for (const uri of job.render) {
      onMessage({ type: 'start', uri });
      if (deadly.includes(uri)) return { ok: false, detail: 'signal 9' };
      onMessage({ type: 'page', uri, html: '', title: '', missing: [] });
    }
    return { ok: true, detail: 'exit 0' };
  };
  fixture = await makeDocsFixture({
    'o/r': { 'catalog-info.yaml': documented, ...Object.fromEntries(pages.map((page) => [`docs/${page}`, '#'])) },
  });
  const [plan] = planDocsSites(fixture.catalog, fixture.repositories).plans;
  if (!plan) throw new Error('no plan');
  const messages: SiteMessage[] = [];
  const options = {
    pool: { run, close: async () => undefined },
    blobs: fixture.blobs,
    config: docsConfig,
    concurrency: 2,
  };
  const failure = await renderShards(plan, options, (message) => messages.push(message));
  return {
    failure,
    jobs,
    said: messages.map((message) => (message.type === 'nav' ? 'nav' : `${message.type} ${message.uri}`)),
  };
}

it('goes on after a page on which the renderer died, without rendering any page twice', async () => {
  const { failure, jobs, said } = await renderWith(['b.md'], ['a.md', 'b.md', 'c.md']);
  expect(failure).toBeUndefined();
  expect(said).toEqual(['page a.md', 'failed b.md', 'page c.md']);
  expect(jobs.map(({ render }) => render)).toEqual([['a.md', 'b.md', 'c.md'], ['c.md']]);
});

it('gives a site up when it dies again and again', async () => {
  const pages = Array.from({ length: 9 }, (_, index) => `p${index}.md`);
  const { failure, jobs } = await renderWith(pages, pages);
  expect(failure).toBe('signal 9');
  expect(jobs).toHaveLength(6);
});

it('deals the pages of a large site to several workers', async () => {
  const pages = Array.from({ length: 100 }, (_, index) => `p${index}.md`);
  const { jobs, said } = await renderWith([], pages);
  expect(jobs.map(({ render }) => render.length)).toEqual([50, 50]);
  expect(new Set(said).size).toBe(100);
});
