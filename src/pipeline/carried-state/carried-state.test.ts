import { createHash } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomInt, randomLcg } from 'd3';
import { create } from 'tar';
import { beforeEach, describe, expect, it } from 'vitest';
import { run as callboard } from '../../cli/run.ts';
import { lockState } from '../../state/state-lock.ts';
import { crawlOnce, filesUnder } from '../../testing/crawl-once.ts';
import { githubSourceAt } from '../../testing/github-emulator/github-source.ts';
import { useGithubEmulator } from '../../testing/github-emulator/use-github-emulator.ts';
import { checkState } from './check-state.ts';
import { manifestName } from './layout.ts';
import { packState } from './pack-state.ts';
import { unpackState } from './unpack-state.ts';

const github = useGithubEmulator();
let home: string;
let state: string;
let tar: string;
const crawlIn = async (stateFolder: string) => {
  const { snapshot, diagnostics, keep } = await crawlOnce([githubSourceAt(github.host)], stateFolder, {
    clock: github.clock,
    selectors: [filesUnder('docs/', 'blob')],
  });
  const problems = [...diagnostics, ...(await keep())];
  return { snapshot, problems };
};
beforeEach(async () => {
  home = github.state;
  state = join(home, '.callboard');
  tar = join(home, 'state.tar');
  for (const name of ['a', 'b', 'c']) {
    const files = { 'catalog-info.yaml': `name: ${name}`, 'docs/a.md': `# ${name}`, 'docs/b.md': 'same' };
    github.host.model.create('acme', name, { files });
  }
  await crawlIn(state);
});

/** Every file below a folder with a checksum of its content. */
async function contentOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  const sums = files.sort().map(async (file) => {
    const sum = createHash('sha1')
      .update(await readFile(file))
      .digest('hex');
    return [file.slice(folder.length + 1), sum] as const;
  });
  return Object.fromEntries(await Promise.all(sums));
}

describe('a state', () => {
  it('says the same on another machine, by folder or by tar, without a request of Git', async () => {
    const first = await crawlIn(state);
    const requests = github.host.count('git');
    const { files } = await packState(state, tar);
    const elsewhere = join(home, 'elsewhere', '.callboard');
    expect(await unpackState(elsewhere, tar)).toMatchObject({ files });
    const moved = join(home, 'moved');
    await rename(state, moved);
    for (const folder of [elsewhere, moved]) {
      const { snapshot, problems } = await crawlIn(folder);
      expect(problems).toEqual([]);
      expect(snapshot.repositories).toEqual(first.snapshot.repositories);
      expect(snapshot.isFirst).toBe(false);
      const oid = snapshot.repositories[0]?.files.get('docs/a.md')?.oid ?? '';
      expect(Buffer.from(await snapshot.blobs.read(oid)).toString()).toBe('# a');
    }
    expect(github.host.count('git')).toBe(requests);
  });

  it('holds no path of the machine, and packs to the same bytes', async () => {
    await packState(state, tar);
    const content = await readFile(tar);
    expect(content.includes(home)).toBe(false);
    const elsewhere = join(home, 'elsewhere');
    await unpackState(elsewhere, tar);
    await packState(elsewhere, join(home, 'again.tar'));
    expect((await readFile(join(home, 'again.tar'))).equals(content)).toBe(true);
    expect(await readdir(elsewhere)).toEqual(['blobs', 'snapshot', 'state']);
  });

  it('takes the place of what was there, and what was there comes back when it was killed in between', async () => {
    await packState(state, tar);
    const packed = await contentOf(join(state, 'state'));
    const shop = github.host.model.find('acme', 'a');
    if (shop) github.host.model.push(shop, { 'docs/a.md': 'later' });
    await crawlIn(state);
    expect(await contentOf(join(state, 'state'))).not.toEqual(packed);
    await unpackState(state, tar);
    expect(await contentOf(join(state, 'state'))).toEqual(packed);

    await rename(join(state, 'state'), join(state, 'state.before'));
    await (await lockState(state))();
    expect(await contentOf(join(state, 'state'))).toEqual(packed);
    expect((await crawlIn(state)).problems).toEqual([]);
  });
});

