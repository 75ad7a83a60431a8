import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load-config.ts';
import { type BuildOptions, build } from '../../pipeline/build.ts';
import { startPreview } from '../../publish/preview-server.ts';
import { browserMissing, launchChromium } from '../chromium.ts';
import { createGitRepository } from '../git-repository.ts';

const component = (name: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: ${name} }\nspec: { type: service, lifecycle: production, owner: crew }\n`;
const nameAt = (index: number) => `svc-${String(index).padStart(2, '0')}`;
const gone = [0, 1, 2, 3, 4, 5, 6, 7].map(nameAt);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-removals-'));
  for (let index = 0; index < 20; index += 1) {
    const name = nameAt(index);
    const files = { 'catalog-info.yaml': component(name), 'docs/index.md': `# ${name}\n\nHow it works.\n` };
    await createGitRepository(index === 0 ? files : { 'catalog-info.yaml': component(name) }, {
      folder: join(folder, 'repositories', name),
    });
  }
});
afterAll(() => rm(folder, { recursive: true }));

const run = async (more: Partial<BuildOptions> = {}, crawl = '') => {
  const file = join(folder, 'callboard.yaml');
  const source = `{ type: local, name: acme, path: repositories, webUrl: 'https://github.com/acme/{name}' }`;
  await writeFile(file, `portal: { title: Test }\nsources: [${source}]\n${crawl}`);
  return build({ config: await loadConfig(file, {}), ...more });
};
const textOf = (path: string) => readFile(join(folder, 'dist', path), 'utf8');
const statusNow = async () => JSON.parse(await textOf('api/status.json'));
const isThere = (name: string) => existsSync(join(folder, `dist/catalog/default/component/${name}/index.html`));
const move = (from: string, to: string, names: readonly string[]) =>
  Promise.all(names.map((name) => rename(join(folder, from, name), join(folder, to, name))));

describe('eight of twenty repositories that are deleted at once', () => {
  let held: { readonly id: string; readonly entities: readonly { readonly ref: string }[] };
  beforeAll(async () => {
    await run();
    await mkdir(join(folder, 'gone'));
    await move('repositories', 'gone', gone);
  }, 60_000);

  it('stay, marked, with docs, while everything else is published', async () => {
    await createGitRepository({ 'catalog-info.yaml': component('new') }, { folder: join(folder, 'repositories/new') });
    const { diagnostics } = await run();
    expect([...gone, 'svc-08', 'new'].filter((name) => !isThere(name))).toEqual([]);
    const page = await textOf('catalog/default/component/svc-00/index.html');
    expect(page).toContain('Its removal awaits confirmation.');
    expect(await textOf('docs/default/component/svc-00/index.html')).toContain('Its removal awaits confirmation.');
    expect(await textOf('catalog/component/index.html')).toContain('awaits removal');
    expect(await textOf('catalog/default/component/svc-08/index.html')).not.toContain('awaits');
    ({ held } = await statusNow());
    expect(held.entities.map(({ ref }) => ref)).toEqual(gone.map((name) => `component:default/${name}`));
    const problem = diagnostics.find(({ code }) => code === 'crawl/removals-held');
    expect(problem?.hint).toContain(`callboard build --confirm-removals ${held.id}`);
    expect(problem?.message).toContain('This build would remove 8 of 20 entities, more than 5.');
    expect(diagnostics.map(({ code }) => code)).not.toContain('crawl/repository-removed');
  }, 60_000);

  it('are told in status.json as its schema says, and on a page with the way to confirm', async () => {
    const ajv = new Ajv({ strictTypes: false });
    formats.default(ajv);
    const validate = ajv.compile(JSON.parse(await textOf('api/schemas/status.schema.json')));
    const status = await statusNow();
    expect(validate(status), JSON.stringify(validate.errors)).toBe(true);
    expect(status.counts).toMatchObject({ repositories: { fresh: 13, held: 8, removed: 0 }, staleEntities: 8 });
    expect(await textOf('status/index.html')).toContain(`confirmRemovals: ${held.id}`);
  });

  it('stay in the next builds too, whatever wrong id is given, and below the limit', async () => {
    await move('gone', 'repositories', ['svc-05', 'svc-06', 'svc-07']);
    const { diagnostics } = await run({ confirmRemovals: ['r000000000'] });
    expect(gone.filter((name) => !isThere(name))).toEqual([]);
    expect(diagnostics.filter(({ code }) => code === 'crawl/confirmation-outdated')).toHaveLength(1);
    const status = await statusNow();
    expect(status.held.entities).toHaveLength(5);
    expect(status.held.id).not.toBe(held.id);
    expect(await textOf('catalog/default/component/svc-05/index.html')).not.toContain('awaits');
  }, 60_000);

  it('stay held in a build of one repository, which says nothing new of them', async () => {
    const { diagnostics } = await run({ only: ['svc-19'], confirmRemovals: [held.id] });
    expect(gone.filter((name) => !isThere(name))).toEqual([]);
    expect(await textOf('catalog/default/component/svc-00/index.html')).toContain(
      'Source &quot;acme&quot; does not have it',
    );
    expect(await textOf('catalog/component/index.html')).toContain('awaits removal');
    expect((await statusNow()).counts.repositories).toMatchObject({ held: 5, stale: 0 });
    expect(diagnostics.map(({ code }) => code)).not.toContain('crawl/confirmation-outdated');
    await run();
    expect((await statusNow()).held.entities).toHaveLength(5);
  }, 60_000);

  it('write the same bytes again while nothing changes', async () => {
    const crawledAt = '2026-11-21T12:00:00.000Z';
    await run({ crawledAt });
    const before = await textOf('manifest.json');
    await run({ crawledAt });
    expect(await textOf('manifest.json')).toBe(before);
    await run({ crawledAt: '2026-11-21T13:00:00.000Z' });
    const keys = (text: string) =>
      new Map(JSON.parse(text).entries.map((it: { key: string; sha256: string }) => [it.key, it.sha256]));
    const after = keys(await textOf('manifest.json'));
    const changed = [...keys(before)].filter(([key, sha256]) => after.get(key) !== sha256).map(([key]) => key);
    // The lists of what can be read offline say the hash of each file, and so of these.
    const lists = ['offline/lists/index.json', 'offline/lists/rest.json'];
    expect(changed.sort()).toEqual(['api/status.json', ...lists, 'status/index.html', 'status/index.md']);
  }, 60_000);

  it('go when the id under which they were listed is confirmed, and stay gone', async () => {
    const { diagnostics } = await run({}, `crawl: { confirmRemovals: ${held.id} }\n`);
    expect(gone.filter(isThere)).toEqual(['svc-05', 'svc-06', 'svc-07']);
    expect(diagnostics.filter(({ code }) => code === 'crawl/removed')).toHaveLength(5);
    const status = await statusNow();
    expect(status.held).toBeUndefined();
    expect(status.removed).toHaveLength(5);
    const next = await run({}, `crawl: { confirmRemovals: ${held.id} }\n`);
    expect(gone.filter(isThere)).toEqual(['svc-05', 'svc-06', 'svc-07']);
    expect(next.diagnostics.map(({ code }) => code).filter((code) => code.startsWith('crawl/'))).toEqual([
      'crawl/confirmation-outdated',
    ]);
  }, 60_000);
});

