import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { execaNode } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoPortal, startDemoPortal } from './demo-portal.ts';

let portal: DemoPortal;
let files: ReadonlySet<string>;
beforeAll(async () => {
  portal = await startDemoPortal('/portal/');
  files = new Set((await readdir(portal.output, { recursive: true })).map((path) => path.replaceAll('\\', '/')));
});
afterAll(() => portal?.stop());

const textOf = (path: string) => readFile(join(portal.output, path), 'utf8');
const jsonOf = async (path: string) => JSON.parse(await textOf(path));

/** Path of the file that a link on `from` leads to. */
function targetOf(link: string, from: string): string {
  const { pathname, host } = new URL(link, `http://portal.invalid/portal/${from}`);
  if (host !== 'portal.invalid') return '';
  const path = decodeURIComponent(pathname.replace(/^\/portal\//, ''));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

describe('the read API of the demo', () => {
  it('has every file that its index names, each as its schema says, served as JSON', async () => {
    const { files: names } = await jsonOf('api/catalog/index.json');
    const { entities, kinds, refs, relations, facets, diagnostics, status, schemas } = names;
    const of: [schema: string, paths: string[]][] = [
      [schemas.index, ['index.json']],
      [schemas.entities, [...entities, ...Object.values(kinds).flat()]],
      [schemas.refs, refs],
      [schemas.relations, relations],
      [schemas.facets, [facets]],
      [schemas.diagnostics, [diagnostics]],
      [schemas.status, [status]],
    ];
    for (const [schema, paths] of of) {
      const ajv = new Ajv({ strictTypes: false, strictTuples: false });
      formats.default(ajv);
      const validate = ajv.compile(await jsonOf(join('api/catalog', schema)));
      for (const path of paths) {
        const response = await fetch(`${portal.preview.url}api/catalog/${path}`);
        expect([response.status, response.headers.get('content-type')], path).toEqual([200, 'application/json']);
        expect(validate(await response.json()), `${path}: ${JSON.stringify(validate.errors)}`).toBe(true);
      }
    }
    for (const name of [schemas.catalogInfo, ...Object.values<string>(schemas.kinds)])
      expect(files.has(join('api/catalog', name)), name).toBe(true);
  });

  it('has a Markdown twin and a JSON twin of every entity’s page, which lead to each other', async () => {
    const refs = Object.keys(await jsonOf('api/catalog/refs.json'));
    const twins = [...files].filter((path) => /^catalog\/[^/]+\/[^/]+\/[^/]+\/index\.md$/.test(path));
    expect(twins).toHaveLength(refs.length);
    for (const twin of twins) {
      const [, html, json] = /^- Formats: \[HTML\]\((.+)\), \[JSON\]\((.+)\)$/m.exec(await textOf(twin)) ?? [];
      expect(targetOf(html ?? '', twin)).toBe(twin.replace(/md$/, 'html'));
      expect(files.has(targetOf(json ?? '', twin)), json).toBe(true);
      const page = await textOf(twin.replace(/md$/, 'html'));
      expect(page).toContain(`<link rel="alternate" type="text/markdown" href="/portal/${twin}">`);
      expect(page).toContain(`<link rel="alternate" type="application/json" href="${json}">`);
    }
  });

  it('leads from llms.txt to every entity, and nowhere that is not there', async () => {
    const seen = new Set<string>();
    const broken: string[] = [];
    const queue = ['llms.txt'];
    for (const path of queue) {
      for (const [, link = ''] of (await textOf(path)).matchAll(/\]\(([^)\s]+)\)/g)) {
        const target = targetOf(link, path);
        if (target === '' || seen.has(target)) continue;
        seen.add(target);
        if (!files.has(target)) broken.push(`${path}: ${link}`);
        else if (target.endsWith('.md')) queue.push(target);
      }
    }
    expect(broken).toEqual([]);
    const twins = [...files].filter((path) => /^catalog\/.*\.md$/.test(path));
    expect(twins.filter((path) => !seen.has(path))).toEqual([]);
  });

  it('says of Markdown what it is, in the manifest and when it is served', async () => {
    const { entries } = (await jsonOf('manifest.json')) as { entries: { key: string; type: string }[] };
    const twins = entries.filter(({ key }) => key.endsWith('/index.md') && key.startsWith('catalog/'));
    expect(new Set(twins.map(({ type }) => type))).toEqual(new Set(['text/markdown; charset=utf-8']));
    const { headers } = await fetch(`${portal.preview.url}${twins[0]?.key}`);
    expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    const llms = await fetch(`${portal.preview.url}llms.txt`);
    expect(llms.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  it('is not found by search: people get pages', async () => {
    const fragments = [...files].filter((path) => path.endsWith('.pf_fragment'));
    const urls = await Promise.all(
      fragments.map(async (path) => {
        const text = gunzipSync(await readFile(join(portal.output, path))).toString();
        return String(JSON.parse(text.slice(text.indexOf('{'))).url);
      }),
    );
    expect(urls.length).toBeGreaterThan(100);
    expect(urls.filter((url) => /\.(?:md|json|txt)$/.test(url))).toEqual([]);
  });

  it('is what callboard validate --against reads', async () => {
    const root = join(import.meta.dirname, '../../..');
    const folder = await mkdtemp(join(tmpdir(), 'callboard-checkout-'));
    await cp(join(root, 'content/demo/repositories/payments-service'), folder, { recursive: true });
    const validate = () => {
      const words = ['validate', '--against', portal.output, '--repository', 'payments-service'];
      const env = { GITHUB_ACTIONS: '', NO_COLOR: '1' };
      return execaNode(join(root, 'src/cli/main.ts'), words, { cwd: folder, reject: false, env });
    };
    expect(await validate()).toMatchObject({ exitCode: 0, stdout: expect.not.stringContaining('warning') });
    const file = join(folder, 'catalog-info.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('component:default/money', 'component:default/mony'));
    expect((await validate()).stdout).toContain('Did you mean component:default/money?');
    await rm(folder, { recursive: true });
  });
});
