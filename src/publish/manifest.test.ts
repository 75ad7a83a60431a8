import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkManifest, problemOfKey } from './check-manifest.ts';
import { type ManifestEntry, makeManifest, serialiseManifest } from './manifest.ts';
import { parseManifest } from './parse-manifest.ts';

const entry = (key: string): ManifestEntry => ({
  key,
  sha256: 'a'.repeat(64),
  size: 1,
  type: 'text/plain',
  cachePolicy: 'no-cache',
});
const release = (...keys: string[]) => makeManifest(['index.html', '404.html', ...keys].map(entry));

describe('checkManifest', () => {
  it('accepts a plain release', () => {
    expect(() => checkManifest(release('a/b.html', 'a/c.html', 'ab', 'ä/ö.html', 'a b/%2e%2e/c'))).not.toThrow();
  });

  it.each([
    ['an empty release', makeManifest([]), 'publish/empty-release'],
    ['no index.html', makeManifest([entry('404.html')]), 'publish/incomplete-release'],
    ['no 404.html', makeManifest([entry('index.html')]), 'publish/incomplete-release'],
    ['an absolute key', release('/etc/passwd'), 'publish/unsafe-key'],
    ['a drive', release('C:/windows'), 'publish/unsafe-key'],
    ['a climbing key', release('a/../../b'), 'publish/unsafe-key'],
    ['a dot segment', release('a/./b'), 'publish/unsafe-key'],
    ['an empty segment', release('a//b'), 'publish/unsafe-key'],
    ['a backslash', release('a\\b'), 'publish/unsafe-key'],
    ['a control character', release('a\nb'), 'publish/unsafe-key'],
    ['a lone surrogate', release('a\ud800b'), 'publish/unsafe-key'],
    ['a key too long', release('ä'.repeat(600)), 'publish/unsafe-key'],
    ['itself', release('manifest.json'), 'publish/reserved-key'],
    ['twins by case', release('docs/Readme.html', 'docs/README.html'), 'publish/colliding-keys'],
    ['twins by Unicode form', release('caf\u00e9.html', 'cafe\u0301.html'), 'publish/colliding-keys'],
    ['the same key twice', release('a', 'a'), 'publish/colliding-keys'],
    ['a file where a folder is', release('a', 'a/b'), 'publish/file-and-folder'],
    ['a file where a folder is but for case', release('a/b/c', 'A/B'), 'publish/file-and-folder'],
  ])('refuses %s', (_what, manifest, code) => {
    expect(() => checkManifest(manifest)).toThrow(expect.objectContaining({ code, hint: expect.stringMatching(/\w/) }));
  });

  it('lets no key out of the folder that it is joined to', () => {
    const segment = fc.oneof(fc.constantFrom('.', '..', '', '%2e%2e', 'a', '\\', 'C:'), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
        const key = segments.join('/');
        if (problemOfKey(key) !== undefined) return;
        const { pathname } = new URL(key.split('/').map(encodeURIComponent).join('/'), 'https://host/site/');
        expect(pathname.startsWith('/site/') && pathname.length > '/site/'.length).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('parseManifest', () => {
  it('reads what serialiseManifest writes', () => {
    const manifest = makeManifest([entry('b'), entry('a')], ['z', 'y']);
    expect(parseManifest(serialiseManifest(manifest), 'it')).toEqual(manifest);
    expect(manifest.entries.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(parseManifest(serialiseManifest(makeManifest([])), 'it')).toEqual({ version: 1, entries: [] });
  });

  const withEntry = (change: object) => JSON.stringify({ version: 1, entries: [{ ...entry('a'), ...change }] });
  it.each([
    ['nothing', ''],
    ['half of it', serialiseManifest(release()).slice(0, 100)],
    ['a list', '[]'],
    ['null', 'null'],
    ['no version', '{"entries":[]}'],
    ['no entries', '{"version":1}'],
    ['a short hash', withEntry({ sha256: 'abc' })],
    ['a negative size', withEntry({ size: -1 })],
    ['a header that breaks the line', withEntry({ cachePolicy: 'no-cache\r\nset-cookie: a=b' })],
    ['a climbing key', withEntry({ key: '../a' })],
    ['a climbing unsettled key', '{"version":1,"entries":[],"unsettled":["../a"]}'],
  ])('refuses %s', (_what, text) => {
    expect(() => parseManifest(text, 'manifest.json there')).toThrow(
      expect.objectContaining({
        code: 'publish/invalid-manifest',
        message: expect.stringContaining('manifest.json there'),
      }),
    );
  });

  it('says that a later version needs a later Callboard', () => {
    expect(() => parseManifest('{"version":7}', 'it')).toThrow(
      expect.objectContaining({ code: 'publish/newer-manifest' }),
    );
  });
});
