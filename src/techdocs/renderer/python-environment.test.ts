import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { preparePython, requirementsFile } from './python-environment.ts';

const options = { signal: new AbortController().signal, log: () => undefined };
const before = { ...process.env };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-python-'));
});
afterAll(async () => {
  Object.assign(process.env, before);
  await rm(folder, { recursive: true, force: true });
});

it('pins every package with hashes, and names no index', async () => {
  const lines = (await readFile(requirementsFile, 'utf8')).split('\n').filter((line) => /^[a-z]/i.test(line));
  expect(lines.length).toBeGreaterThan(12);
  for (const line of lines) expect(line).toMatch(/^[a-z0-9-]+==[0-9.]+( ; python_full_version [<>=]+ '3\.\d+')? \\$/);
  expect(await readFile(requirementsFile, 'utf8')).not.toMatch(/https?:|--index-url|--find-links/);
});

it('makes one environment when two runs want it at once, then finds it made', async () => {
  const cacheFolder = join(folder, 'cache');
  const [first, second] = await Promise.all([
    preparePython({ ...options, cacheFolder }),
    preparePython({ ...options, cacheFolder }),
  ]);
  expect(first).toEqual(second);
  expect(first.diagnostics).toEqual([]);
  expect(await readdir(cacheFolder)).toHaveLength(1);
  process.env['PATH'] = '';
  expect(await preparePython({ ...options, cacheFolder })).toEqual(first);
  process.env['PATH'] = before['PATH'];
}, 600_000);

it('uses an importable MkDocs with a warning when no package can be had', async () => {
  const made = (await preparePython(options)).python ?? '';
  process.env['PATH'] = `${dirname(made)}:/usr/bin:/bin`;
  process.env['PIP_NO_INDEX'] = '1';
  process.env['PIP_FIND_LINKS'] = join(folder, 'nothing');
  const choice = await preparePython({ ...options, cacheFolder: join(folder, 'offline') });
  process.env['PATH'] = before['PATH'];
  delete process.env['PIP_NO_INDEX'];
  delete process.env['PIP_FIND_LINKS'];
  expect(choice.python).toMatch(/^python3?$/);
  expect(choice.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringMatching(/^techdocs\/python-fallback MkDocs 1\.6\.1 of python3 renders the docs/),
  ]);
}, 600_000);

it('says when there is no Python at all', async () => {
  process.env['PATH'] = '';
  const choice = await preparePython({ ...options, cacheFolder: join(folder, 'none') });
  process.env['PATH'] = before['PATH'];
  expect(choice.diagnostics.map(({ code }) => code)).toEqual(['techdocs/python-missing']);
});

it('says why a Python of one’s own cannot be used', async () => {
  const choice = await preparePython({ ...options, python: '/nonexistent/python' });
  expect(choice).toEqual({ diagnostics: [expect.objectContaining({ code: 'techdocs/python-missing' })] });
});
