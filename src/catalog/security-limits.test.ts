import { describe, expect, it } from 'vitest';
import { readCatalog } from './read-catalog.ts';
import { catalogOf, component, document, documents, repositoryOf, summaries } from './repository-fixture.ts';

// One test for each rule of what a repository's catalog files may cost, hold and name, through the catalog's front door.
// What lies in between (positions, messages, combinations) is tested beside the code; UTF-8 and symlinks in src/crawl.

const refs = (yaml: string) => catalogOf(yaml).value.entities.map(({ ref }) => ref);
const codes = (yaml: string, files: Readonly<Record<string, string>> = {}) =>
  catalogOf(yaml, files).diagnostics.map(({ code, source }) => `${code} ${source?.line}`);
const good = component('good');
const team = document('Group', 'team', ['{ type: team, children: [] }']);

describe('a catalog file', () => {
  const beside = (bad: string) => documents(team, good, bad);
  const first = documents(team, good, '').split('\n').length;
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  it.each([
    ['deeper than 50 levels', `spec: ${nested(50)}\n`, 'yaml/too-deep', 0],
    ['with more than 50 aliases', `a: &x 1\nb: [${'*x, '.repeat(51)}]\n`, 'yaml/too-many-aliases', 1],
    ['with more than 50,000 values', `a: [${'1,'.repeat(50_000)}]\n`, 'yaml/too-many-nodes', 0],
    [
      'with more than 50,000 values once aliases are expanded',
      `a: &a [${'1,'.repeat(1200)}]\nb: [${'*a, '.repeat(45)}]\n`,
      'yaml/too-many-nodes',
      1,
    ],
    ['with an alias to what it is part of', 'a: &a\n  - *a\n', 'yaml/alias-cycle', 1],
    ['with a tag of its own', 'a: 1\nb: !include other.yaml\n', 'yaml/unsupported-tag', 1],
    ['with a tag that makes objects', 'a: !!js/function "x"\n', 'yaml/unsupported-tag', 0],
    ['with a tab as indentation', 'a:\n\tb: 1\n', 'yaml/tab-indentation', 1],
    ['with a control character', 'a: 1\nb: "x\u0008"\n', 'yaml/control-character', 1],
    ['with a null byte', 'a: 1\nb: "x\u0000"\n', 'yaml/control-character', 1],
    ['with a key twice', 'a: 1\nb: 2\na: 3\n', 'yaml/duplicate-key', 2],
  ])('refuses a document %s, naming its line, and reads its siblings', (_name, bad, code, line) => {
    expect(codes(beside(bad))).toEqual([`${code} ${first + line}`]);
    expect(refs(beside(bad))).toEqual(['component:default/good', 'group:default/team']);
    expect(refs(documents(bad, team, good))).toEqual(['component:default/good', 'group:default/team']);
  });

  it('names both lines of a key that is there twice', () => {
    const [problem] = catalogOf(good.replace('spec:', 'spec:\n  owner: a')).diagnostics;
    expect(problem?.message).toBe('The key "owner" is written twice, on lines 6 and 9.');
  });

  it('may have 1 MiB and no more', () => {
    const padded = (bytes: number) => `# ${'x'.repeat(bytes - 3 - good.length)}\n${good}`;
    expect(refs(padded(1024 * 1024))).toEqual(['component:default/good']);
    expect(codes(padded(1024 * 1024 + 1))).toEqual(['yaml/file-too-large 1']);
  });

  it('may have 2,000 documents and no more', () => {
    const many = Array.from({ length: 2001 }, (_, index) => document('Domain', `d${index}`, ['owner: team']));
    const result = catalogOf(documents(...many), { 'team/catalog-info.yaml': team });
    expect(result.value.entities).toHaveLength(2001);
    expect(summaries(result)).toEqual(['yaml/too-many-documents 14000:1']);
  });

  it('may begin with a byte order mark, and end its lines with LF, CR LF or CR', () => {
    const bad = documents(team, good, 'a: [\n');
    const forms = [bad, `\uFEFF${bad}`, bad.replaceAll('\n', '\r\n'), bad.replaceAll('\n', '\r')];
    expect(new Set(forms.map((yaml) => JSON.stringify([refs(yaml), codes(yaml)])))).toEqual(
      new Set([JSON.stringify([['component:default/good', 'group:default/team'], ['yaml/syntax 17']])]),
    );
  });

  it('has merge keys taken as ordinary keys, with a warning', () => {
    const yaml = documents(team, good.replace('spec:', 'spec:\n  <<: { lifecycle: x, system: y }'));
    expect(codes(yaml)).toEqual(['yaml/merge-key 13']);
    expect(catalogOf(yaml).value.byRef.get('component:default/good')?.entity.spec).toMatchObject({
      '<<': { lifecycle: 'x', system: 'y' },
      lifecycle: 'production',
    });
  });

  it('never reaches an object’s prototype', () => {
    const keys =
      '\n  __proto__: { polluted: 1 }\n  constructor: { prototype: { polluted: 1 } }\n  prototype: { polluted: 1 }';
    const yaml = documents(team, good.replace('spec:', `spec:${keys}`).replace('metadata:', `metadata:${keys}`));
    const entity = catalogOf(yaml).value.byRef.get('component:default/good')?.entity;
    expect(Object.keys(entity?.spec ?? {}).slice(0, 3)).toEqual(['__proto__', 'constructor', 'prototype']);
    expect(Object.keys(entity?.metadata ?? {}).slice(0, 3)).toEqual(['__proto__', 'constructor', 'prototype']);
    expect([entity?.spec, entity?.metadata, {}].map((it) => 'polluted' in (it ?? {}))).toEqual([false, false, false]);
  });

  it.each(['1.10', 'true', '2026', '0x1F'])('has %s in the place of text reported with "quote it"', (value) => {
    const yaml = good.replace('lifecycle: production', `lifecycle: ${value}`);
    const [problem] = catalogOf(yaml).diagnostics;
    expect([problem?.code, problem?.source?.line, problem?.hint]).toEqual([
      'catalog/quote-it',
      7,
      `Write "${value}" with the quotes.`,
    ]);
  });

  it.each(['2026-01-02', 'yes', 'no', 'on', '12:30:00'])('has %s kept as the text it is', (value) => {
    const yaml = documents(team, good.replace('lifecycle: production', `lifecycle: ${value}`));
    expect(catalogOf(yaml).value.byRef.get('component:default/good')?.entity.spec?.['lifecycle']).toBe(value);
  });

  it('has characters that turn text around flagged in titles, and refused in names', () => {
    const titles = good.replace(
      'metadata:',
      'metadata:\n  title: "a\u202Eb"\n  links: [{ url: "https://x.example", title: "\u2066x" }]',
    );
    expect(codes(documents(team, titles))).toEqual(['catalog/hidden-characters 11', 'catalog/hidden-characters 12']);
    expect(codes(team.replace('type: team', 'type: team, profile: { displayName: "\u200Bteam" }'))).toEqual([
      'catalog/hidden-characters 6',
    ]);
    expect(codes(good.replace('name: good', 'name: "go\u202Eod"'))).toEqual(['catalog/invalid-name 4']);
  });
});

