import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyMemory } from '../../crawl/known/known-repository.ts';
import { decideOutcomes, type Reading } from '../../crawl/plan/decide-outcomes.ts';
import { planCrawl } from '../../crawl/plan/plan-crawl.ts';
import { createGitRepository } from '../git-repository.ts';
import { giteaSource } from './gitea.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-example-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('is the source that the docs show', async () => {
  const docs = await readFile('content/docs/crawling.md', 'utf8');
  const shown = docs.match(/```typescript\n([\s\S]*?)```/)?.[1];
  const code = await readFile('src/testing/example-source/gitea.ts', 'utf8');
  const there = code.replaceAll("'../../crawl/sources/", "'./").replaceAll("'../../crawl/", "'../");
  expect(shown).toBe(there);
});

it('lists what can be opened, and does not take a list that broke off for complete', async () => {
  const shop = await createGitRepository({ 'catalog-info.yaml': 'x' }, { folder: join(folder, 'shop') });
  let broken = false;
  const server = createServer((request, response) => {
    if (broken) response.statusCode = 500;
    const bad = { id: 2, full_name: 'acme/bad', clone_url: 'ftp://host/x', archived: false };
    const page = [{ id: 1, full_name: 'acme/shop', clone_url: shop.url, archived: true }, bad];
    response.end(JSON.stringify(request.url?.endsWith('page=1') ? page : []));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const source = giteaSource({ name: 'forge', url, organisation: 'acme', catalogPaths: ['catalog-info.yaml'] });
    const context = {
      signal: new AbortController().signal,
      stateFolder: join(folder, 'state'),
      concurrency: 1,
      progress: () => {},
      log: () => {},
    };
    const { value } = await source.discover(context);
    expect(value).toMatchObject({ complete: true, repositories: [{ slug: 'acme/shop', archived: true }] });
    const reader = await value.repositories[0]?.open(context.signal);
    expect(reader?.head?.commit).toBe(await shop.git('rev-parse', 'HEAD'));
    reader?.close();

    // What its listings mean to a crawl: nothing is gone while the host fails.
    const now = '2026-01-01T00:00:00.000Z';
    const listed = [{ name: 'forge', type: 'gitea', listing: value }];
    const plan = planCrawl(listed, emptyMemory, now);
    const [found] = plan.found;
    const repository = { id: found?.id ?? '', slug: 'acme/shop', host: 'none', source: 'forge' } as const;
    const read: Reading = {
      type: 'read',
      files: {
        repository: { ...repository, branch: 'main', commit: 'a', committedAt: now },
        catalogPaths: [],
        files: new Map(),
      },
    };
    const first = decideOutcomes({ plan, readings: new Map([[repository.id, read]]), ...emptyMemory, now });
    const known = new Map(first.flatMap(({ next }) => (next ? [[next.repository.id, next] as const] : [])));
    broken = true;
    const failed = await source.discover(context);
    expect(failed.diagnostics.map(({ code }) => code)).toEqual(['crawl/source-unreadable']);
    const later = planCrawl(
      [{ name: 'forge', type: 'gitea', listing: failed.value }],
      { known, waiting: new Map() },
      now,
    );
    expect(later.missing.map(({ verdict }) => verdict)).toEqual(['stale']);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});
