import { execFile } from 'node:child_process';
import { cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { randomInt, randomLcg } from 'd3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from '../../config/load-config.ts';
import { createGitRepository, type TestRepository } from '../../testing/git-repository.ts';
import { build } from '../build.ts';
import { checkState } from '../carried-state/check-state.ts';

const component = (name: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: ${name} }\nspec: { type: service, lifecycle: production, owner: crew }\n`;
const names = ['one', 'two', 'three'];

let folder: string;
let outside: string;
let repositories: readonly TestRepository[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-hostile-state-'));
  outside = join(folder, 'outside');
  repositories = await Promise.all(
    names.map((name) =>
      createGitRepository({ 'catalog-info.yaml': component(name) }, { folder: join(folder, 'served', name) }),
    ),
  );
  await mkdir(join(outside, 'ab'), { recursive: true });
  for (const path of ['precious', 'ab/precious', `ab/${'c'.repeat(40)}`]) await writeFile(join(outside, path), 'mine');
  await writeFile(
    join(folder, 'callboard.yaml'),
    `portal: { title: Test }\nsources: [{ type: git, name: all, urls: ["${repositories.map(({ url }) => url).join('", "')}"] }]\n`,
  );
  await run();
  await cp(join(folder, '.callboard'), join(folder, 'kept'), { recursive: true });
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

async function run() {
  const config = await loadConfig(join(folder, 'callboard.yaml'), {});
  const result = await build({ config, crawledAt: '2026-11-21T12:00:00.000Z' });
  const pages = await readdir(join(folder, 'dist/catalog/default/component'));
  return {
    codes: result.diagnostics.map(({ code }) => code),
    pages: pages.filter((name) => names.includes(name)).sort(),
  };
}

async function restore() {
  await rm(join(folder, '.callboard'), { recursive: true, force: true });
  await cp(join(folder, 'kept'), join(folder, '.callboard'), { recursive: true });
}

const damages: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  emptied: (path) => writeFile(path, ''),
  cut: async (path) => truncate(path, Math.floor((await lstat(path)).size / 2)),
  overwritten: (path) => writeFile(path, 'x'.repeat(500)),
  'of another version': async (path) => {
    const text = (await readFile(path)).toString('latin1');
    await writeFile(path, text.replace(/^(\S+ )?1 /, '$199 '));
  },
  'made a folder': async (path) => {
    await rm(path);
    await mkdir(join(path, 'inner'), { recursive: true });
  },
  'made a pipe': async (path) => {
    await rm(path);
    await promisify(execFile)('mkfifo', [path]);
  },
  'made a link': async (path) => {
    await rm(path);
    await symlink(join(outside, 'precious'), path);
  },
  deleted: (path) => rm(path),
};

/** Every file that an earlier build left, but not the portal's compiled templates. */
async function listFiles() {
  const found = await readdir(join(folder, 'kept'), { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile() && !entry.parentPath.includes('/kept/site'));
  return files.map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, 'kept').length + 1)).sort();
}

async function expectUnharmed() {
  for (const path of ['precious', 'ab/precious', `ab/${'c'.repeat(40)}`]) {
    expect(await readFile(join(outside, path), 'utf8')).toBe('mine');
  }
  expect((await readdir(outside)).sort()).toEqual(['ab', 'precious']);
  expect((await readdir(join(outside, 'ab'))).length).toBe(2);
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'has everything again, whatever happened to files of the state folder (%i)',
  async (seed) => {
    const random = randomInt.source(randomLcg(seed));
    await restore();
    const kinds = Object.entries(damages);
    const count = 1 + random(4)();
    const all = await listFiles();
    const chosen = new Set(Array.from({ length: count }, () => all[random(all.length)()] as string));
    for (const path of chosen) await kinds[random(kinds.length)()]?.[1](join(folder, '.callboard', path));
    expect((await run()).pages).toEqual([...names].sort());
    await expectUnharmed();
    // And what was damaged is sound again.
    const { codes } = await run();
    expect(codes.filter((code) => code.startsWith('state/'))).toEqual([]);
  },
  30_000,
);

it.each(['state', 'state/crawl', 'state/crawl/shards', 'snapshot', 'blobs', 'blobs/ab', 'git', 'techdocs'])(
  'neither writes nor deletes behind a link at %s',
  async (path) => {
    await restore();
    const place = join(folder, '.callboard', path);
    await rm(place, { recursive: true, force: true });
    await mkdir(join(place, '..'), { recursive: true });
    await symlink(outside, place);
    const { pages, codes } = await run();
    expect(pages).toEqual([...names].sort());
    expect(codes.some((code) => code.startsWith('state/'))).toBe(true);
    await expectUnharmed();
  },
  30_000,
);

it.each(['snapshot', 'blobs', 'techdocs'])('checks nothing behind a link at %s', async (path) => {
  await restore();
  const place = join(folder, '.callboard', path);
  await rm(place, { recursive: true, force: true });
  await symlink(outside, place);
  await checkState(join(folder, '.callboard'));
  await expectUnharmed();
});

it('waits for no pipe in what Git has fetched', async () => {
  await restore();
  await rm(join(folder, '.callboard/snapshot'), { recursive: true });
  for (const name of await readdir(join(folder, '.callboard/git'))) {
    await damages['made a pipe']?.(join(folder, '.callboard/git', name, 'config'));
  }
  expect((await run()).pages).toEqual([...names].sort());
}, 30_000);

it('keeps what cannot be had again today, with everything but the memory of definitions damaged', async () => {
  await restore();
  const away = join(folder, 'away');
  await promisify(execFile)('mv', [join(folder, 'served'), away]);
  for (const path of (await listFiles()).filter((each) => each.startsWith('snapshot/'))) {
    await damages['cut']?.(join(folder, '.callboard', path));
  }
  expect((await run()).pages).toEqual([...names].sort());
  await promisify(execFile)('mv', [away, join(folder, 'served')]);
}, 30_000);

it('says what to do where a file stands in the place of the state folder', async () => {
  await rm(join(folder, '.callboard'), { recursive: true, force: true });
  await writeFile(join(folder, '.callboard'), '');
  await expect(run()).rejects.toMatchObject({ code: 'state/no-folder' });
  await rm(join(folder, '.callboard'));
});
