import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GoodRepository, LastGood } from '../../catalog/last-good/good-entity.ts';
import { openLastGood } from './last-good-memory.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-memory-'));
});
afterEach(() => rm(folder, { recursive: true }));

const state = (path = '') => join(folder, 'state/last-good', path);

/** Repositories `r0` … with one entity each; `text` says which build they are of. */
function remember(count: number, text: string): LastGood {
  const repositories = Array.from({ length: count }, (_, index): [string, GoodRepository] => {
    const entity = {
      ref: `component:default/c${index}`,
      path: 'catalog-info.yaml',
      origin: 'catalog-info.yaml',
      line: 1,
    };
    const when = { commit: 'c', committedAt: '2026-01-01T00:00:00Z' };
    return [`r${index}`, { id: `r${index}`, entities: [{ ...entity, text, ...when }] }];
  });
  return new Map(repositories);
}

async function keep(next: LastGood) {
  const { value } = await openLastGood(folder);
  return value.keep(next);
}

async function recall() {
  const { value, diagnostics } = await openLastGood(folder);
  const texts = [...value.lastGood.values()].map(({ entities }) => entities[0]?.text);
  return { texts: [...new Set(texts)], count: texts.length, codes: [...new Set(diagnostics.map(({ code }) => code))] };
}

describe('what builds remember', () => {
  it('is nothing at first, without a word', async () => {
    expect(await recall()).toEqual({ texts: [], count: 0, codes: [] });
  });

  it('is what was kept, and no more files than that needs', async () => {
    for (const text of ['one', 'two', 'three']) expect(await keep(remember(20, text))).toEqual([]);
    expect(await recall()).toEqual({ texts: ['three'], count: 20, codes: [] });
    const shards = await readdir(state('shards'));
    const named = await Promise.all(['current.json', 'previous.json'].map((name) => readFile(state(name), 'utf8')));
    for (const name of shards) expect(named.join()).toContain(name.slice(0, 64));
  });

  it('does not touch what is unchanged', async () => {
    await keep(remember(20, 'one'));
    const before = await readdir(state('shards'));
    const next = new Map(remember(20, 'one'));
    next.set('r3', { id: 'r3', entities: [] });
    await keep(next);
    const added = (await readdir(state('shards'))).filter((name) => !before.includes(name));
    expect(added.length).toBeLessThanOrEqual(1);
    expect((await recall()).count).toBe(19);
  });

  it('holds nothing of the machine it was made on and is the same in any order', async () => {
    await keep(remember(20, 'one'));
    const before = await readFile(state('current.json'), 'utf8');
    await rm(state(), { recursive: true });
    await keep(new Map([...remember(20, 'one')].reverse()));
    expect(await readFile(state('current.json'), 'utf8')).toBe(before);
    expect(before).not.toContain(folder);
  });
});

describe('damage', () => {
  beforeEach(async () => {
    await keep(remember(20, 'one'));
    await keep(remember(20, 'two'));
  });
  const firstShard = async (name: string) => {
    const text = await readFile(state(`${name}.json`), 'utf8');
    return state(`shards/${/"([0-9a-f]{64})"/.exec(text)?.[1]}.jsonl`);
  };

  it.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['changed', (text: string) => text.replace(/[0-9a-f]{64}"/, `${'0'.repeat(64)}"`)],
    ['empty', () => ''],
  ])('of the newest generation, %s, leads to the one before, and says so', async (_, damage) => {
    await writeFile(state('current.json'), damage(await readFile(state('current.json'), 'utf8')));
    expect(await recall()).toEqual({ texts: ['one'], count: 20, codes: ['state/damaged'] });
    await keep(remember(20, 'three'));
    expect(await recall()).toEqual({ texts: ['three'], count: 20, codes: [] });
  });

  it('of a shard leads to the one before, and is mended by the next build', async () => {
    await writeFile(await firstShard('current'), 'x');
    const { texts, count, codes } = await recall();
    expect(texts.sort()).toEqual(['one', 'two']);
    expect({ count, codes }).toEqual({ count: 20, codes: ['state/damaged'] });
    await keep(remember(20, 'two'));
    expect(await recall()).toEqual({ texts: ['two'], count: 20, codes: [] });
  });

  it('beyond help is an error and never silence', async () => {
    await writeFile(await firstShard('current'), 'x');
    await rm(await firstShard('previous'));
    expect((await recall()).codes).toEqual(['state/lost']);
    await writeFile(state('current.json'), 'x');
    await writeFile(state('previous.json'), 'x');
    expect(await recall()).toEqual({ texts: [], count: 0, codes: ['state/lost'] });
  });

  it('is not what another version wrote: that is left aside, and said', async () => {
    const text = await readFile(state('current.json'), 'utf8');
    await writeFile(state('current.json'), text.replace('callboard-last-good 1', 'callboard-last-good 2'));
    expect(await recall()).toEqual({ texts: ['one'], count: 20, codes: ['state/foreign-version'] });
  });

  it('of the disk is a diagnostic of the build that could not write', async () => {
    await rm(state(), { recursive: true });
    await writeFile(state(), 'a file where the folder should be');
    expect((await keep(remember(1, 'one'))).map(({ code }) => code)).toEqual(['state/not-kept']);
  });
});

describe('a process that is killed', () => {
  // Writes build after build until it dies; says so after the first, from which on there is something to lose.
  const child = `
    import { openLastGood } from ${JSON.stringify(new URL('last-good-memory.ts', import.meta.url).href)};
    for (let build = 0; ; build += 1) {
      const { value } = await openLastGood(process.argv[1]);
      const entity = { ref: 'component:default/c', path: 'a', origin: 'a', line: 1, text: String(build), commit: 'c', committedAt: 'd' };
      await value.keep(new Map(Array.from({ length: 40 }, (_, i) => ['r' + i, { id: 'r' + i, entities: [entity] }])));
      console.log(build);
    }`;

  it.each([1, 7, 18, 41, 90])('%i ms into its next builds leaves one whole state', async (milliseconds) => {
    const writer = spawn(process.execPath, ['--input-type=module', '-e', child, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const died = once(writer, 'exit');
    await once(writer.stdout, 'data');
    setTimeout(() => writer.kill('SIGKILL'), milliseconds);
    await died;
    const { texts, count, codes } = await recall();
    expect({ builds: texts.length, count, codes }).toEqual({ builds: 1, count: 40, codes: [] });
    await keep(remember(40, 'after'));
    expect(await recall()).toEqual({ texts: ['after'], count: 40, codes: [] });
    expect((await readdir(state(), { recursive: true })).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
