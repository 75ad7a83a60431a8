import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileSelector } from '../catalog/repository-files.ts';
import { selectSuggestionFiles } from '../catalog/suggestion/select-suggestion-files.ts';
import { crawlOnce, filesOf, localSourceAt, roomyLimits } from '../testing/crawl-once.ts';
import { createGitRepository, type Files, symlink } from '../testing/git-repository.ts';
import { openBlobStore } from './blob-store.ts';
import { readUnknown } from './read-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-suggestion-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function read(files: Files, selectors: readonly FileSelector[] = [selectSuggestionFiles]) {
  const { folder: shop } = await createGitRepository(files, { folder: join(folder, 'shop') });
  const { snapshot, diagnostics } = await crawlOnce([localSourceAt(shop)], join(folder, 'state'), { selectors });
  return { repository: snapshot.repositories[0], texts: filesOf(snapshot)['shop'] ?? {}, diagnostics };
}

describe('a repository without a descriptor', () => {
  it('says who wrote the commit, also when it is read from memory', async () => {
    const author = 'Ada L. <ada@acme.example>';
    const { folder: shop } = await createGitRepository({ 'a.c': '' }, { folder: join(folder, 'shop'), author });
    for (const _run of [1, 2]) {
      const { snapshot } = await crawlOnce([localSourceAt(shop)], join(folder, 'state'));
      expect(snapshot.repositories[0]?.author).toEqual({ name: 'Ada L.', email: 'ada@acme.example' });
    }
  });

  it('has facts, and the few files that a suggestion reads', async () => {
    const { repository, texts } = await read({
      CODEOWNERS: '* @acme/shop',
      'README.md': '# Shop',
      'api/openapi.yaml': 'openapi: 3.1.0',
      'package.json': '{}',
      'src/index.ts': 'export {};',
    });
    expect(repository?.facts).toMatchObject({ fileCount: 5, readme: 'README.md', definitions: ['api/openapi.yaml'] });
    expect(Object.keys(texts).sort()).toEqual(['CODEOWNERS', 'README.md', 'api/openapi.yaml', 'package.json']);
  });

  it('loses without a word what is too large, no text or a link', async () => {
    const { repository, texts, diagnostics } = await read({
      'README.md': 'x'.repeat(65 * 1024),
      'package.json': Uint8Array.of(0xe9, 0x0a),
      'api/openapi.yaml': 'version https://git-lfs.github.com/spec/v1\n',
      CODEOWNERS: symlink('README.md'),
    });
    expect(texts).toEqual({});
    expect(diagnostics).toEqual([]);
    expect(repository?.facts?.readme).toBe('README.md');
  });

  it('gives a file whole to somebody who needs it', async () => {
    const needs: FileSelector = () => [{ path: 'README.md', as: 'text' }];
    const readme = 'x'.repeat(65 * 1024);
    for (const selectors of [
      [selectSuggestionFiles, needs],
      [needs, selectSuggestionFiles],
    ]) {
      expect((await read({ 'README.md': readme }, selectors)).texts).toEqual({ 'README.md': readme });
    }
  });

  it('does not read again what is known to be too large', async () => {
    const entry = { path: 'README.md', oid: 'a'.repeat(40), kind: 'file' as const };
    const reading = {
      slug: 'shop',
      limits: roomyLimits,
      blobs: openBlobStore(folder),
      reader: { readBlobs: () => expect.unreachable('nothing is to be read') },
      known: new Map([[entry.oid, { size: 2000 }]]),
      files: new Map(),
      report: () => {},
    };
    const wanted = { entry, text: true, blob: false };
    expect(await readUnknown([{ ...wanted, upTo: 1999 }], reading)).toBe(false);
    await expect(readUnknown([{ ...wanted, upTo: 2000 }], reading)).rejects.toThrow('nothing is to be read');
  });
});

it.each([
  ['a sound one', 'kind: Component'],
  ['one that is a link', symlink('elsewhere.yaml')],
])('a repository with a descriptor, %s, has no facts and loses no time', async (_, descriptor) => {
  const { repository, texts } = await read({ 'README.md': '# Shop', 'catalog-info.yaml': descriptor });
  expect(repository?.facts).toBeUndefined();
  expect(Object.keys(texts)).not.toContain('README.md');
});
