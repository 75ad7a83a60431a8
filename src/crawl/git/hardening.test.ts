import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codesOf, crawlOnce } from '../../testing/crawl-once.ts';
import { createGitRepository } from '../../testing/git-repository.ts';
import { ObjectReader } from './object-reader.ts';
import { parseTree, readTree } from './tree.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-hardening-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('runs nothing that a repository configures to run when an object is missing', async () => {
  const canary = join(folder, 'canary');
  const repository = await createGitRepository({ 'catalog-info.yaml': 'x' }, { folder: join(folder, 'evil') });
  const settings = {
    'core.repositoryFormatVersion': '1',
    'extensions.partialClone': 'origin',
    'remote.origin.promisor': 'true',
    'remote.origin.url': `ext::touch ${canary}`,
    'protocol.ext.allow': 'always',
  };
  const oid = await repository.git('rev-parse', 'HEAD:catalog-info.yaml');
  for (const [name, value] of Object.entries(settings)) await repository.git('config', name, value);
  await rm(join(repository.gitFolder, 'objects', oid.slice(0, 2), oid.slice(2)));

  await promisify(execFile)('git', ['cat-file', '-p', oid], { cwd: repository.folder }).catch(() => {});
  expect(existsSync(canary)).toBe(true);
  await rm(canary);

  const source = { type: 'local', name: 'x', path: repository.folder, catalogPaths: ['catalog-info.yaml'] } as const;
  const { diagnostics } = await crawlOnce([source], join(folder, 'state'));
  expect(existsSync(canary)).toBe(false);
  expect(['crawl/blob-missing x', 'crawl/repository-unreadable x']).toContain(codesOf(diagnostics)[0]);
});

it('leaves out paths that could lead out of a folder', async () => {
  const repository = await createGitRepository({ 'a.txt': 'a' }, { folder: join(folder, 'odd') });
  const blob = await repository.git('rev-parse', 'HEAD:a.txt');
  const names = ['..', '.git', '.GIT', 'back\\slash', 'new\nline', 'fine.txt'];
  const tree = Buffer.concat(
    names.sort().map((name) => Buffer.concat([Buffer.from(`100644 ${name}\0`), Buffer.from(blob, 'hex')])),
  );
  expect(parseTree(tree, 20).map(({ name }) => name)).toEqual(names);
  const oid = await writeTree(repository.gitFolder, tree);
  const reader = new ObjectReader(repository.gitFolder, new AbortController().signal);
  const listed = await readTree(reader, oid);
  reader.close();
  expect(listed).toMatchObject({ refused: 5, truncated: false });
  expect(listed.entries.map(({ path }) => path)).toEqual(['fine.txt']);
});

it('stops listing a tree that describes billions of paths', async () => {
  const repository = await createGitRepository({ 'a.txt': 'a' }, { folder: join(folder, 'bomb') });
  let oid = await repository.git('rev-parse', 'HEAD:');
  for (let depth = 0; depth < 10; depth += 1) {
    const entry = (index: number) => Buffer.concat([Buffer.from(`40000 d${index}\0`), Buffer.from(oid, 'hex')]);
    oid = await writeTree(repository.gitFolder, Buffer.concat(Array.from({ length: 10 }, (_, index) => entry(index))));
  }
  const reader = new ObjectReader(repository.gitFolder, new AbortController().signal);
  const listed = await readTree(reader, oid, 5000);
  reader.close();
  expect(listed.truncated).toBe(true);
  expect(listed.entries.length).toBeLessThanOrEqual(5000);
});

async function writeTree(gitFolder: string, content: Buffer): Promise<string> {
  const run = promisify(execFile)('git', ['hash-object', '-t', 'tree', '--literally', '-w', '--stdin'], {
    env: { PATH: process.env['PATH'], GIT_DIR: gitFolder },
  });
  run.child.stdin?.end(content);
  return (await run).stdout.trim();
}
