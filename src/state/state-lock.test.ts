import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { execaNode } from 'execa';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockState } from './state-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const inUse = { code: 'state/in-use', hint: expect.stringContaining('.callboard/lock') };

it('is had by one at a time, and leaves nothing', async () => {
  const free = await lockState(folder);
  await expect(lockState(folder)).rejects.toMatchObject(inUse);
  await free();
  await (await lockState(folder))();
  expect(await readdir(folder)).toEqual([]);
});

it('is had by exactly one of many who see a dead holder', async () => {
  for (let run = 0; run < 20; run += 1) {
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), key: 'dead' }));
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockState(folder)));
    const got = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(got.length).toBe(1);
    await got[0]?.();
  }
  expect(await readdir(folder)).toEqual([]);
});

it('is free again when its holder was killed', async () => {
  const script = `
    const { lockState } = await import(${JSON.stringify(join(import.meta.dirname, 'state-lock.ts'))});
    await lockState(process.argv[1]);
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = execaNode('--input-type=module', ['-e', script, folder], { reject: false, nodeOptions: [] });
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  await expect(lockState(folder)).rejects.toMatchObject(inUse);
  child.kill('SIGKILL');
  await child;
  await (await lockState(folder))();
});

it.each([
  ['another machine that was heard of just now', { pid: 1, host: 'elsewhere' }, 1000, false],
  ['another machine that is silent', { pid: 1, host: 'elsewhere' }, 300_000, true],
  ['a living process that is silent', { pid: process.ppid, host: hostname() }, 300_000, true],
  ['a living process', { pid: process.ppid, host: hostname() }, 1000, false],
  ['this process before it was started again', { pid: process.pid, host: hostname() }, 1000, true],
])('of %s', async (_, holder, age, isFree) => {
  await writeFile(join(folder, 'lock'), JSON.stringify({ ...holder, key: 'other' }));
  const then = new Date(Date.now() - age);
  await utimes(join(folder, 'lock'), then, then);
  const taken = lockState(folder);
  if (isFree) await (await taken)();
  else await expect(taken).rejects.toMatchObject(inUse);
});
