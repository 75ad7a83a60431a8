import { afterEach, expect, it } from 'vitest';
import { createGitRepository, executable, submodule, symlink, type TestRepository } from './git-repository.ts';

const made: TestRepository[] = [];
afterEach(async () => {
  await Promise.all(made.splice(0).map((repository) => repository.remove()));
});

it('makes a repository with every kind of entry and goes on committing', async () => {
  const repository = await createGitRepository({
    'catalog-info.yaml': 'kind: Component\n',
    'docs/a "b".md': new Uint8Array([0, 255]),
    run: executable('#!/bin/sh\n'),
    link: symlink('run'),
    part: submodule(),
  });
  made.push(repository);
  const listed = (await repository.git('ls-tree', '-r', '-z', 'HEAD')).split('\0');
  expect(listed.map((line) => line.replace(/ \S+ \S+\t/, ' '))).toEqual([
    '100644 catalog-info.yaml',
    '100644 docs/a "b".md',
    '120000 link',
    '160000 part',
    '100755 run',
    '',
  ]);

  const second = await repository.commit({ run: null, 'more.md': 'x' }, { author: 'Kim <kim@example.com>' });
  expect(await repository.git('rev-parse', 'main')).toBe(second);
  expect(await repository.git('log', '--format=%an %as')).toBe('Kim 2026-01-02\nRobin Example 2026-01-01');
  expect(await repository.git('ls-tree', '--name-only', 'HEAD')).not.toContain('run');
  expect(await repository.git('fsck', '--strict')).toBe('');
});

it.each([true, false])('makes an empty repository (bare: %s)', async (bare) => {
  const repository = await createGitRepository({}, { bare });
  made.push(repository);
  expect(await repository.git('rev-parse', '--is-bare-repository')).toBe(String(bare));
  await expect(repository.git('rev-parse', '--verify', 'HEAD')).rejects.toThrow();
});
