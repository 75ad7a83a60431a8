import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { docsConfig } from '../testing/docs-fixture.ts';
import { preparePython, requirementsFile } from './python-environment.ts';
import { openRenderer } from './renderer.ts';

const options = { signal: new AbortController().signal, log: () => undefined };
const before = { ...process.env };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-python-'));
});
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('pins every package with hashes, and names no index', async () => {
  const lines = (await readFile(requirementsFile, 'utf8')).split('\n').filter((line) => /^[a-z]/i.test(line));
  expect(lines.length).toBeGreaterThan(12);
  for (const line of lines) expect(line).toMatch(/^[a-z0-9-]+==[0-9.]+( ; python_full_version [<>=]+ '3\.\d+')? \\$/);
  expect(await readFile(requirementsFile, 'utf8')).not.toMatch(/https?:|--index-url|--find-links/);
});

/** What a process leaves that was killed while it made an environment. */
async function leaveHalfMade(cache: string): Promise<void> {
  const name = basename(dirname(dirname((await preparePython(options)).python ?? '')));
  const gone = execa('true');
  await gone;
  const { pid } = gone;
  await mkdir(join(cache, `${name}.lock`), { recursive: true });
  await writeFile(join(cache, `${name}.lock`, 'owner'), `${hostname()} ${pid}`);
  await mkdir(join(cache, `${name}.${pid}.new`, 'bin'), { recursive: true });
}

it('makes one environment when two runs want it at once, after one that was killed; mends it when it is damaged', async () => {
  const cacheFolder = join(folder, 'cache', 'callboard');
  await leaveHalfMade(cacheFolder);
  const [first, second] = await Promise.all([
    preparePython({ ...options, cacheFolder }),
    preparePython({ ...options, cacheFolder }),
  ]);
  expect(first).toEqual(second);
  expect(first).toMatchObject({ identity: 'pinned', diagnostics: [] });
  expect(await readdir(cacheFolder)).toHaveLength(1);
  process.env['PATH'] = '';
  expect(await preparePython({ ...options, cacheFolder })).toEqual(first);
  Object.assign(process.env, before, { XDG_CACHE_HOME: dirname(cacheFolder) });
  const [library = ''] = await readdir(join(dirname(first.python ?? ''), '..', 'lib'));
  await rm(join(dirname(first.python ?? ''), '..', 'lib', library, 'site-packages', 'mkdocs'), { recursive: true });
  const blobs = { pathOf: () => '', read: async () => new Uint8Array() };
  const opened = await openRenderer(first, { ...options, config: docsConfig, blobs, concurrency: 1 });
  await opened.renderer?.close();
  expect(opened).toMatchObject({ renderer: {}, diagnostics: [] });
}, 600_000);

it('uses an importable MkDocs with a warning when no package can be had', async () => {
  const made = (await preparePython(options)).python ?? '';
  process.env['PATH'] = `${dirname(made)}:/usr/bin:/bin`;
  process.env['PIP_NO_INDEX'] = process.env['UV_OFFLINE'] = '1';
  process.env['PIP_FIND_LINKS'] = join(folder, 'nothing');
  const choice = await preparePython({ ...options, cacheFolder: join(folder, 'offline') });
  expect(dirname(choice.python ?? '')).toBe(dirname(made));
  expect(choice.identity).toMatch(/^Python 3\S+, mkdocs 1\.6\.1, Markdown 3/);
  expect(choice.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringMatching(/^techdocs\/python-fallback MkDocs 1\.6\.1 of \/\S+ renders the docs/),
  ]);
  expect(await readdir(join(folder, 'offline'))).toEqual([]);
}, 600_000);

it('says at once why a cache folder cannot be used', async () => {
  await writeFile(join(folder, 'file'), '');
  process.env['PATH'] = `/usr/bin${delimiter}/bin`;
  const { diagnostics } = await preparePython({ ...options, cacheFolder: join(folder, 'file', 'cache') });
  expect(diagnostics.map(({ message }) => message).join()).toMatch(/could not be made \(ENOTDIR/);
});

it('says when there is no Python at all', async () => {
  process.env['PATH'] = '';
  const choice = await preparePython({ ...options, cacheFolder: join(folder, 'none') });
  expect(choice.diagnostics.map(({ code }) => code)).toEqual(['techdocs/python-missing']);
});

it('finds a Python of one’s own by its name in the PATH, and starts that very one', async () => {
  const made = (await preparePython(options)).python ?? '';
  await mkdir(join(folder, 'bin'));
  await symlink(made, join(folder, 'bin', 'own-python'));
  process.env['PATH'] = `${join(folder, 'bin')}:${dirname(made)}`;
  const choice = await preparePython({ ...options, python: 'python' });
  expect(choice).toMatchObject({ python: made, diagnostics: [] });
  const linked = await preparePython({ ...options, python: 'own-python' });
  expect(linked.python ?? linked.diagnostics[0]?.message).toMatch(/own-python/);
});

it('says why a Python of one’s own cannot be used', async () => {
  const choice = await preparePython({ ...options, python: '/nonexistent/python' });
  expect(choice).toEqual({ diagnostics: [expect.objectContaining({ code: 'techdocs/python-missing' })] });
});
