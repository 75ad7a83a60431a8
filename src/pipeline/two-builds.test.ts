import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig } from '../config/load-config.ts';
import { lockState } from '../state/state-lock.ts';
import { build } from './build.ts';
import { checkState } from './carried-state/check-state.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-two-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('refuses to build, check or carry a state that another build has, and touches nothing', async () => {
  const file = join(folder, 'callboard.yaml');
  await writeFile(file, 'portal: { title: Test }\nsources: [{ type: local, path: . }]\n');
  const config = await loadConfig(file, {});
  const state = join(folder, '.callboard');
  const unlock = await lockState(state);
  const inUse = { code: 'state/in-use', hint: expect.stringContaining('Wait until it has ended') };
  await expect(build({ config })).rejects.toMatchObject(inUse);
  await expect(checkState(state)).rejects.toMatchObject(inUse);
  expect(await readdir(folder)).toEqual(['.callboard', 'callboard.yaml']);
  expect(await readdir(state)).toEqual(['lock']);
  await unlock();
  expect(await checkState(state)).toMatchObject({ files: 0, damaged: [] });
});
