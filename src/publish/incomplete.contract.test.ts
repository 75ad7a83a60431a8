import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPlaces, type Place, type Places } from '../testing/publish-places.ts';
import { sampleFiles, writeRelease } from '../testing/sample-release.ts';
import { publish } from './apply.ts';

const context = { signal: new AbortController().signal, progress: () => undefined, log: () => undefined };
const sorted = (site: Map<string, string>) => [...site].sort(([left], [right]) => (left < right ? -1 : 1));
let places: Places;

beforeAll(async () => {
  places = await openPlaces();
}, 300_000);

afterAll(() => places?.close());

describe.each([
  ['a folder', () => places.folder()],
  ['an S3 bucket', () => places.bucket()],
])('publishing into %s', (_name, makePlace) => {
  let place: Place;
  beforeEach(async () => {
    place = await makePlace();
  });

  const whole = async (number: number) => {
    const folder = join(places.scratch, `whole-${number}`);
    await writeRelease(folder, sampleFiles(number));
    return publish({ folder, target: place.target, dryRun: false }, context);
  };

  it('keeps a first release that is not whole away from a portal, unless told otherwise', async () => {
    const partial = async (number: number, allowIncomplete = false, dryRun = false) => {
      const folder = join(places.scratch, `partial-${number}`);
      await writeRelease(folder, sampleFiles(number), 'The list of "acme" is incomplete.');
      return publish({ folder, target: place.target, dryRun, allowIncomplete }, context);
    };
    expect(await partial(1)).toMatchObject({ uploaded: 10 });
    // The same again is no loss.
    expect(await partial(1)).toMatchObject({ uploaded: 0, unchanged: 10 });
    await whole(2);
    const before = sorted(await place.list());
    for (const dryRun of [false, true]) {
      await expect(partial(3, false, dryRun)).rejects.toMatchObject({
        code: 'publish/incomplete-first',
        message: expect.stringContaining('The list of "acme" is incomplete.'),
        hint: expect.stringContaining('--allow-incomplete'),
      });
    }
    expect(sorted(await place.list())).toEqual(before);
    expect(await partial(3, true)).toMatchObject({ uploaded: 9, deleted: 3 });
  });

  it('keeps it away from what it cannot tell, too', async () => {
    await place.putForeign('manifest.json', 'not a manifest');
    const folder = join(places.scratch, 'partial-unknown');
    await writeRelease(folder, sampleFiles(1), 'The list of "acme" is incomplete.');
    await expect(publish({ folder, target: place.target, dryRun: false }, context)).rejects.toMatchObject({
      code: 'publish/incomplete-first',
    });
  });
});
