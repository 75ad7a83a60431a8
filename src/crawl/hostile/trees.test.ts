import { expect, it } from 'vitest';
import { GitError } from '../git/git-error.ts';
import type { GitObject } from '../git/object-reader.ts';
import { readCommit } from '../git/read-commit.ts';
import { readTree } from '../git/tree.ts';
import { idOf, treeEntry } from './pack-bytes.ts';

const objects = new Map<string, GitObject>();
const source = {
  async *read(oids: readonly string[]) {
    for (const oid of oids) {
      const object = objects.get(oid);
      if (object) yield object;
    }
  },
};
function put(type: 'tree' | 'commit', content: Buffer): Buffer {
  const id = idOf(type, content);
  const oid = id.toString('hex');
  objects.set(oid, { oid, type, size: content.length, content });
  return id;
}
const blob = Buffer.alloc(20, 7);
const leaf = put('tree', treeEntry('100644', 'f', blob));
const list = (root: Buffer) => readTree(source, root.toString('hex'));

function nested(depth: number, name: string): Buffer {
  let inner = leaf;
  for (let level = 0; level < depth; level += 1) inner = put('tree', treeEntry('40000', name, inner));
  return inner;
}

it('does not follow folders for ever: 10,000 deep, two megabytes, would be ten gigabytes of paths', async () => {
  const tree = await list(nested(10_000, 'd'.repeat(200)));
  expect(tree).toMatchObject({ entries: [], refused: 1, truncated: false });
  expect(tree.folders?.length).toBeLessThan(30);
});

it('counts folders and the length of paths: 90 kilobytes would be four gigabytes of them', async () => {
  const deep = nested(2000, 'd');
  const wide = Array.from({ length: 1000 }, (_, index) => treeEntry('40000', `d${index}`, deep));
  const tree = await list(put('tree', Buffer.concat(wide)));
  expect(tree.truncated).toBe(true);
  const text = (tree.folders ?? []).reduce((sum, { prefix }) => sum + prefix.length, 0);
  expect(text).toBeLessThan(110_000_000);
});

it('lists a folder of very many folders', async () => {
  const wide = Array.from({ length: 300_000 }, (_, index) => treeEntry('40000', `d${index}`, leaf));
  expect((await list(put('tree', Buffer.concat(wide)))).entries.length).toBe(300_000);
});

it('leaves out names that lead elsewhere, cannot be shown, or stand there twice', async () => {
  const names = ['/etc/passwd', '..', '.git', 'a\u0085b', 'a\u001b[31m', 'x/../../y', '\\\\host\\share', ''];
  const twins = ['README', 'readme', 'caf\u00e9', 'cafe\u0301', 'twice', 'twice'];
  const content = [...names, ...twins].map((name) => treeEntry('100644', name, blob));
  const broken = treeEntry('100644', Buffer.from([0xff, 0xfe]), blob);
  const tree = await list(put('tree', Buffer.concat([...content, broken, Buffer.from('100644 cut\0abc')])));
  expect(tree.entries.map(({ path }) => path)).toEqual([...new Set(twins)].sort());
  expect(tree.refused).toBe(names.length + 2);
});

it.each([
  ['without a tree', 'author A <a@b> 1 +0000\n'],
  ['with a tree that is not there', `tree ${'1'.repeat(40)}\n`],
  ['with part of a tree id', `tree ${leaf.toString('hex').slice(0, 10)}\n`],
])('refuses a commit %s', async (_, text) => {
  const commit = put('commit', Buffer.from(text)).toString('hex');
  await expect(readCommit(source, commit)).rejects.toThrow(GitError);
});

it.each(['99999999999999999999', '8640000000001', '253402300800', '1e9'])(
  'takes %s for no date of a commit',
  async (seconds) => {
    const text = `tree ${leaf.toString('hex')}\ncommitter A <a@b> ${seconds} +0000\n\nx\n`;
    const { committedAt } = await readCommit(source, put('commit', Buffer.from(text)).toString('hex'));
    expect(committedAt).toBe('1970-01-01T00:00:00.000Z');
  },
);
