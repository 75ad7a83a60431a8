import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogOf, repositoryOf } from '../../catalog/repository-fixture.ts';
import { deriveFacts } from '../../catalog/suggestion/repository-facts.ts';
import { loadConfig } from '../../config/load-config.ts';
import { type BuildResult, build } from '../../pipeline/build.ts';
import { assemblePortal } from '../../portal/assemble-portal.ts';
import { coveragePages } from '../../portal/coverage/coverage-pages.ts';
import { type Preview, startPreview } from '../../publish/preview-server.ts';
import { compileSite } from '../../render/compile-site.ts';
import { browserMissing, launchChromium } from '../chromium.ts';
import { createGitRepository, type TestRepository } from '../git-repository.ts';

let folder: string;
let labels: TestRepository;
let result: BuildResult;
let preview: Preview;

const config = JSON.stringify({
  portal: { title: 'Acme' },
  techdocs: { enabled: false },
  catalog: { notExpected: ['sandbox*'] },
  sources: [
    { type: 'local', name: 'acme', path: 'clones', webUrl: 'https://github.com/acme/{name}', allow: ['Group'] },
  ],
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-coverage-'));
  const make = (name: string, files: Record<string, string>) =>
    createGitRepository(files, { folder: join(folder, 'clones', name) });
  await make('teams', {
    'catalog-info.yaml':
      'apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata:\n  name: shipping\nspec: { type: team, children: [] }\n',
  });
  labels = await make('labels', {
    CODEOWNERS: '* @acme/shipping\n',
    Dockerfile: 'FROM scratch\n',
    'README.md': `# Labels & "more"\n\nPrints <b>labels</b>: 'one' at a time, with a very${'-long'.repeat(30)} word.\n`,
    'api/openapi.yaml': 'openapi: 3.1.0\ninfo: { title: Labels, version: 1.0.0 }\npaths: {}\n',
    'main.go': 'package main\n',
  });
  await make('sandbox-1', { 'a.py': '' });
  await writeFile(join(folder, 'callboard.yaml'), config);
  result = await buildPortal();
  preview = await startPreview({ folder: result.output, base: '/' });
}, 60_000);
afterAll(async () => {
  await preview?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function buildPortal(): Promise<BuildResult> {
  return build({ config: await loadConfig(join(folder, 'callboard.yaml'), {}) });
}

interface Row {
  readonly slug: string;
  readonly suggestion: { readonly text: string; readonly newFileUrl: string };
}

async function readRows(): Promise<readonly Row[]> {
  return JSON.parse(await readFile(join(result.output, 'api/not-in-catalog.json'), 'utf8'));
}

describe.skipIf(browserMissing())('the page about what is not in the catalog', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(`${preview.url}not-in-catalog/`);
    return page;
  }

  it('copies the descriptor, and opens it on the host', async () => {
    const [row] = await readRows();
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    expect(await page.getByText('1 of 2 repositories are in the catalog.').isVisible()).toBe(true);
    const href = await page.getByRole('link', { name: 'Add it on GitHub for labels' }).getAttribute('href');
    expect(href).toMatch(/^https:\/\/github\.com\/acme\/labels\/new\/main\?filename=catalog-info\.yaml&value=/);
    expect(new URL(href ?? '').searchParams.get('value')).toBe(row?.suggestion.text);
    await page.getByText('Suggested catalog-info.yaml').click();
    await page.getByRole('button', { name: 'Copy catalog-info.yaml of labels' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(row?.suggestion.text);
    expect(row?.suggestion.text).toContain('owner: shipping');
    await page.context().close();
  });

  it.each([
    ['light', 1320],
    ['dark', 360],
  ] as const)(
    'is accessible and does not overflow with the descriptor shown: %s, %i px',
    async (colorScheme, width) => {
      const page = await open({ colorScheme, viewport: { width, height: 800 } });
      await page.getByText('Suggested catalog-info.yaml').click();
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );

  it('needs no scripts', async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await page.locator('.cb-live:visible').count()).toBe(0);
    await page.getByText('Suggested catalog-info.yaml').click();
    expect(await page.locator('pre:visible').innerText()).toContain('name: labels');
    await page.getByRole('link', { name: 'Set aside' }).click();
    expect(await page.getByText('Not expected, by the configuration.').isVisible()).toBe(true);
    await page.context().close();
  });
});

it('keeps pages of two thousand repositories below 150 kB, and loses none', async () => {
  const site = await compileSite(join(folder, '.callboard'), { base: '/', language: 'en' });
  const files = {
    CODEOWNERS: '* @acme/nobody-that-is-known\n',
    Dockerfile: '',
    'api/openapi.yaml': 'openapi: 3.0.0\n',
    'docs/index.md': '# Docs\n',
    'main.go': '',
    'proto/a.proto': 'syntax = "proto3";\n',
  };
  const words = ['Plain words. ', '"Words" & \\<more>. ', '日本語の言葉 '];
  const bare = Array.from({ length: 2000 }, (_, index) => {
    const texts = { ...files, 'README.md': `# A title\n\n${words[Math.floor(index / 700)]?.repeat(40)}\n` };
    const slug = `acme-with-a-name/repository-with-a-name-${String(index).padStart(4, '0')}`;
    const info = { topics: ['one', 'two', 'three'] };
    return { ...repositoryOf(slug, texts, info), facts: deriveFacts(Object.keys(texts).sort()) };
  });
  const portal = assemblePortal({
    config: { title: 'Acme', accent: '#005f9e', language: 'en', base: '/' },
    catalog: catalogOf('').value,
    repositories: bare.map(({ repository }) => repository),
    docsSites: [],
    docsByEntity: new Map(),
    diagnostics: [],
    callboardVersion: '1.0.0',
    uncatalogued: { bare, notExpected: [], catalogPaths: new Map() },
  });
  const seen = new Set<string>();
  let largest = 0;
  for (const [path, view] of coveragePages(portal)) {
    const html = await site.renderPage(path, view());
    largest = Math.max(largest, Buffer.byteLength(html));
    for (const [, slug] of html.matchAll(/Suggested catalog-info\.yaml\s*<span[^>]*> of ([^<]+)</g))
      seen.add(slug ?? '');
  }
  expect(seen.size).toBe(2000);
  expect(largest).toBeLessThanOrEqual(150_000);
});

it('lists a repository no more once its descriptor is added as it was suggested', async () => {
  const [row] = await readRows();
  await labels.commit({ 'catalog-info.yaml': row?.suggestion.text ?? '' });
  const next = await buildPortal();
  expect(next.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  result = next;
  expect((await readRows()).map(({ slug }) => slug)).toEqual(['sandbox-1']);
  const component = await readFile(join(next.output, 'catalog/default/component/labels/index.html'), 'utf8');
  expect(component).toContain('shipping');
  expect(component).toContain('labels-api');
});