describe('a tar that is not whole', () => {
  const refused = async () => {
    const before = await contentOf(state);
    await expect(unpackState(state, tar)).rejects.toMatchObject({
      code: 'state/tar-refused',
      hint: expect.stringContaining('Nothing was changed'),
    });
    expect(await contentOf(state)).toEqual(before);
    expect(await readdir(state)).toEqual(['blobs', 'snapshot', 'state']);
  };

  it('changes nothing, wherever it ends or is damaged', async () => {
    await packState(state, tar);
    const content = await readFile(tar);
    const random = randomInt.source(randomLcg(3));
    for (let run = 0; run < 25; run += 1) {
      const at = random(content.length - 2048)();
      await writeFile(tar, content.subarray(0, run % 2 === 0 ? at : at - (at % 512)));
      await refused();
    }
    const manifest = JSON.parse(content.toString('utf8', 512, content.indexOf(0, 512))) as { files: unknown[] };
    expect(manifest.files.length).toBeGreaterThan(6);
    for (let run = 0; run < 25; run += 1) {
      const wrong = Buffer.from(content);
      const at = content.indexOf('# a') + (run < 5 ? run % 3 : 0);
      const place = run < 5 ? at : 600 + random(400)();
      wrong[place] = (wrong[place] ?? 0) ^ (1 << (run % 8));
      await writeFile(tar, wrong);
      await refused();
    }
  });

  it.each<[string, (folder: string) => Promise<readonly string[]>]>([
    ['is somebody else’s', async (folder) => put(folder, 'README.md')],
    ['is empty', async () => []],
    [
      'has a link',
      async (folder) => {
        await put(folder, 'state/crawl/current.json');
        await symlink('/etc/passwd', join(folder, 'state/crawl/previous.json'));
        return ['state/crawl/current.json', 'state/crawl/previous.json'];
      },
    ],
    [
      'has a hard link',
      async (folder) => {
        await put(folder, 'state/crawl/current.json');
        await link(join(folder, 'state/crawl/current.json'), join(folder, 'state/crawl/previous.json'));
        return ['state/crawl/current.json', 'state/crawl/previous.json'];
      },
    ],
    [
      'has more than it says',
      async (folder) => {
        await writeFile(
          join(folder, manifestName),
          JSON.stringify({ format: 'callboard-state', version: 1, files: [] }),
        );
        return [manifestName, ...(await put(folder, 'state/crawl/current.json'))];
      },
    ],
    [
      'is of a later version',
      async (folder) => {
        await writeFile(
          join(folder, manifestName),
          JSON.stringify({ format: 'callboard-state', version: 2, files: [] }),
        );
        return [manifestName];
      },
    ],
  ])('changes nothing when it %s', async (_, fill) => {
    const folder = join(home, 'made');
    await mkdir(folder);
    const paths = await fill(folder);
    if (paths.length > 0) await create({ cwd: folder, file: tar }, [...paths]);
    else await writeFile(tar, Buffer.alloc(1024));
    await refused();
  });

  it.each(['../outside.txt', '/tmp/outside.txt', 'blobs/../../outside.txt', 'state/crawl/../../../outside.txt'])(
    'writes nothing to %s',
    async (path) => {
      await writeFile(tar, Buffer.concat([tarEntry(path, 'evil'), Buffer.alloc(1024)]));
      const before = await readdir(home);
      await refused();
      expect(await readdir(home)).toEqual(before);
    },
  );
});

it('is checked: what is damaged is said, deleted, and had again', async () => {
  const file = (await readdir(join(state, 'state/crawl/shards')))[0] ?? '';
  const record = (await readdir(join(state, 'snapshot')))[0] ?? '';
  const [group = ''] = await readdir(join(state, 'blobs'));
  const [blob = ''] = await readdir(join(state, 'blobs', group));
  expect(await checkState(state)).toMatchObject({ damaged: [], leftovers: 0 });
  const paths = [`blobs/${group}/${blob}`, `snapshot/${record}`, `state/crawl/shards/${file}`];
  for (const path of paths) await writeFile(join(state, path), `${(await readFile(join(state, path))).toString()} `);
  await writeFile(join(state, `blobs/${group}/${blob}.0af1`), 'unfinished');
  await writeFile(join(home, 'callboard.yaml'), 'portal: { title: T }\nsources: [{ type: local, path: . }]\n');
  const words = ['state', 'check', '--quiet', '--config', join(home, 'callboard.yaml')];
  expect(await callboard(words)).toBe(1);
  expect(await callboard(words)).toBe(0);
  for (const path of paths) expect(await readdir(join(state, dirname(path)))).not.toContain(path.split('/').at(-1));
  const { snapshot, problems } = await crawlIn(state);
  // What is remembered of that shard is lost or older, and that is said; what Git has is read again.
  expect(problems.every(({ code }) => code.startsWith('state/'))).toBe(true);
  expect(snapshot.repositories.map(({ files }) => files.size)).toEqual([3, 3, 3]);
  expect((await checkState(state)).damaged).toEqual([]);
});

async function put(folder: string, path: string): Promise<readonly string[]> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), 'x');
  return [path];
}

/** One plain file as a tar holds it, under any name. */
function tarEntry(path: string, text: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${text.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const content = Buffer.alloc(512);
  content.write(text);
  return Buffer.concat([header, content]);
}
