import { expect, it } from 'vitest';
import { GitError } from '../git/git-error.ts';
import { readPack } from '../git/wire/read-pack.ts';
import { Unsuitable } from '../git/wire/unsuitable.ts';
import { idOf, packEntry, sealPack } from './pack-bytes.ts';

const refusal = (pack: Buffer) =>
  readPack(pack, 40).then(
    () => 'accepted',
    (error: unknown) => {
      if (error instanceof Unsuitable) return 'unsuitable';
      return error instanceof GitError ? error.output : `unexpected: ${String(error)}`;
    },
  );

/** A delta that makes `content` out of anything of `length` bytes. */
const replaceBy = (length: number, content: Buffer) =>
  Buffer.concat([Buffer.from([length, content.length, content.length]), content]);

function chain(length: number): Buffer[] {
  const textOf = (index: number) => Buffer.from(`x${String(index).padStart(7, '0')}`);
  return Array.from({ length }, (_, index) => {
    if (index === 0) return packEntry('blob', textOf(0));
    return packEntry('reference', replaceBy(8, textOf(index)), { base: idOf('blob', textOf(index - 1)) });
  });
}

it('looks at each delta once when all come before what they are of', async () => {
  // In rounds over what is left this takes many seconds, and an hour for a pack that is sent, in one go, so that no time limit is noticed either.
  const objects = await readPack(sealPack(chain(20_000).reverse()), 40);
  expect(objects.size).toBe(20_000);
}, 10_000);

it('leaves others their turn while it unpacks', async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  await readPack(sealPack(chain(5000).reverse()), 40);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
});

it('counts objects that hold nothing', async () => {
  const entry = packEntry('blob', Buffer.alloc(0));
  expect(await refusal(sealPack(Array.from({ length: 170_000 }, () => entry)))).toBe('unsuitable');
});

it('is not held up by deltas in a circle, nor by those whose base is nowhere', async () => {
  const [a, b] = [Buffer.from('aaaa'), Buffer.from('bbbb')];
  const circle = [
    packEntry('reference', replaceBy(4, a), { base: idOf('blob', b) }),
    packEntry('reference', replaceBy(4, b), { base: idOf('blob', a) }),
  ];
  expect(await refusal(sealPack(circle))).toMatch('base of a delta');
  const orphans = Array.from({ length: 3000 }, () =>
    packEntry('reference', replaceBy(4, a), { base: Buffer.alloc(20, 9) }),
  );
  expect(await refusal(sealPack(orphans))).toMatch('base of a delta');
});

it('refuses sizes that are not true, counts that are not, and what comes after', async () => {
  const blob = Buffer.from('hello');
  const huge = packEntry('blob', blob, { size: 2 ** 40 });
  const vastDelta = Buffer.from([5, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]);
  const cases: readonly (readonly [Buffer, string])[] = [
    [sealPack([packEntry('blob', blob, { size: 4 })]), 'content'],
    [sealPack([packEntry('blob', blob, { size: 6 })]), 'content'],
    [sealPack([packEntry('blob', blob)], 2), 'corrupt'],
    [sealPack([packEntry('blob', blob)], 2 ** 32 - 1), 'corrupt'],
    [sealPack([packEntry('blob', blob), packEntry('blob', blob)], 1), 'length'],
    [sealPack([huge]), 'unsuitable'],
    [sealPack([packEntry('blob', blob), packEntry('reference', vastDelta, { base: idOf('blob', blob) })]), 'corrupt'],
    [sealPack([]).subarray(0, 20), 'corrupt'],
  ];
  for (const [pack, expected] of cases) expect(await refusal(pack)).toMatch(expected);
});

it('knows an object by its content alone', async () => {
  const objects = await readPack(sealPack([packEntry('blob', Buffer.from('evil'))]), 40);
  expect([...objects.keys()]).toEqual([idOf('blob', Buffer.from('evil')).toString('hex')]);
});
