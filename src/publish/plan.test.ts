import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Manifest, type ManifestEntry, makeManifest } from './manifest.ts';
import { planPublish } from './plan.ts';

const entry = (key: string, sha256 = 'a', more: Partial<ManifestEntry> = {}): ManifestEntry => ({
  key,
  sha256,
  size: 10,
  type: 'text/html',
  cachePolicy: 'no-cache',
  ...more,
});
const keysOf = (manifest: Manifest, current: Manifest | undefined) =>
  planPublish(manifest, current).waves.map(({ name, uploads }) => [name, ...uploads.map(({ key }) => key)]);

describe('planPublish', () => {
  it('uploads everything and deletes nothing when the store has no manifest', () => {
    const next = makeManifest(['index.html', 'a/index.html', 'assets/a.css', 'api/a.json'].map((key) => entry(key)));
    expect(keysOf(next, undefined)).toEqual([
      ['assets', 'assets/a.css'],
      ['new pages', 'a/index.html', 'api/a.json'],
      ['entry points', 'index.html'],
    ]);
    expect(planPublish(next, undefined)).toMatchObject({ deletions: [], unchanged: 0, bytes: 40 });
  });

  it('has nothing to do for the same release', () => {
    const same = makeManifest([entry('index.html'), entry('a')]);
    expect(planPublish(same, same)).toEqual({ waves: [], deletions: [], unchanged: 2, bytes: 0 });
  });

  it.each([
    ['content', { sha256: 'b' }],
    ['type', { type: 'text/plain' }],
    ['cache policy', { cachePolicy: 'public' }],
  ])('uploads again what differs in its %s only', (_what, change) => {
    const next = makeManifest([entry('a/index.html', 'a', change), entry('same')]);
    expect(keysOf(next, makeManifest([entry('a/index.html'), entry('same')]))).toEqual([
      ['changed pages', 'a/index.html'],
    ]);
  });

  it('trusts nothing that an interrupted publish left unsettled', () => {
    const next = makeManifest([entry('a.html'), entry('b.html')]);
    const current = makeManifest([entry('a.html'), entry('b.html'), entry('c.html')], ['b.html', 'd.html']);
    expect(keysOf(next, current)).toEqual([['changed pages', 'b.html']]);
    expect(planPublish(next, current).deletions).toEqual([['c.html', 'd.html']]);
  });

  it('deletes pages before what they load', () => {
    const current = makeManifest(['assets/a.css', 'b/index.html', 'c.png', 'd.html'].map((key) => entry(key)));
    expect(planPublish(makeManifest([]), current).deletions).toEqual([
      ['b/index.html', 'd.html'],
      ['assets/a.css', 'c.png'],
    ]);
  });

  it('brings any store to the release, also when cut off anywhere and followed by any other release', () => {
    const key = fc.constantFrom('index.html', 'a.html', 'b.html', 'assets/c.css', 'd/e.json');
    const content = fc.dictionary(key, fc.constantFrom('1', '2'), { noNullPrototype: true });
    const toManifest = (files: Record<string, string>) =>
      makeManifest(Object.entries(files).map(([name, hash]) => entry(name, hash)));
    const run = fc.record({ files: content, steps: fc.nat({ max: 12 }) });
    fc.assert(
      fc.property(fc.array(run, { maxLength: 5 }), content, (runs, last) => {
        const store = new Map([['foreign.html', 'foreign']]);
        let remote: Manifest | undefined;
        for (const { files, steps } of [...runs, { files: last, steps: Number.POSITIVE_INFINITY }]) {
          const next = toManifest(files);
          const plan = planPublish(next, remote);
          if (!plan.intent) continue;
          const changes = [
            () => (remote = plan.intent),
            ...plan.waves.flatMap(({ uploads }) => uploads.map((file) => () => store.set(file.key, file.sha256))),
            () => (remote = makeManifest(next.entries, plan.deletions.flat())),
            ...plan.deletions.flat().map((name) => () => store.delete(name)),
            () => (remote = next),
          ];
          for (const change of changes.slice(0, steps)) change();
        }
        expect(Object.fromEntries(store)).toEqual({ ...last, 'foreign.html': 'foreign' });
      }),
      { numRuns: 2000 },
    );
  });
});
