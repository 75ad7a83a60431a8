import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallboardError } from '../diagnostics/callboard-error.ts';
import { loadConfig } from './load-config.ts';
import { defaultCatalogPaths } from './resolve-config.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-config-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function load(text: string, environment: Record<string, string> = {}) {
  const file = join(folder, 'callboard.yaml');
  await writeFile(file, text);
  return loadConfig(file, environment);
}

async function problemsOf(text: string): Promise<string> {
  const error = (await load(text).then(
    () => undefined,
    (reason: unknown) => reason,
  )) as CallboardError;
  expect(error.code).toBe('config-invalid');
  return error.message.replaceAll(folder, '');
}

describe('a configuration that is right', () => {
  it('gets every default, with paths made absolute', async () => {
    const config = await load('portal: { title: Acme }\nsources: [{ type: local, path: clones }]\n');
    expect(config.portal).toEqual({
      title: 'Acme',
      accent: '#005f9e',
      socialImages: 'pages',
      language: 'en',
      base: '/',
    });
    expect(config.sources[0]).toMatchObject({ type: 'local', name: 'clones', path: join(folder, 'clones') });
    expect(config.sources[0]?.catalogPaths).toContain('.backstage/catalog-info.{yaml,yml}');
    expect(config.output).toBe(join(folder, 'dist'));
    expect(config.publish).toBeUndefined();
  });

  it('knows whether the portal is to be read offline: it is, unless it says no', async () => {
    const config = (value: string) =>
      load(`portal: { title: Acme, offline: ${value} }\nsources: [{ type: local, path: clones }]\n`);
    expect((await config('false')).portal.offline).toBe(false);
    expect((await config('true')).portal).not.toHaveProperty('offline');
  });

  it('takes the base path from the URL and the token from the environment', async () => {
    const config = await load(
      'portal: { title: Acme, url: "https://acme.example/portal/" }\nsources: [{ type: github, organisation: acme, token: "${TOKEN}" }]\n',
      { TOKEN: 'a: b' },
    );
    expect(config.portal).toMatchObject({ url: 'https://acme.example/portal', base: '/portal/' });
    expect(config.sources[0]).toMatchObject({ token: 'a: b', apiUrl: 'https://api.github.com', include: ['*'] });
  });

  it('reads groups of GitLab with their subgroups, by default on gitlab.com', async () => {
    const source = (rest: string) =>
      load(`portal: { title: A }\nsources: [{ type: gitlab, group: acme/platform${rest} }]\n`);
    const { sources } = await source('');
    expect(sources[0]).toEqual({
      type: 'gitlab',
      name: 'acme/platform',
      group: 'acme/platform',
      url: 'https://gitlab.com',
      catalogPaths: defaultCatalogPaths,
      subgroups: true,
      include: ['**'],
      exclude: [],
      topics: [],
      visibility: [],
      groups: false,
      members: false,
      archived: false,
      forks: false,
    });
    const own = await source(', url: "https://example.com/gitlab/", subgroups: false, topics: ["!Old things"]');
    expect(own.sources[0]).toMatchObject({ url: 'https://example.com/gitlab', subgroups: false });
  });
});

it('expects every repository in the catalog and reads what helps, unless told otherwise', async () => {
  const start = 'portal: { title: A }\nsources: [{ type: local, path: . }]\n';
  expect((await load(start)).catalog).toMatchObject({ suggestions: true, notExpected: [] });
  const told = await load(`${start}catalog: { suggestions: false, notExpected: ['acme/sandbox-*'] }\n`);
  expect(told.catalog).toMatchObject({ suggestions: false, notExpected: ['acme/sandbox-*'] });
  expect(await problemsOf(`${start}catalog: { notExpected: acme/sandbox }\n`)).toContain('notExpected');
});

it('takes owners from CODEOWNERS unless told otherwise', async () => {
  const start = 'portal: { title: A }\nsources: [{ type: local, path: . }]\n';
  expect((await load(start)).catalog.ownersFromCodeowners).toBe(true);
  const told = await load(`${start}catalog: { ownersFromCodeowners: false }\n`);
  expect(told.catalog.ownersFromCodeowners).toBe(false);
  expect(await problemsOf(`${start}catalog: { ownersFromCodeowners: 'no' }\n`)).toContain('ownersFromCodeowners');
});

it('takes a bare name for a command, and a path for a file beside the configuration', async () => {
  const pythonOf = async (python: string) =>
    (await load(`portal: { title: A }\nsources: [{ type: local, path: . }]\ntechdocs: { python: ${python} }\n`))
      .techdocs.python;
  expect(await pythonOf('python3.12')).toBe('python3.12');
  expect(await pythonOf('venv/bin/python')).toBe(join(folder, 'venv/bin/python'));
});

it('shuts what renders docs in as far as it goes, unless told to insist or not to try', async () => {
  const start = 'portal: { title: A }\nsources: [{ type: local, path: . }]\n';
  expect((await load(start)).techdocs.sandbox).toBe('auto');
  expect((await load(`${start}techdocs: { sandbox: required }\n`)).techdocs.sandbox).toBe('required');
  expect(await problemsOf(`${start}techdocs: { sandbox: maybe }\n`)).toContain('sandbox');
});

