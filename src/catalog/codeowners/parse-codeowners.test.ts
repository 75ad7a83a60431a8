import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repositoryOf } from '../repository-fixture.ts';
import type { CodeownersDialect } from './codeowners.ts';
import { readCodeowners, selectCodeowners } from './find-codeowners.ts';
import { comparisonLimit, ownersOf } from './owners-of.ts';
import { parseCodeowners } from './parse-codeowners.ts';

function ownersIn(text: string, path: string, dialect: CodeownersDialect = 'github'): string[] {
  const codeowners = parseCodeowners(text, 'CODEOWNERS', dialect);
  return ownersOf(codeowners, path).map(({ owner, line }) => `${owner.type} ${owner.name}:${line}`);
}

describe('lines', () => {
  const text = [
    '\uFEFF# everything',
    '*  @acme/all\t@octocat jane@example.com # and nobody else',
    '',
    '  /docs/ @acme/writers  ',
    '/docs/private/',
    'a\\ b.txt @acme/spaces',
    'a\\#b.txt @acme/hash',
    'glued#comment @acme/never',
    '/bad @acme/good not-an-owner',
    '/roles @@maintainer',
    '#/docs/ @acme/comment',
  ].join('\r\n');

  it.each([
    ['src/a.ts', ['team acme/all:2', 'account octocat:2', 'email jane@example.com:2']],
    ['docs/a.md', ['team acme/writers:4']],
    ['docs/private/a.md', []],
    ['a b.txt', ['team acme/spaces:6']],
    ['a#b.txt', ['team acme/hash:7']],
    ['glued', []],
  ])('say who owns %s', (path, owners) => expect(ownersIn(text, path)).toEqual(owners));

  it.each(['bad', 'roles'])('that name what is no owner are skipped by GitHub: %s', (path) => {
    expect(ownersIn(text, path)).toEqual(ownersIn(text, 'src/a.ts'));
  });

  it.each([`@${'a'.repeat(400)}`, `@acme/${'a'.repeat(400)}`, `a@${'a.'.repeat(100_000)}`])(
    'that name nobody whom a host could have are skipped: %#',
    (owner) => {
      expect(ownersIn(`* ${owner}`, 'a')).toEqual([]);
      expect(ownersIn(`* ${owner}`, 'a', 'gitlab')).toEqual([]);
    },
  );

  it('keep those of their owners that are some on GitLab, groups inside groups among them', () => {
    const line = '/path/* @group plain @a/b/c.d @@maintainer jane@example.com # ask @zoe';
    expect(ownersIn(line, 'path/x', 'gitlab')).toEqual([
      'account group:1',
      'team a/b/c.d:1',
      'email jane@example.com:1',
      'account zoe:1',
    ]);
  });
});

describe('sections of GitLab', () => {
  const documented = `
* @admin

[README Owners]
README.md @user1 @user2
internal/README.md @user4

^[Optional] @maybe
README.md

[Documentation][2] @docs-team @writer
docs/
docs/legal.md @legal-team

[README other owners]
README.md @user3

[documentation]
README.md
`;

  it('each have their say, the optional ones last', () => {
    expect(ownersIn(documented, 'README.md', 'gitlab')).toEqual([
      'account admin:2',
      'account user1:5',
      'account user2:5',
      'account docs-team:19',
      'account writer:19',
      'account user3:16',
      'account maybe:9',
    ]);
    expect(ownersIn(documented, 'internal/README.md', 'gitlab').slice(0, 2)).toEqual([
      'account admin:2',
      'account user4:6',
    ]);
  });

  it('have owners for the lines that name none', () => {
    expect(ownersIn(documented, 'docs/a.md', 'gitlab')).toEqual([
      'account admin:2',
      'account docs-team:12',
      'account writer:12',
    ]);
    expect(ownersIn(documented, 'docs/legal.md', 'gitlab')).toEqual(['account admin:2', 'account legal-team:13']);
  });

  it('leave out what they exclude for good, and only in themselves', () => {
    const text = `* @all
!pom.xml
pom.xml @late
[Ruby]
*.rb @ruby
!/config/**/*.rb
/config/routes.rb @ops
[Config]
/config/ @ops-team`;
    expect(ownersIn(text, 'pom.xml', 'gitlab')).toEqual([]);
    expect(ownersIn(text, 'lib/a.rb', 'gitlab')).toEqual(['account all:1', 'account ruby:5']);
    expect(ownersIn(text, 'config/routes.rb', 'gitlab')).toEqual(['account all:1', 'account ops-team:9']);
  });

  it('are ordinary lines where the heading does not close, and to GitHub', () => {
    expect(ownersIn('* @all\n[Section name\ndocs/ @docs', 'docs/a.md', 'gitlab')).toEqual(['account docs:3']);
    expect(ownersIn('[Docs] @docs\ndocs/', 'docs/a.md')).toEqual([]);
  });
});

