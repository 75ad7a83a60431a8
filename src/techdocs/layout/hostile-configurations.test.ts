import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { buildDocs } from '../build-docs.ts';
import { preparePython } from '../renderer/python-environment.ts';
import {
  type DocsFixture,
  docsConfig,
  documented,
  type FilesByPath,
  makeDocsFixture,
} from '../testing/docs-fixture.ts';
import type { Attack } from '../testing/hostile-attack.ts';
import { hostileCode } from '../testing/hostile-code.ts';
import { hostileReach } from '../testing/hostile-reach.ts';

const attacks = [...hostileCode, ...hostileReach].map((attack, index) => ({ ...attack, slug: `attacker/r${index}` }));
const secret = 'the-secret-text';

interface Places {
  readonly folder: string;
  readonly canary: string;
  readonly elsewhere: string;
}

interface Tried {
  readonly attack: Attack;
  readonly places: Places;
  readonly files: FilesByPath;
  readonly links: Readonly<Record<string, string>>;
  html: string;
  asked: boolean;
}

let sandbox = '';
let hostname = '';
let server: Server;
const asked = new Set<string>();
const plain = new Map<string, Tried>();
const ours = new Map<string, Tried & { pages: number; diagnostics: readonly Diagnostic[] }>();
const before = process.env['HOSTILE_TOKEN'];
let fixture: DocsFixture | undefined;

beforeAll(async () => {
  sandbox = await mkdtemp(join(tmpdir(), 'callboard-hostile-'));
  hostname = (await readFile('/etc/hostname', 'utf8').catch(() => '')).trim();
  server = createServer((request, response) => {
    asked.add(request.headers.host ?? '');
    response.end('x');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env['HOSTILE_TOKEN'] = secret;
  await buildPlainly();
  asked.clear();
  await buildOurs();
}, 300_000);

afterAll(async () => {
  if (before === undefined) delete process.env['HOSTILE_TOKEN'];
  else process.env['HOSTILE_TOKEN'] = before;
  server.close();
  await fixture?.remove();
  await rm(sandbox, { recursive: true, force: true });
});

/** One attack's places, with its files filled in. */
async function prepare(attack: Attack, name: string): Promise<Tried> {
  const folder = join(sandbox, name);
  const outside = join(folder, 'outside');
  const places = { folder, canary: join(folder, 'canary'), elsewhere: join(folder, 'elsewhere') };
  await mkdir(join(outside), { recursive: true });
  for (const file of ['secret.md', 'index.md', 'secret.png']) await writeFile(join(outside, file), `${secret}\n`);
  await writeFile(join(outside, 'parent.yml'), `site_name: ${secret}\n`);
  const secretFile = join(outside, 'secret.md');
  const fill = (text: string) =>
    text
      .replaceAll('CANARY', places.canary)
      .replaceAll('SECRET_RELATIVE', secretFile.slice(1))
      .replaceAll('SECRET_FOLDER', outside)
      .replaceAll('SECRET', secretFile)
      .replaceAll('ELSEWHERE', places.elsewhere)
      .replaceAll('PORT', String((server.address() as AddressInfo).port));
  const filled = (texts: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, fill(String(text))]));
  return {
    attack,
    places,
    files: filled(attack.files),
    links: filled(attack.links) as Record<string, string>,
    html: '',
    asked: false,
  };
}

async function buildPlainly(): Promise<void> {
  const { python } = await preparePython({ signal: new AbortController().signal, log: console.log });
  const builder = execa(python ?? '', ['-u', join(import.meta.dirname, '../testing/plain-builds.py')], {
    stderr: 'inherit',
  });
  const lines = builder.iterable();
  for (const [index, attack] of attacks.entries()) {
    const tried = await prepare(attack, `plain-${index}`);
    const folder = join(tried.places.folder, 'repository');
    const write = async (path: string, make: (file: string) => Promise<void>) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await make(join(folder, path));
    };
    for (const [path, text] of Object.entries(tried.files)) await write(path, (file) => writeFile(file, text));
    for (const [path, target] of Object.entries(tried.links)) await write(path, (file) => symlink(target, file));
    const site = attack.goal === 'elsewhere' ? [] : ['-d', join(tried.places.folder, 'site')];
    asked.clear();
    builder.stdin.write(`${JSON.stringify({ folder, arguments: site, environment: { HOSTILE_TOKEN: secret } })}\n`);
    await lines.next();
    tried.asked = asked.size > 0;
    tried.html = await readFile(join(tried.places.folder, 'site', 'index.html'), 'utf8').catch(() => '');
    plain.set(attack.name, tried);
  }
  builder.stdin.end();
  await builder;
}

/** All at once, as one portal has them: what leaks from one attack into another is seen as well. */
async function buildOurs(): Promise<void> {
  const repositories: Record<string, FilesByPath> = {};
  for (const attack of attacks) {
    const tried = await prepare(attack, `ours-${attack.slug.slice('attacker/'.length)}`);
    ours.set(attack.name, { ...tried, pages: 0, diagnostics: [] });
    const own = {
      'catalog-info.yaml': documented.replace('name: orders', `name: ${attack.slug.slice('attacker/'.length)}`),
    };
    repositories[attack.slug] = { ...own, 'docs/other.md': '# Other\n', ...tried.files };
  }
  fixture = await makeDocsFixture(repositories);
  const input = { catalog: fixture.catalog, snapshot: fixture, config: docsConfig };
  const { value, diagnostics } = await buildDocs(input, fixture.context);
  for (const attack of attacks) {
    const tried = ours.get(attack.name);
    const site = value.sites.find(({ repository }) => repository === attack.slug);
    if (!tried) continue;
    const html = await Promise.all((site?.pages ?? []).map((page) => readFile(page.htmlFile, 'utf8')));
    tried.pages = html.length;
    tried.html = [...html, JSON.stringify([site?.title, site?.nav])].join('\n');
    tried.diagnostics = diagnostics.filter(({ source }) => source?.repository === attack.slug);
  }
}

function fired({ attack: { goal }, places, html, asked }: Tried): boolean {
  if (goal === 'canary') return existsSync(places.canary);
  if (goal === 'elsewhere') return existsSync(places.elsewhere);
  if (goal === 'connection') return asked;
  if (goal === 'marker') return html.includes('evil.example');
  if (goal === 'machine') return hostname !== '' && html.includes(hostname);
  return html.includes(secret) || html.includes(Buffer.from(`${secret}\n`).toString('base64'));
}

const named = attacks.filter(({ goal }) => goal !== 'machine' || existsSync('/etc/hostname'));

it('there are enough of them, no two alike', () => {
  expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
  expect(attacks.length).toBeGreaterThanOrEqual(75);
});

describe.each(named)('$name', ({ name }) => {
  it('fires in plain MkDocs', () => {
    expect(plain.get(name) && fired(plain.get(name) as Tried)).toBe(true);
  });

  it('does not fire in Callboard, which builds the docs all the same', () => {
    const tried = ours.get(name);
    expect(tried?.pages).toBeGreaterThan(0);
    expect(tried && fired(tried)).toBe(false);
    expect(tried?.diagnostics.filter(({ code }) => /failed|slow|large/.test(code))).toEqual([]);
    // Nor does what is said of it repeat a secret.
    expect(JSON.stringify(tried?.diagnostics)).not.toContain(secret);
  });
});

it('nothing was asked of the network, and nothing was written beside the state folder', async () => {
  expect([...asked]).toEqual([]);
  for (const { places } of ours.values()) expect((await readdir(places.folder)).sort()).toEqual(['outside']);
});