it('checks links to the web only when asked, and fills in what is not said of how', async () => {
  const start = 'portal: { title: A }\nsources: [{ type: local, path: . }]\n';
  const plain = { check: false, days: 7, minutes: 5, ignore: [], privateHosts: [] };
  expect((await load(start)).externalLinks).toEqual(plain);
  const told = await load(`${start}techdocs: { externalLinks: { check: true, privateHosts: ['wiki.acme:8080'] } }\n`);
  expect(told.externalLinks).toEqual({ ...plain, check: true, privateHosts: ['wiki.acme:8080'] });
  const wrong = await problemsOf(`${start}techdocs: { externalLinks: { privateHosts: ['http://wiki'] } }\n`);
  expect(wrong).toContain('privateHosts');
});

it('finds PlantUML beside the configuration, and Java where commands are', async () => {
  const plantOf = async (plantuml: string) =>
    (await load(`portal: { title: A }\nsources: [{ type: local, path: . }]\ntechdocs: { plantuml: ${plantuml} }\n`))
      .techdocs.plantuml;
  expect(await plantOf('{ jar: tools/p.jar }')).toEqual({ jar: join(folder, 'tools/p.jar'), java: 'java' });
  expect(await plantOf('{ jar: p.jar, java: jdk/bin/java }')).toMatchObject({ java: join(folder, 'jdk/bin/java') });
  await expect(plantOf('{ java: java }')).rejects.toThrow('jar');
});

it('takes an app as numbers or from variables, and never shows its key', async () => {
  const source = (app: string) =>
    `portal: { title: A }\nsources: [{ type: github, organisation: acme, app: ${app} }]\n`;
  const environment = { ID: '12', KEY: '-----BEGIN secret' };
  const config = await load(source('{ id: "${ID}", privateKey: "${KEY}", installationId: 34 }'), environment);
  expect(config.sources[0]).toMatchObject({ app: { id: '12', privateKey: environment.KEY, installationId: '34' } });
  const wrong = load(source('{ id: "1 2", privateKey: "${KEY}", installation: 3 }'), environment);
  const message = await wrong.catch((error: Error) => error.message);
  expect(message).toContain('did you mean "installationId"?');
  expect(message).toContain('app.id must match');
  expect(message).not.toContain('secret');
});

describe('a configuration that is wrong is refused with its line and what was meant', () => {
  it.each([
    [
      'an unknown key',
      'portal:\n  title: A\n  acent: "#112233"\nsources: [{ type: local, path: . }]',
      ':3:3',
      'did you mean "accent"?',
    ],
    [
      'an unknown source',
      'portal: { title: A }\nsources:\n  - type: githb\n    organisation: x',
      ':3:5',
      'did you mean "github"?',
    ],
    ['a missing key', 'portal: { title: A }\nsources:\n  - type: local', ':3:5', 'has no "path"'],
    ['a wrong value', 'portal:\n  title: A\n  accent: blue\nsources: [{ type: local, path: . }]', ':3:3', '"blue"'],
    [
      'a missing variable',
      'portal:\n  title: ${NOPE}\nsources: [{ type: local, path: . }]',
      ':2:3',
      'the variable NOPE is not set',
    ],
    ['YAML that is not', 'portal:\n\ttitle: A', ':2:1', 'tab'],
    [
      'two sources of one name',
      'portal: { title: A }\nsources: [{ type: local, path: a/x }, { type: local, path: b/x }]',
      '',
      'two sources are named "x"',
    ],
    [
      'a source with the name of what Locations lead to',
      'portal: { title: A }\nsources: [{ type: local, path: a/locations }]',
      '',
      '"locations" means the repositories that Locations lead to',
    ],
  ])('%s', async (_, text, place, reason) => {
    const message = await problemsOf(text);
    expect(message).toContain(`/callboard.yaml${place}`);
    expect(message).toContain(reason);
  });

  it('lists all problems at once', async () => {
    expect(await problemsOf('portal: { title: "", base: x }\nsources: []')).toContain('3 problems');
  });
});

it('says where it looked when there is no file', async () => {
  await expect(loadConfig(join(folder, 'nope.yaml'), {})).rejects.toMatchObject({ code: 'config-not-found' });
});

it.each([
  ['', ['**']],
  ['followLocations: true', ['**']],
  ['followLocations: false', []],
  ['followLocations: [github.com/acme/*]', ['github.com/acme/*']],
])('reads where Locations may lead: %s', async (line, expected) => {
  const text = `portal: { title: A }\nsources: [{ type: local, path: . }]\ncatalog:\n  catalogPaths: [a.yaml]\n  ${line}\n`;
  expect((await load(text)).catalog.followLocations).toEqual(expected);
});

it('gives a crawl an hour, and each repository limits of its own, unless told otherwise', async () => {
  const start = 'portal: { title: A }\nsources: [{ type: local, path: . }]\n';
  expect((await load(start)).crawl).toMatchObject({
    minutes: 60,
    filesPerRepository: 20_000,
    secondsPerRepository: 300,
  });
  const told = await load(`${start}crawl: { minutes: 2.5, megabytesPerFile: 1 }\n`);
  expect(told.crawl).toMatchObject({ minutes: 2.5, bytesPerFile: 1024 * 1024, filesPerRepository: 20_000 });
  expect(await problemsOf(`${start}crawl: { minutes: 0 }\n`)).toContain('minutes');
});