it('the last rule that matches counts, whatever stands before it', () => {
  const names = fc.constantFrom('a', 'b', 'c', 'catalog-info.yaml');
  const path = fc.array(names, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  const pattern = fc.oneof(
    path,
    path.map((it) => `/${it}`),
    path.map((it) => `${it}/`),
    path.map((it) => it.replace(/a/g, '*')),
    path.map((it) => it.replace(/\bb\b/g, '**')),
  );
  const owners = fc.array(fc.constantFrom('@acme/one', '@acme/two', '@three'), { maxLength: 2 });
  fc.assert(
    fc.property(fc.array(fc.tuple(pattern, owners), { maxLength: 12 }), path, (rules, asked) => {
      const write = (list: typeof rules) => list.map((rule) => [rule[0], ...rule[1]].join(' ')).join('\n');
      const matching = rules.filter(([it]) => ownersIn(`${it} @acme/one`, asked).length > 0);
      const all = ownersOf(parseCodeowners(write(rules), 'CODEOWNERS', 'github'), asked);
      expect(all.map(({ owner }) => owner.text)).toEqual(matching.at(-1)?.[1] ?? []);
      // What does not match may stand anywhere.
      const others = rules.filter((rule) => !matching.includes(rule));
      const moved = ownersOf(parseCodeowners(write([...matching, ...others]), 'CODEOWNERS', 'github'), asked);
      expect(moved.map(({ owner }) => owner.text)).toEqual(all.map(({ owner }) => owner.text));
    }),
    { numRuns: 1000 },
  );
});

describe('the file', () => {
  const rule = (team: string) => `* @acme/${team}`;
  const files = {
    CODEOWNERS: rule('root'),
    'docs/CODEOWNERS': rule('docs'),
    '.github/CODEOWNERS': rule('github'),
    '.gitlab/CODEOWNERS': rule('gitlab'),
  };
  it.each([
    ['github', ['github', 'root', 'docs']],
    ['gitlab', ['root', 'docs', 'gitlab']],
    ['none', ['github', 'root', 'docs', 'gitlab']],
  ] as const)('is the first one that %s looks for, and no other is asked for', (host, order) => {
    const left: Record<string, string> = { ...files };
    for (const expected of order) {
      const repository = repositoryOf('acme/shop', left, { host });
      const found = readCodeowners(repository);
      expect(found && ownersOf(found, 'x').map(({ owner }) => owner.name)).toEqual([`acme/${expected}`]);
      const view = { ...repository, paths: Object.keys(left).sort(), text: () => undefined };
      expect([...selectCodeowners(view)]).toEqual([{ path: found?.path, as: 'text' }]);
      delete left[found?.path ?? ''];
    }
    expect(readCodeowners(repositoryOf('acme/shop', left, { host }))).toBeUndefined();
  });

  it('does not count above 3 MB, and the next one does not either', () => {
    const large = `${rule('large')}\n#${'x'.repeat(3 * 1024 * 1024)}`;
    expect(readCodeowners(repositoryOf('acme/shop', { ...files, '.github/CODEOWNERS': large }))).toBeUndefined();
  });

  it('is GitLab’s where it has sections and the host is not known', () => {
    const text = '[Docs] @acme/docs\ncatalog-info.yaml';
    const found = readCodeowners(repositoryOf('acme/shop', { CODEOWNERS: text }, { host: 'none' }));
    expect(found && ownersOf(found, 'catalog-info.yaml')).toHaveLength(1);
  });
});

describe('cost', () => {
  it('of 5,000 rules and 200 paths is a small part of what is allowed', () => {
    const rules = Array.from(
      { length: 5000 },
      (_, index) => `/services/${index % 500}/**/v${index}/*.yaml @acme/t${index}`,
    );
    const codeowners = parseCodeowners(`* @acme/all\n${rules.join('\n')}`, 'CODEOWNERS', 'github');
    const meter = { steps: 0 };
    for (let index = 0; index < 200; index += 1) {
      expect(ownersOf(codeowners, `services/${index}/catalog/v/catalog-info.yaml`, meter)).toHaveLength(1);
    }
    expect(meter.steps).toBeLessThan(comparisonLimit / 5);
  });

  it('ends where a hostile file would take more', () => {
    const rules = Array.from({ length: 20_000 }, (_, index) => `*${'a'.repeat(60)}${index} @acme/t`);
    const codeowners = parseCodeowners(`* @acme/all\n${rules.join('\n')}`, 'CODEOWNERS', 'github');
    const meter = { steps: 0 };
    const paths = Array.from({ length: 300 }, (_, index) => `${index}/${'a'.repeat(250)}`);
    const owned = paths.filter((path) => ownersOf(codeowners, path, meter).length > 0);
    expect(meter.steps).toBeLessThan(comparisonLimit + 1_000_000);
    expect(owned.length).toBeLessThan(paths.length);
    expect(owned).toEqual(paths.slice(0, owned.length));
  });
});
