import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileSelector } from '../catalog/repository-files.ts';
import { codesOf, crawlOnce, filesOf, filesUnder, localSourceAt, roomyLimits } from '../testing/crawl-once.ts';
import { createGitRepository, submodule, symlink } from '../testing/git-repository.ts';
import { blobId } from './blob-store.ts';

let folder: string;
let state: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-crawl-'));
  state = join(folder, 'state');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('local repositories', () => {
  it('reads the catalog files of a commit, not the working files', async () => {
    const repository = await createGitRepository(
      { 'catalog-info.yaml': 'committed', '.backstage/catalog-info.yml': 'hidden', 'deep/catalog-info.yaml': 'deep' },
      { folder: join(folder, 'shop'), date: '2026-03-04T05:06:07+02:00' },
    );
    await writeFile(join(repository.folder, 'catalog-info.yaml'), 'not committed');
    const { snapshot, diagnostics } = await crawlOnce([localSourceAt(repository.folder)], state);
    expect(diagnostics).toEqual([]);
    expect(filesOf(snapshot)).toEqual({
      shop: { '.backstage/catalog-info.yml': 'hidden', 'catalog-info.yaml': 'committed' },
    });
    expect(snapshot.repositories[0]?.repository).toEqual({
      id: 'local:shop/shop',
      slug: 'shop',
      host: 'none',
      branch: 'main',
      commit: await repository.git('rev-parse', 'HEAD'),
      committedAt: '2026-03-04T03:06:07.000Z',
      source: 'shop',
    });
  });

  it('names a repository that is a source itself after the source, whatever its folder is called', async () => {
    await createGitRepository({ 'catalog-info.yaml': 'x' }, { folder: join(folder, 'clone-17') });
    const source = { ...localSourceAt(join(folder, 'clone-17')), name: 'handbook' };
    const { snapshot } = await crawlOnce([source], state);
    expect(snapshot.repositories.map(({ repository }) => repository.slug)).toEqual(['handbook']);
  });

  it('finds work trees, bare repositories and owners one level down, sorted', async () => {
    const file = { 'catalog-info.yaml': 'x' };
    await createGitRepository(file, { folder: join(folder, 'all/zebra') });
    await createGitRepository(file, { folder: join(folder, 'all/apple.git'), bare: true });
    await createGitRepository(file, { folder: join(folder, 'all/owner/name.git'), bare: true });
    await createGitRepository(file, { folder: join(folder, 'all/one/two/three') });
    await mkdir(join(folder, 'all/plain/folder'), { recursive: true });
    const { snapshot } = await crawlOnce([localSourceAt(join(folder, 'all'))], state);
    expect(Object.keys(filesOf(snapshot))).toEqual(['apple', 'owner/name', 'zebra']);
  });

  it('reads packed references, linked work trees and detached heads', async () => {
    const main = await createGitRepository({ 'catalog-info.yaml': 'first' }, { folder: join(folder, 'all/main') });
    await main.commit({ 'catalog-info.yaml': 'second' });
    await main.git('worktree', 'add', '-q', '--detach', join(folder, 'all/linked'), 'main~1');
    await main.git('pack-refs', '--all');
    const { snapshot } = await crawlOnce([localSourceAt(join(folder, 'all'))], state);
    expect(filesOf(snapshot)).toEqual({
      linked: { 'catalog-info.yaml': 'first' },
      main: { 'catalog-info.yaml': 'second' },
    });
    const linked = snapshot.repositories[0]?.repository;
    expect(linked?.branch).toBe(linked?.commit);
  });

  it.each([
    ['https://github.com/Acme/shop.git', 'https://github.com/Acme/shop', 'github'],
    ['https://user:secret@gitlab.com/acme/team/shop', 'https://gitlab.com/acme/team/shop', 'gitlab'],
    ['git@github.com:acme/shop.git', 'https://github.com/acme/shop', 'github'],
    ['ssh://git@git.example.com:7999/acme/shop.git', 'https://git.example.com/acme/shop', 'none'],
    ['/srv/git/shop.git', undefined, 'none'],
  ])('takes the web address from the remote %s', async (url, webUrl, host) => {
    const repository = await createGitRepository({ 'catalog-info.yaml': 'x' }, { folder: join(folder, 'shop') });
    await repository.git('config', 'remote.origin.url', url);
    const { snapshot } = await crawlOnce([localSourceAt(repository.folder)], state);
    expect(snapshot.repositories[0]?.repository.webUrl).toBe(webUrl);
    expect(snapshot.repositories[0]?.repository.host).toBe(host);
    expect(JSON.stringify(snapshot.repositories[0]?.repository)).not.toContain('secret');
  });

  it('takes the web address from the configuration first', async () => {
    await createGitRepository({ 'catalog-info.yaml': 'x' }, { folder: join(folder, 'all/shop') });
    const source = localSourceAt(join(folder, 'all'), { webUrl: 'https://github.com/acme/{name}', allow: ['Group'] });
    const { snapshot } = await crawlOnce([source], state);
    expect(snapshot.repositories[0]?.repository).toMatchObject({
      webUrl: 'https://github.com/acme/shop',
      host: 'github',
      allowedKinds: ['Group'],
    });
  });

  it('reports a folder that does not exist and goes on with the other sources', async () => {
    const repository = await createGitRepository({ 'catalog-info.yaml': 'x' }, { folder: join(folder, 'shop') });
    const { snapshot, diagnostics } = await crawlOnce(
      [localSourceAt(join(folder, 'nowhere'), { name: 'first' }), localSourceAt(repository.folder)],
      state,
    );
    expect(codesOf(diagnostics)).toEqual(['crawl/source-unreadable']);
    expect(Object.keys(filesOf(snapshot))).toEqual(['shop']);
  });

  it('reports an empty folder, an empty repository and a damaged one, and reads the rest', async () => {
    await mkdir(join(folder, 'nothing'));
    await createGitRepository({}, { folder: join(folder, 'all/empty') });
    await createGitRepository({ 'catalog-info.yaml': 'x' }, { folder: join(folder, 'all/good') });
    const damaged = await createGitRepository({ 'catalog-info.yaml': 'x' }, { folder: join(folder, 'all/damaged') });
    await rm(join(damaged.gitFolder, 'objects'), { recursive: true });
    await mkdir(join(damaged.gitFolder, 'objects'));
    const sources = [localSourceAt(join(folder, 'nothing'), { name: 'nothing' }), localSourceAt(join(folder, 'all'))];
    const { snapshot, diagnostics } = await crawlOnce(sources, state);
    expect(codesOf(diagnostics)).toEqual([
      'crawl/source-empty',
      'crawl/repository-unreadable damaged',
      'crawl/repository-empty empty',
    ]);
    expect(Object.keys(filesOf(snapshot))).toEqual(['good']);
  });

  it('keeps a repository once and tells two of one name apart', async () => {
    await createGitRepository({ 'catalog-info.yaml': 'a' }, { folder: join(folder, 'a/shop') });
    await createGitRepository({ 'catalog-info.yaml': 'b' }, { folder: join(folder, 'b/shop') });
    const { snapshot, diagnostics } = await crawlOnce(
      [
        localSourceAt(join(folder, 'a')),
        localSourceAt(join(folder, 'b'), { name: 'second' }),
        localSourceAt(join(folder, 'a/shop'), { name: 'third' }),
      ],
      state,
    );
    expect(filesOf(snapshot)).toEqual({
      'second/shop': { 'catalog-info.yaml': 'b' },
      shop: { 'catalog-info.yaml': 'a' },
    });
    expect(codesOf(diagnostics)).toEqual(['crawl/repository-repeated shop', 'crawl/slug-repeated second/shop']);
  });
});

