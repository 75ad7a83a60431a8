import { mkdir, mkdtemp, readdir, readFile, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileSite } from './compile-site.ts';
import { isSealed, sealFolder, sweepCompiled } from './compiled-folder.ts';

let state: string;
beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'callboard-compiled-'));
});
afterAll(() => rm(state, { recursive: true, force: true }));

it('compiles once, and again when a file of it is damaged or missing', async () => {
  const { clientFolder } = await compileSite(state, { base: '/', language: 'en' });
  const folder = join(clientFolder, '..');
  const entry = join(folder, 'server/entry.mjs');
  await compileSite(state, { base: '/', language: 'en' });
  await writeFile(entry, 'export const renderPage = 1;');
  expect(isSealed(folder)).toBe(false);
  await compileSite(state, { base: '/', language: 'en' });
  expect(isSealed(folder)).toBe(true);
  expect((await readFile(entry, 'utf8')).length).toBeGreaterThan(100);
  expect(await readdir(join(state, 'site'))).toHaveLength(1);
});

it.each<[string, (folder: string) => Promise<unknown>]>([
  ['a file is cut off', (folder) => truncate(join(folder, 'server/entry.mjs'), 3)],
  ['a bit is flipped', (folder) => writeFile(join(folder, 'client/style.css'), 'b{}')],
  ['a file is missing', (folder) => rm(join(folder, 'client/style.css'))],
  ['there is one more', (folder) => writeFile(join(folder, 'client/evil.js'), '')],
  ['files have changed names', (folder) => rename(join(folder, 'client/style.css'), join(folder, 'client/other.css'))],
  ['a pipe stands there', (folder) => execa('mkfifo', [join(folder, 'client/pipe')])],
  ['it was never finished', (folder) => rm(join(folder, 'sealed.json'))],
  ['its seal is no list', (folder) => writeFile(join(folder, 'sealed.json'), 'null')],
  ['it is gone', (folder) => rm(folder, { recursive: true })],
])('is not taken for whole when %s', async (_case, damage) => {
  const folder = join(state, 'sealed');
  await mkdir(join(folder, 'server'), { recursive: true });
  await mkdir(join(folder, 'client'), { recursive: true });
  await writeFile(join(folder, 'server/entry.mjs'), 'export {};');
  await writeFile(join(folder, 'client/style.css'), 'a{}');
  await sealFolder(folder);
  expect(isSealed(folder)).toBe(true);
  await damage(folder);
  expect(isSealed(folder)).toBe(false);
  await rm(folder, { recursive: true, force: true });
});

it('keeps the versions that were used last, and nothing that a killed run left', async () => {
  const parent = join(state, 'swept');
  const name = (digit: number) => String(digit).repeat(20);
  const names = [...[1, 2, 3, 4, 5, 6].map(name), `${name(7)}.12`, `${name(8)}.34`, 'mine'];
  for (const [age, each] of names.entries()) {
    await mkdir(join(parent, each), { recursive: true });
    const time = new Date(Date.now() - age * 3_600_000);
    await utimes(join(parent, each), time, time);
  }
  await utimes(join(parent, `${name(7)}.12`), new Date(), new Date());
  await sweepCompiled(parent, name(6));
  expect((await readdir(parent)).sort()).toEqual([...[1, 2, 3, 6].map(name), `${name(7)}.12`, 'mine']);
});
