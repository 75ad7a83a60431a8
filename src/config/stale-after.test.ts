import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from './load-config.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-config-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const load = async (more: string) => {
  const file = join(folder, 'callboard.yaml');
  await writeFile(file, `portal: { title: A }\nsources: [{ type: local, path: . }]\n${more}`);
  return loadConfig(file, {});
};

it.each([
  ['', { count: 2, unit: 'year' }],
  ['techdocs: { staleAfter: 18 months }', { count: 18, unit: 'month' }],
  ['techdocs: { staleAfter: 1 week }', { count: 1, unit: 'week' }],
  ['techdocs: { staleAfter: never }', undefined],
])('reads when docs are old: %s', async (more, expected) => {
  expect((await load(more)).techdocs.staleAfter).toEqual(expected);
});

it('refuses an age that is none', async () => {
  await expect(load('techdocs: { staleAfter: two years }')).rejects.toThrow();
});

it('looks at the history of docs, so far, unless told otherwise', async () => {
  expect(await load('')).toMatchObject({ techdocs: { history: true }, crawl: { commitsPerRepository: 1000 } });
  const other = await load('techdocs: { history: false }\ncrawl: { commitsPerRepository: 50 }');
  expect(other).toMatchObject({ techdocs: { history: false }, crawl: { commitsPerRepository: 50 } });
});