describe('a name', () => {
  it.each([
    '.',
    '..',
    '../x',
    'a/b',
    'a\\b',
    '%2e%2e',
    'a%2Fb',
    'name.',
    '.name',
    'a b',
    'a\u0000',
    'café',
    'cafe\u0301',
    '',
  ])('of %j never becomes a path', (name) => {
    const { value, diagnostics } = catalogOf(good.replace('name: good', `name: ${JSON.stringify(name)}`));
    expect(value.entities).toEqual([]);
    expect(diagnostics.map(({ source }) => source?.line)).toEqual([4]);
  });

  it.each(['..', 'A', 'a_b', 'a.b', '%2e', 'ä', '-a', 'a--'])(
    'of the namespace %j never becomes a path',
    (namespace) => {
      const result = catalogOf(good.replace('name: good', `name: good\n  namespace: ${JSON.stringify(namespace)}`));
      expect(summaries(result)).toEqual(['catalog/invalid-namespace 5:14']);
    },
  );

  it('that differs only in its capitals is the same, and is told so with both addresses', () => {
    const result = catalogOf(documents(team, good, good.replace('name: good', 'name: GOOD')));
    expect(result.value.entities).toHaveLength(2);
    expect(result.diagnostics.map(({ message }) => message)).toEqual([
      'component:default/good is defined at acme/shop/catalog-info.yaml:11; the definition at acme/shop/catalog-info.yaml:20 does not count.',
    ]);
  });

  it('claimed by two repositories is the first one’s by slug, whatever the order of the crawl', () => {
    const [a, b] = ['acme/a', 'acme/b'].map((slug) =>
      repositoryOf(slug, { 'catalog-info.yaml': documents(team, good) }),
    );
    const read = (repositories: (typeof a)[]) =>
      readCatalog({ repositories: repositories.filter((it) => it !== undefined), allow: ['*'] });
    expect(JSON.stringify(read([b, a]).value.entities)).toBe(JSON.stringify(read([a, b]).value.entities));
    expect(read([b, a]).value.entities.map(({ source }) => source.repository)).toEqual(['acme/a', 'acme/a']);
    expect(read([b, a]).diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('defined at acme/a/catalog-info.yaml:4; the definition at acme/b/catalog-info.yaml:4'),
      expect.stringContaining('defined at acme/a/catalog-info.yaml:11; the definition at acme/b/catalog-info.yaml:11'),
    ]);
  });
});

