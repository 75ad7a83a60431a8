import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../config/load-config.ts';
import { createGitRepository } from '../testing/git-repository.ts';
import { type BuildResult, build } from './build.ts';

const component = (name: string, spec = 'owner: crew') =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: ${name} }\nspec: { type: service, lifecycle: production, ${spec} }\n`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-build-'));
  await mkdir(join(folder, 'repositories'));
});
afterAll(() => rm(folder, { recursive: true }));

async function repository(name: string, files: Record<string, string>) {
  return createGitRepository(files, { folder: join(folder, 'repositories', name) });
}

async function configure(more = '') {
  const file = join(folder, 'callboard.yaml');
  await writeFile(
    file,
    `portal: { title: Test }\nsources: [{ type: local, path: repositories, allow: [Group] }]\n${more}`,
  );
  return loadConfig(file, {});
}

async function run(more?: string): Promise<BuildResult> {
  // The status tells when it was; everything else is the same at any time.
  return build({ config: await configure(more), crawledAt: '2026-11-21T12:00:00.000Z' });
}

const output = (path: string) => readFile(join(folder, 'dist', path), 'utf8');

describe('a build of good and bad repositories', () => {
  let result: BuildResult;
  beforeAll(async () => {
    const group =
      'apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: { name: crew }\nspec: { type: team, children: [] }\n';
    await repository('good', {
      'catalog-info.yaml': `${component('orders', 'owner: crew, dependsOn: [component:stock]')}---\n${group}`,
      'docs/index.md': '# Orders\n\nHow orders work. See [more](more.md).\n',
      'docs/more.md': '# More\n\n## Stuck orders\n\nRead this.\n',
    });
    await repository('other', { '.backstage/catalog-info.yml': component('stock') });
    await repository('broken', { 'catalog-info.yaml': `${component('half')}---\nkind: [\n---\n${component('rest')}` });
    await repository('binary', { 'catalog-info.yaml': '\u0000\u0001' });
    await repository('empty', {});
    const damaged = await repository('damaged', { 'catalog-info.yaml': component('lost') });
    await rm(join(damaged.gitFolder, 'objects'), { recursive: true });
    await mkdir(join(damaged.gitFolder, 'objects'));
    result = await run();
  });

  it('keeps the output contract', async () => {
    const entities = JSON.parse(await output('api/catalog/entities.json')) as { metadata: { name: string } }[];
    expect(entities.map((item) => item.metadata.name).sort()).toEqual(['crew', 'half', 'orders', 'rest', 'stock']);
    const orders = JSON.parse(await output('api/catalog/entities/by-name/component/default/orders.json')) as object;
    expect(orders).toMatchObject({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'orders', namespace: 'default' },
      relations: [
        { type: 'dependsOn', targetRef: 'component:default/stock' },
        { type: 'ownedBy', targetRef: 'group:default/crew' },
      ],
    });
    expect(entities).toContainEqual(orders);
    for (const page of [
      'catalog/default/component/orders',
      'catalog/default/group/crew',
      'docs/default/component/orders/more',
    ]) {
      expect(await output(`${page}/index.html`)).toContain('<!DOCTYPE html>');
    }
    const diagnostics = JSON.parse(await output('api/diagnostics.json')) as unknown[];
    expect(diagnostics).toContainEqual({
      code: 'yaml/syntax',
      severity: 'error',
      message: expect.any(String),
      hint: expect.any(String),
      source: { repository: 'broken', path: 'catalog-info.yaml', line: expect.any(Number), column: expect.any(Number) },
    });
    const manifest = JSON.parse(await output('manifest.json')) as { entries: { key: string; size: number }[] };
    const files = (await readdir(join(folder, 'dist'), { recursive: true, withFileTypes: true })).filter((it) =>
      it.isFile(),
    );
    expect(manifest.entries).toHaveLength(files.length - 1);
    expect(manifest.entries.find((entry) => entry.key === 'index.html')).toMatchObject({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      type: 'text/html; charset=utf-8',
      cachePolicy: expect.any(String),
      size: (await readFile(join(folder, 'dist/index.html'))).length,
    });
  });

  it('names the broken ones, and only them', () => {
    const places = new Set(
      result.diagnostics.filter((it) => it.severity === 'error').map((it) => it.source?.repository),
    );
    expect([...places].sort()).toEqual(['binary', 'broken', 'damaged']);
  });

  it('shows docs in its own layout, with links that lead somewhere', async () => {
    const html = await output('docs/default/component/orders/index.html');
    expect(html).toContain('How orders work.');
    expect(html).toMatch(/href="more\/"/);
    expect(html).not.toContain('mkdocs-material');
  });

  it('carries a content security policy and no inline style on every page', async () => {
    const pages = (await readdir(join(folder, 'dist'), { recursive: true })).filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(12);
    for (const page of pages) {
      const html = await output(page);
      expect(html, page).toContain('http-equiv="Content-Security-Policy"');
      expect(html, page).not.toMatch(/\sstyle="/);
    }
  });

  it('writes the same bytes again', async () => {
    const before = await output('manifest.json');
    await run();
    expect(await output('manifest.json')).toBe(before);
  });
});

describe('a build that cannot be', () => {
  beforeEach(async () => {
    if (!existsSync(join(folder, 'dist/index.html'))) await run();
  });

  it('refuses an empty result and leaves the last portal', async () => {
    await expect(run('catalog: { catalogPaths: [nothing.yaml] }\n')).rejects.toMatchObject({ code: 'empty-result' });
    expect(await output('index.html')).toContain('Test');
    expect((await readdir(folder)).filter((name) => name.includes('building'))).toEqual([]);
  });

  it('leaves the last portal when it is cut off, and clears up after itself the next time', async () => {
    await mkdir(join(folder, '.dist.building-dead'));
    await writeFile(join(folder, '.dist.building-dead/half.html'), '');
    const config = await configure();
    const stop = new AbortController();
    const cut = build({
      config,
      signal: stop.signal,
      onEvent: (event) => {
        if (event.type === 'progress' && event.stage === 'pages') stop.abort();
      },
    });
    await expect(cut).rejects.toThrow('aborted');
    expect(await output('index.html')).toContain('Test');
    expect((await readdir(folder)).filter((name) => name.includes('building'))).toEqual([]);
  });
});
