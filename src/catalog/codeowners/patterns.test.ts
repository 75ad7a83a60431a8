import { describe, expect, it } from 'vitest';
import { ownersOf } from './owners-of.ts';
import { parseCodeowners } from './parse-codeowners.ts';

/** Pattern, paths that it matches, paths that it does not. */
type Row = readonly [pattern: string, matches: string, others: string];

// The cases are those of the table in hmarr/codeowners (MIT), which this matcher agrees with row by row.
const github: readonly Row[] = [
  ['lib', 'lib lib/a.rb app/lib app/lib/a.rb', 'lib.rb app/lib.rb app/a.rb'],
  ['/lib', 'lib lib/a.rb lib/x/a.rb', 'library.rb app/lib app/lib/a.rb app/a.rb'],
  ['lib/', 'lib/a.rb lib/x/a.rb app/lib/a.rb app/lib/x/a.rb', 'lib app/lib app/a.rb'],
  ['/lib/', 'lib/a.rb lib/x/a.rb', 'lib app/lib app/lib/a.rb app/lib/x/a.rb'],
  ['app/lib', 'app/lib app/lib/a.rb', 'app/libs x/app/lib x/app/lib/a.rb'],
  ['/app/lib', 'app/lib app/lib/a.rb', 'app/libs x/app/lib x/app/lib/a.rb'],
  ['app/lib/', 'app/lib/a.rb', 'app/lib app/libs x/app/lib x/app/lib/a.rb'],
  ['/app/lib/', 'app/lib/a.rb app/lib/x/a.rb', 'app/lib app/libs x/app/lib x/app/lib/a.rb'],
  ['*', 'a.rb app/a.rb app/lib/a.rb .env', ''],
  ['**', 'a.rb app/a.rb', ''],
  ['l*', 'lib lib/a.rb lib/x/a.rb app/lib app/lib/a.rb', 'app/a.rb xlib'],
  ['/*', 'lib a.rb', 'lib/a.rb lib/x/a.rb'],
  ['/l*', 'lib lib/a.rb lib/x/a.rb', 'app/lib app/lib/a.rb app/a.rb xlib'],
  ['l*/', 'lib/a.rb app/lib/a.rb', 'lib app/lib app/a.rb xlib'],
  ['/*/', 'lib/a.rb app/lib app/lib/a.rb', 'lib'],
  ['/l*/', 'lib/a.rb', 'lib app/lib app/lib/a.rb app/a.rb xlib'],
  ['l\\*b', 'l*b', 'lib'],
  ['lib/*', 'lib/a.rb', 'lib lib/x/a.rb app/lib app/lib/a.rb xlib'],
  ['lib/*.rb', 'lib/a.rb', 'lib lib/x/a.rb app/lib/a.rb app/lib/x/a.rb'],
  ['lib/*/x', 'lib/a/x lib/a/x/b', 'lib lib/a lib/x'],
  ['l?b', 'lib löb', 'lb liib'],
  ['l\\?b', 'l?b', 'lib'],
  ['**/app/lib', 'app/lib x/app/lib x/app/lib/a.rb', 'app/x/lib x/app/y/lib'],
  ['**/*lib*', 'lib app/lib app/glib app/library app/x/lib', 'app/li'],
  ['app/lib/**', 'app/lib/a.rb app/lib/x/a.rb', 'app/lib x/app/lib x/app/lib/a.rb'],
  ['app/**/lib', 'app/lib app/lib/a.rb app/x/lib/a.rb app/x/y/lib/a.rb', 'x/app/lib x/app/lib/a.rb'],
  ['app/**/', 'app/lib app/lib/ app/lib/a.rb', 'app'],
  ['app/**/lib/a*', 'app/lib/a.rb app/x/lib/a.rb', 'app/lib app/lib/b.rb app/x/lib app/x/lib/b.rb'],
  ['/', '', 'a.rb app/a.rb'],
  ['*.js', 'a.js app/a.js', 'a.jsx js'],
  ['docs/*', 'docs/getting-started.md', 'docs/build-app/troubleshooting.md'],
  ['app/(group)/', 'app/(group)/a.rb', 'app/group/a.rb'],
  ['Lib', 'Lib/a.rb', 'lib/a.rb'],
];

