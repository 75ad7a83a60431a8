import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStateStore, type StoreKind } from './state-store.ts';

interface Item {
  readonly key: string;
  readonly text: string;
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-store-'));
});
afterEach(() => rm(folder, { recursive: true }));

const kind: StoreKind<Item> = {
  name: 'letters',
  content: 'The letters',
  version: 3,
  digits: 1,
  idOf: ({ key }) => key,
};
const open = async (which = kind) => {
  const { value, diagnostics } = await openStateStore(which, folder);
  return { ...value, said: diagnostics.map(({ code, message }) => `${code}: ${message}`) };
};
const items = (text: string, count = 40): Item[] =>
  Array.from({ length: count }, (_, index) => ({ key: `k${index}`, text }));
const file = (name: string) => join(folder, 'state/letters', name);

it('gives back what was kept, in at most sixteen files, the same in any order', async () => {
  expect([...(await open()).items]).toEqual([]);
  await (await open()).keep(items('a').reverse());
  const { items: kept, said } = await open();
  expect(said).toEqual([]);
  expect([...kept.values()].sort((a, b) => Number(a.key.slice(1)) - Number(b.key.slice(1)))).toEqual(items('a'));
  const names = await readdir(file('shards'));
  expect(names.length).toBeLessThanOrEqual(16);
  const before = await readFile(file('current.json'), 'utf8');
  await (await open()).keep(items('a'));
  expect(await readFile(file('current.json'), 'utf8')).toBe(before);
  expect((await readdir(file(''))).sort()).toEqual(['current.json', 'shards']);
});

it('keeps the shards of two generations and no more', async () => {
  for (const text of ['a', 'b', 'c', 'd']) await (await open()).keep(items(text));
  const named = [await readFile(file('current.json'), 'utf8'), await readFile(file('previous.json'), 'utf8')].join();
  for (const name of await readdir(file('shards'))) expect(named).toContain(name.slice(0, 64));
});

it('leaves aside what another version wrote, names itself, and goes on with what was before', async () => {
  await (await open()).keep(items('a'));
  const newer = await open({ ...kind, version: 4 });
  expect(newer.said).toEqual([
    'state/foreign-version: .callboard/state/letters was written by another version of Callboard; nothing of it is used.',
  ]);
  expect(newer.items.size).toBe(0);
  await newer.keep(items('b'));
  expect((await open({ ...kind, version: 4 })).items.get('k0')?.text).toBe('b');
});

it('never gives back anything but what was kept, and is never silent, whatever byte is damaged', async () => {
  await (await open()).keep(items('old'));
  await (await open()).keep(items('new'));
  const names = (await readdir(file(''), { recursive: true })).filter((name) => /\.jsonl?$/.test(name)).sort();
  const whole = new Map(await Promise.all(names.map(async (name) => [name, await readFile(file(name))] as const)));
  const damage = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }));
  await fc.assert(
    fc.asyncProperty(damage, async ([which, where, change]) => {
      const name = names[which % names.length] ?? '';
      const content = Buffer.from(whole.get(name) ?? '');
      const at = where % content.length;
      content[at] = (content[at] ?? 0) ^ change;
      await writeFile(file(name), content);
      const { items: found, said } = await open();
      const texts = [...new Set([...found.values()].map(({ text }) => text))];
      expect(found.size).toBe(40);
      expect(texts.every((text) => text === 'new' || text === 'old')).toBe(true);
      expect(said.length > 0 || texts.join() === 'new').toBe(true);
      await writeFile(file(name), whole.get(name) ?? '');
    }),
    { numRuns: 150 },
  );
});