describe('files that selectors want', () => {
  it('asks in rounds, and keeps blobs under their Git id', async () => {
    const picture = new Uint8Array([137, 80, 78, 71, 0, 255]);
    const repository = await createGitRepository(
      { 'catalog-info.yaml': 'see list.txt', 'list.txt': 'docs/a.png', 'docs/a.png': picture, 'other.txt': 'no' },
      { folder: join(folder, 'shop') },
    );
    const follow: FileSelector = ({ catalogPaths, text }) => {
      if (catalogPaths.length === 0) return [];
      const list = text('list.txt');
      return list
        ? [
            { path: list, as: 'blob' },
            { path: 'absent', as: 'text' },
          ]
        : [{ path: 'list.txt', as: 'text' }];
    };
    const { snapshot, diagnostics } = await crawlOnce([localSourceAt(repository.folder)], state, {
      selectors: [follow],
    });
    expect(diagnostics).toEqual([]);
    const oid = blobId(picture);
    expect(snapshot.repositories[0]?.files.get('docs/a.png')).toEqual({ path: 'docs/a.png', oid, size: 6 });
    expect([...(await snapshot.blobs.read(oid))]).toEqual([...picture]);
    expect(snapshot.blobs.pathOf(oid)).toBe(join(state, 'blobs', oid.slice(0, 2), oid));
    expect(await readdir(join(state, 'blobs', oid.slice(0, 2)))).toEqual([oid]);
    expect(Object.keys(filesOf(snapshot)['shop'] ?? {})).toEqual(['catalog-info.yaml', 'list.txt', 'docs/a.png']);
  });

  it('gives a file that is wanted both ways as both', async () => {
    const repository = await createGitRepository({ 'docs/a.md': '# A' }, { folder: join(folder, 'shop') });
    const selectors = [filesUnder('docs/', 'text'), filesUnder('docs/', 'blob')];
    const { snapshot } = await crawlOnce([localSourceAt(repository.folder)], state, { selectors });
    expect(filesOf(snapshot)).toEqual({ shop: { 'docs/a.md': '# A' } });
    expect(Buffer.from(await snapshot.blobs.read(blobId(Buffer.from('# A')))).toString()).toBe('# A');
  });

  it('follows no link, submodule or LFS pointer, and guesses no encoding', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12\n`;
    const repository = await createGitRepository(
      {
        'catalog-info.yaml': new Uint8Array([0x63, 0xe9, 0x0a]),
        'catalog-info.yml': symlink('/etc/passwd'),
        'docs/good.md': '\ufeffgood',
        'docs/big.png': pointer,
        part: submodule(),
        linked: symlink('docs'),
      },
      { folder: join(folder, 'shop') },
    );
    const wish: FileSelector = () =>
      ['docs/good.md', 'docs/big.png', 'part/mkdocs.yml', 'linked/good.md', 'linked/other.md'].map((path) => ({
        path,
        as: 'text',
      }));
    const { snapshot, diagnostics } = await crawlOnce([localSourceAt(repository.folder)], state, { selectors: [wish] });
    expect(diagnostics.map(({ code, source }) => `${code} ${source?.path}`)).toEqual([
      'crawl/symlink catalog-info.yml',
      'crawl/not-utf8 catalog-info.yaml',
      'crawl/submodule part',
      'crawl/symlink linked',
      'crawl/lfs-pointer docs/big.png',
    ]);
    expect(filesOf(snapshot)).toEqual({ shop: { 'docs/good.md': 'good' } });
    expect(snapshot.repositories[0]?.catalogPaths).toEqual([]);
  });

  const five = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`docs/${number}.txt`, `${number}`.repeat(10)]));
  it.each([
    ['crawl/too-many-files shop', { filesPerRepository: 2 }, ['docs/1.txt', 'docs/2.txt']],
    ['crawl/too-many-bytes shop', { bytesPerRepository: 35 }, ['docs/1.txt', 'docs/2.txt', 'docs/3.txt']],
    ['crawl/file-too-large shop', { bytesPerFile: 50 }, Object.keys(five)],
  ])('stops at a limit: %s', async (code, limits, kept) => {
    const files = { ...five, 'docs/huge.txt': 'x'.repeat(60) };
    const repository = await createGitRepository(files, { folder: join(folder, 'shop') });
    const options = { limits: { ...roomyLimits, ...limits }, selectors: [filesUnder('docs/', 'blob')] };
    for (const run of ['cold', 'warm']) {
      const { snapshot, diagnostics } = await crawlOnce([localSourceAt(repository.folder)], state, options);
      expect([run, ...codesOf(diagnostics)]).toEqual([run, code]);
      expect([...(snapshot.repositories[0]?.files.keys() ?? [])]).toEqual(kept);
    }
  });

  it('gives up a repository that takes too long', async () => {
    const repository = await createGitRepository(five, { folder: join(folder, 'shop') });
    const limits = { ...roomyLimits, secondsPerRepository: 0.001 };
    const { snapshot, diagnostics } = await crawlOnce([localSourceAt(repository.folder)], state, { limits });
    expect(codesOf(diagnostics)).toEqual(['crawl/repository-too-slow shop']);
    expect(snapshot.repositories).toEqual([]);
  });

  it('survives a selector that fails', async () => {
    const repository = await createGitRepository(five, { folder: join(folder, 'shop') });
    const broken: FileSelector = () => {
      throw new Error('boom');
    };
    const { diagnostics } = await crawlOnce([localSourceAt(repository.folder)], state, { selectors: [broken] });
    expect(diagnostics[0]?.message).toContain('boom');
  });
});