describe('a file that names others', () => {
  const location = (...targets: string[]) => document('Location', 'all', [`targets: ${JSON.stringify(targets)}`]);

  it.each(['../../etc/passwd', 'file:///etc/passwd', 'a/../../b.yaml', 'ssh://x.example/a'])(
    'does not leave the repository for the Location target %s',
    (target) => {
      expect(codes(location(target), { 'etc/passwd': team })).toEqual(['catalog/location-invalid 6']);
    },
  );

  it('follows no Location to another host, nor to another repository or branch', () => {
    const elsewhere = ['https://evil.example/a/b/blob/main/x.yaml', 'https://github.com/acme/other/blob/main/x.yaml'];
    const branch = 'https://github.com/acme/shop/blob/other/x.yaml';
    expect(codes(location(...elsewhere, branch), { 'x.yaml': team })).toEqual(
      Array(3).fill('catalog/location-elsewhere 6'),
    );
  });

  it('cuts circles of Locations', () => {
    const yaml = (target: string, name: string) => location(target).replace('name: all', `name: ${name}`);
    const result = catalogOf(yaml('./b.yaml', 'a'), { 'b.yaml': yaml('./catalog-info.yaml', 'b') });
    expect([result.value.entities.length, result.diagnostics]).toEqual([2, []]);
  });

  it('follows Locations 5 deep and to 500 files', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 7 }, (_, at) => [
        at === 0 ? 'catalog-info.yaml' : `${at}.yaml`,
        location(`./${at + 1}.yaml`).replace('name: all', `name: l${at}`),
      ]),
    );
    const { 'catalog-info.yaml': start = '', ...rest } = chain;
    expect(catalogOf(start, { ...rest, '7.yaml': team }).value.entities).toHaveLength(6);
    const many = Object.fromEntries(
      Array.from({ length: 501 }, (_, at) => [`d/${at}.yaml`, team.replace('name: team', `name: u${at}`)]),
    );
    const wide = catalogOf(location('./d/*.yaml'), many);
    expect([wide.value.entities.length, ...summaries(wide)]).toEqual([501, 'catalog/location-limit 6:13']);
  });

  it.each(['$text', '$json', '$yaml', '$openapi', '$asyncapi'])(
    'reads %s from its own repository and commit only',
    (key) => {
      const api = (target: string) =>
        document('API', 'x', [
          'type: openapi',
          'lifecycle: x',
          'owner: team',
          `definition: { ${key}: ${JSON.stringify(target)} }`,
        ]);
      const codesOf = (target: string) =>
        codes(documents(team, api(target)), { 'x.yaml': 'x' }).map((code) => code.split(' ')[0]);
      expect(codesOf('../../x.yaml')).toEqual(['catalog/placeholder-not-found']);
      expect(codesOf('file:///etc/passwd')).toEqual(['catalog/placeholder-not-found']);
      expect(codesOf('https://evil.example/x.yaml')).toEqual(['catalog/placeholder-elsewhere']);
      expect(codesOf('https://github.com/acme/other/blob/main/x.yaml')).toEqual(['catalog/placeholder-elsewhere']);
      expect(codesOf('https://github.com/acme/shop/blob/another/x.yaml')).toEqual(['catalog/placeholder-elsewhere']);
    },
  );

  it('embeds 64 MiB in the entities of a repository and no more, and says what is left out', () => {
    const api = (at: number) =>
      document('API', `a${at}`, ['type: x', 'lifecycle: x', 'owner: team', 'definition: { $text: ./big.txt }']);
    const many = Array.from({ length: 66 }, (_, at) => api(at));
    const { value, diagnostics } = catalogOf(documents(team, ...many), { 'big.txt': 'x'.repeat(1024 * 1024) });
    expect(value.entities.filter(({ entity }) => typeof entity.spec?.['definition'] === 'string')).toHaveLength(64);
    expect(diagnostics.map(({ code }) => code).filter((code) => code.startsWith('catalog/placeholder'))).toEqual([
      'catalog/placeholder-invalid',
      'catalog/placeholder-invalid',
    ]);
  });

  it('has 50 patterns of Locations tried and no more', () => {
    const patterns = Array.from({ length: 60 }, (_, at) => `./d/${at}*.yaml`);
    const yaml = document('Location', 'all', ['presence: optional', `targets: ${JSON.stringify(patterns)}`]);
    const [problem, ...rest] = catalogOf(yaml, { 'd/49.yaml': team }).diagnostics;
    expect([problem?.code, problem?.message, rest]).toEqual([
      'catalog/location-limit',
      '"./d/50*.yaml" is not read: the Locations of a repository may have 50 patterns.',
      [],
    ]);
  });

  it('never says itself where it comes from', () => {
    const forged =
      '\n  annotations:\n    backstage.io/managed-by-location: url:https://evil.example\n    backstage.io/orphan: "true"';
    const yaml = documents(team, good.replace('name: good', `name: good${forged}`));
    const annotations = catalogOf(yaml).value.byRef.get('component:default/good')?.entity.metadata.annotations;
    expect(annotations?.['backstage.io/managed-by-location']).toContain('https://github.com/acme/shop/');
    expect(annotations).not.toHaveProperty(['backstage.io/orphan']);
  });

  it('defines only kinds that the rules let it define', () => {
    const repositories = [repositoryOf('acme/shop', { 'catalog-info.yaml': documents(team, good) })];
    const { value, diagnostics } = readCatalog({ repositories, allow: ['*', '!Group'] });
    expect(value.entities.map(({ ref }) => ref)).toEqual(['component:default/good']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['catalog/kind-not-allowed']);
  });
});