const gitlab: readonly Row[] = [
  ['*', 'a.rb app/a.rb .env', ''],
  ['README.md', 'README.md internal/README.md app/lib/README.md', 'README.mdx README.md/x'],
  ['internal/README.md', 'internal/README.md docs/internal/README.md', 'README.md'],
  ['/README.md', 'README.md', 'docs/README.md'],
  ['/docs/', 'docs/a.md docs/api/a.md', 'docs x/docs/a.md'],
  ['docs/', 'docs/a.md docs/api/a.md x/docs/a.md', 'docs'],
  ['docs', 'docs x/docs', 'docs/a.md'],
  ['/docs/*.md', 'docs/a.md', 'docs/api/a.md docs/a.txt'],
  ['/docs/index.*', 'docs/index.md docs/index.html', 'docs/index'],
  ['/docs/*spec*', 'docs/qa_specs.rb docs/spec', 'docs/api/spec'],
  ['/docs/*/README.md', 'docs/api/README.md', 'docs/README.md docs/api/v1/README.md'],
  ['/docs/**/index.md', 'docs/index.md docs/api/index.md docs/api/v1/index.md', 'docs/a.md index.md'],
  ['/docs/**', 'docs/a.md', 'docs/api/a.md'],
  ['\\#file.rb', '#file.rb app/#file.rb', 'file.rb'],
  ['path\\ with\\ spaces/', 'path with spaces/a.rb', 'path'],
  ['/v[0-9].md', 'v1.md v9.md', 'va.md v10.md v-.md'],
  ['/v[!0-9-].md', 'va.md', 'v1.md v-.md'],
  ['/v[^a\\]].md', 'vb.md', 'va.md v].md'],
  ['/', 'a.rb app/a.rb', ''],
];

describe.each([
  ['github', github],
  ['gitlab', gitlab],
] as const)('patterns of %s', (dialect, rows) => {
  it.each(rows)('%s', (pattern, matches, others) => {
    const split = (paths: string) => paths.split(' ').filter((path) => path !== '');
    const spaced = pattern.includes('\\ ') ? [matches] : split(matches);
    const codeowners = parseCodeowners(`${pattern} @acme/owners`, 'CODEOWNERS', dialect);
    const owned = (path: string) => ownersOf(codeowners, path).length > 0;
    expect(spaced.filter((path) => !owned(path))).toEqual([]);
    expect(split(others).filter(owned)).toEqual([]);
  });
});

it.each(['!lib', '[ab]lib', 'lib[0-9]', 'a/***/b', '\\#lib'])('GitHub skips a line with %s', (pattern) => {
  const codeowners = parseCodeowners(`* @acme/all\n${pattern} @acme/odd`, 'CODEOWNERS', 'github');
  for (const path of ['lib', 'alib', 'lib1', '!lib', '#lib', '[ab]lib', 'a/x/b']) {
    expect(ownersOf(codeowners, path).map(({ owner }) => owner.name)).toEqual(['acme/all']);
  }
});

describe('hostile patterns', () => {
  const long = 'a'.repeat(4000);
  it.each([
    `${'*a'.repeat(100_000)}b`,
    `${'**/'.repeat(100_000)}b`,
    `${'**/a/'.repeat(60_000)}b`,
    `${'?*'.repeat(100_000)}`,
    `*${'a'.repeat(2000)}b`,
    `${'[a-z]*'.repeat(60_000)}[`,
    `[${'a-'.repeat(100_000)}]b`,
    '\\'.repeat(200_001),
    `${'a/'.repeat(100_000)}*`,
  ])('%#: cost no more than pattern times path', (pattern) => {
    for (const dialect of ['github', 'gitlab'] as const) {
      const codeowners = parseCodeowners(`${pattern} @acme/owners\n`, 'CODEOWNERS', dialect);
      const meter = { steps: 0 };
      for (const path of [long, `${'a/'.repeat(2000)}c`, `x/${long}/${long}.yaml`]) ownersOf(codeowners, path, meter);
      expect(meter.steps).toBeLessThan(30_000_000);
    }
  });
});