describe('entities that vanish inside a repository', () => {
  const many = Array.from({ length: 10 }, (_, index) => `part-${index}`);
  it('are held like those of deleted ones, one by one, and go when confirmed', async () => {
    const files = { 'catalog-info.yaml': many.map(component).join('---\n') };
    const repository = await createGitRepository(files, { folder: join(folder, 'repositories/parts') });
    await run();
    await repository.commit({ 'catalog-info.yaml': component('part-0') });
    await run();
    expect(many.filter((name) => !isThere(name))).toEqual([]);
    expect(await textOf('catalog/default/component/part-9/index.html')).toContain('It is no longer defined in parts');
    expect((await textOf('catalog/default/component/part-0/index.html')).split('</header>')[1]).not.toContain('awaits');
    const { held } = await statusNow();
    await run({ confirmRemovals: [held.id] });
    expect(many.filter(isThere)).toEqual(['part-0']);
  }, 60_000);
});

describe.skipIf(browserMissing())('the status page in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
    await move('repositories', 'gone', [8, 9, 10, 11, 12, 13].map(nameAt));
    await run();
  }, 60_000);
  afterAll(() => browser?.close());

  it.each([
    ['light', 1320],
    ['dark', 360],
  ] as const)(
    'fits and passes axe with what is held: %s, %i px',
    async (colorScheme, width) => {
      const preview = await startPreview({ folder: join(folder, 'dist'), base: '/' });
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      try {
        for (const path of ['status/', 'catalog/default/component/svc-08/', 'catalog/component/']) {
          const page = await context.newPage();
          await page.goto(preview.url + path);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
          await page.addScriptTag({ content: await readFile('node_modules/axe-core/axe.min.js', 'utf8') });
          const violations = await page.evaluate(async () => {
            const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
            return (await axe.run()).violations.map(({ id }) => id);
          });
          expect(violations, path).toEqual([]);
        }
      } finally {
        await context.close();
        await preview.stop();
      }
    },
    60_000,
  );
});
