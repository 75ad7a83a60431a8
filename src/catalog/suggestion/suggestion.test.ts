import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodeOwner } from '../codeowners/codeowners.ts';
import { readCatalog } from '../read-catalog.ts';
import type { RepositoryInfo } from '../repository-files.ts';
import { repositoryOf } from '../repository-fixture.ts';
import { descriptorPath } from './descriptor-path.ts';
import { startNames } from './entity-names.ts';
import { guessType } from './guess-type.ts';
import { deriveFacts } from './repository-facts.ts';
import { type BareRepository, suggestDescriptor } from './suggest-descriptor.ts';
import { writeDescriptor } from './write-descriptor.ts';

type Texts = Readonly<Record<string, string>>;

function bare(slug: string, files: Texts, info: Partial<RepositoryInfo> = {}): BareRepository {
  return { ...repositoryOf(slug, files, info), facts: deriveFacts(Object.keys(files).sort()) };
}

type Resolve = (text: string) => string | undefined;

function write(files: BareRepository, resolve: Resolve = () => undefined, path = 'catalog-info.yaml') {
  const find = (kind: string) => (owner: CodeOwner) => {
    const ref = resolve(owner.text);
    return ref?.startsWith(`${kind}:`) ? ref : undefined;
  };
  const owners = {
    findTeam: find('group'),
    findPerson: find('user'),
    teamsOf: (ref: string) =>
      ref === 'user:default/ann' ? ['group:default/team'] : ['group:default/a', 'group:default/b'],
  };
  return writeDescriptor(suggestDescriptor(files, { path, owners, names: startNames(() => false) }));
}

const labels: Texts = {
  CODEOWNERS: '* @acme/shipping\n',
  Dockerfile: '',
  'README.md': '# Label API\n\n[![Build](https://x/y.svg)](https://x)\n\nPrints *labels* for parcels.\n\nMore.\n',
  'api/openapi.yaml': 'openapi: 3.1.0\n',
  'docs/index.md': '# Docs\n',
  'go.mod': '',
  'main.go': '',
};

describe('a suggested descriptor', () => {
  it('says what a repository is, with comments where it is a guess', () => {
    const files = bare('acme/labels', labels, { topics: ['Parcels', 'not a tag'] });
    expect(write(files, (text) => (text === '@acme/shipping' ? 'group:default/shipping' : undefined))).toBe(
      `# Suggested by Callboard from what this repository holds. Check it, above all what has a comment.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: labels
  title: Label API
  description: Prints labels for parcels.
  annotations:
    backstage.io/techdocs-ref: dir:.
  tags:
    - go
    - parcels
spec:
  # A guess, because of Dockerfile: service, website, library …
  type: service
  # Or experimental, or deprecated?
  lifecycle: production
  # CODEOWNERS says @acme/shipping.
  owner: shipping
  providesApis:
    - labels-api
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: labels-api
spec:
  type: openapi
  lifecycle: production
  owner: shipping
  definition:
    $text: ./api/openapi.yaml
`,
    );
  });

  it('says little of an empty repository, and nothing that is not known', () => {
    expect(write(bare('acme/nothing', {}))).toContain(`metadata:
  name: nothing
spec:
  # Which one: service, website, library …?
  type: other
  # Or experimental, or deprecated?
  lifecycle: production
  # Which team? There is no CODEOWNERS file that says it.
  owner: unknown
`);
  });

  it('tells whom CODEOWNERS names, also when the catalog does not have them', () => {
    const yaml = write(bare('acme/a', { CODEOWNERS: '* @acme/gone' }));
    expect(yaml).toContain(
      '  # Which team? CODEOWNERS says @acme/gone, whom the catalog does not have.\n  owner: unknown',
    );
  });

  it('prefers a team to a person, and what is known to what is not', () => {
    const files = bare('acme/a', { CODEOWNERS: '* @gone @ann @acme/team' });
    const refs: Record<string, string> = { '@ann': 'user:default/ann', '@acme/team': 'group:other/team' };
    expect(write(files, (text) => refs[text])).toContain('owner: group:other/team\n');
    expect(write(files, (text) => (text === '@ann' ? refs[text] : undefined))).toContain('owner: user:default/ann\n');
  });

  it.each([
    ['Ann', 'ann@acme.example', 'team'],
    ['Ann\u202e\nevil: yes', '12+ann@users.noreply.github.com', 'team'],
    ['Bob', 'bob@acme.example', 'unknown'],
    ['Nobody', 'nobody@acme.example', 'unknown'],
  ])('guesses the one team of who wrote the last commit: %j', (name, email, owner) => {
    const files = { ...bare('acme/a', {}), author: { name, email } };
    const refs: Record<string, string> = {
      'ann@acme.example': 'user:default/ann',
      '@ann': 'user:default/ann',
      'bob@acme.example': 'user:default/bob',
    };
    const yaml = write(files, (text) => refs[text]);
    expect(yaml).toContain(`  owner: ${owner}\n`);
    expect(yaml.includes('# A guess: the team of Ann')).toBe(owner === 'team');
    expect(yaml).not.toMatch(/^evil|\u202e/m);
  });

  it('asks CODEOWNERS before who wrote the last commit', () => {
    const author = { name: 'Ann', email: 'ann@acme.example' };
    const files = { ...bare('acme/a', { CODEOWNERS: '* @acme/gone' }), author };
    expect(write(files, (text) => (text === 'ann@acme.example' ? 'user:default/ann' : undefined))).toContain(
      'owner: unknown',
    );
  });

  it('is deprecated where the repository is archived', () => {
    expect(write(bare('acme/a', {}, { archived: true }))).toContain('lifecycle: deprecated\n');
  });

  it('believes what a definition says of itself before its name', () => {
    const yaml = write(
      bare('acme/a', {
        'api/openapi.yaml': 'asyncapi: 3.0.0\n',
        'swagger.json': '{"rules": []}',
        'proto/a.proto': 'syntax = "proto3";\n',
      }),
    );
    expect([...yaml.matchAll(/^ {2}type: (.*)$/gm)].map(([, type]) => type)).toEqual(['service', 'asyncapi', 'grpc']);
    expect([...yaml.matchAll(/^ {2}name: (.*)$/gm)].map(([, name]) => name)).toEqual(['a', 'a-openapi', 'a-a']);
  });

  it('finds its files also from a folder', () => {
    const yaml = write(bare('acme/labels', labels), () => undefined, '.backstage/catalog-info.yaml');
    expect(yaml).toContain('backstage.io/techdocs-ref: dir:../\n');
    expect(yaml).toContain('$text: ../api/openapi.yaml\n');
  });

  it.each([
    [['catalog-info.{yaml,yml}', '.backstage/catalog-info.yaml'], 'catalog-info.yaml'],
    [['**/*.yaml'], 'catalog-info.yaml'],
    [['*.yml', '.backstage/{component,api}.yaml'], '.backstage/component.yaml'],
    [['teams/*.yml'], 'catalog-info.yaml'],
  ])('stands where it is looked for with %j', (globs, path) => {
    expect(descriptorPath(globs)).toBe(path);
  });

  it.each([
    ['website', ['next.config.ts', 'package.json', 'Dockerfile']],
    ['website', ['index.html']],
    ['infrastructure', ['main.tf', 'variables.tf', 'run.sh']],
    ['service', ['Dockerfile', 'package.json']],
    ['service', ['deploy/chart/Chart.yaml', 'a.py']],
    ['service', ['proto/a.proto', 'go.mod']],
    ['library', ['Cargo.toml', 'src/lib.rs']],
    ['documentation', ['docs/index.md', 'run.sh']],
    ['documentation', ['README.md']],
    ['other', ['main.c', 'README.md']],
    ['other', []],
  ])('is of type %s with %j', (type, paths) => {
    expect(guessType(deriveFacts(paths)).type).toBe(type);
  });
});

describe('whatever a repository holds', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      'a: b',
      '# no comment',
      '---\nkind: Group',
      '"quoted" \'twice\'',
      'line\r\nowner: evil',
      '\u202egnp.exe',
      '${{ values.name }}',
      '{{ name }}',
      'yes',
      '0o17',
      '2026-01-01',
      '&a *a !!str |',
      '\ud800 half',
      '\ufffe\uffff\u0085\u2028',
      '- item',
      '%TAG',
      '@at `tick`',
      '<script>alert(1)</script>',
    ),
  );
  const path = fc.oneof(
    nasty.map((text) => text.replaceAll('\0', '') || 'x'),
    fc.constantFrom('package.json', 'go.mod', 'Dockerfile', 'mkdocs.yml', 'docs/index.md', 'src/a.c++', 'a.tf'),
    nasty.map((text) => `${text}/Dockerfile`),
    nasty.map((text) => `api/${text}.openapi.yaml`),
    nasty.map((text) => `${text}/schema.graphql`),
  );
  const tree = fc.record({
    slug: fc.oneof(
      nasty,
      fc.tuple(nasty, nasty).map(([a, b]) => `${a}/${b}`),
    ),
    description: fc.option(nasty, { nil: undefined }),
    topics: fc.array(nasty, { maxLength: 4 }),
    archived: fc.boolean(),
    readme: fc.array(nasty).map((lines) => lines.join('\n\n')),
    manifest: nasty.map((description) => JSON.stringify({ description })),
    codeowners: nasty.map((owner) => `* ${owner}\n`),
    definition: fc.constantFrom('openapi: 3.0.0\n', 'asyncapi: 2.0.0\n', 'syntax = "proto3";\n', 'nothing'),
    paths: fc.uniqueArray(path, { maxLength: 12 }),
    author: fc.record({ name: nasty, email: nasty }),
    owner: fc.constantFrom(undefined, 'group:default/team', 'user:default/ann'),
  });

  it('its suggestion is a descriptor without a problem but for the owner, with comments of one line', () => {
    fc.assert(
      fc.property(tree, ({ slug, description, topics, archived, readme, manifest, codeowners, ...rest }) => {
        const texts = {
          ...Object.fromEntries(rest.paths.map((name) => [name, rest.definition])),
          'README.md': readme,
          'package.json': manifest,
          CODEOWNERS: codeowners,
          'openapi/main.yaml': rest.definition,
        };
        const info = { topics, archived, ...(description !== undefined && { description }) };
        const yaml = write({ ...bare(slug, texts, info), author: rest.author }, () => rest.owner);
        const people = [
          'apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: { name: team }\nspec: { type: team, children: [], members: [ann] }\n',
          'apiVersion: backstage.io/v1alpha1\nkind: User\nmetadata: { name: ann }\nspec: { memberOf: [team] }\n',
        ].join('---\n');
        const { value: catalog, diagnostics } = readCatalog({
          repositories: [
            repositoryOf('acme/x', { ...texts, 'catalog-info.yaml': yaml }),
            repositoryOf('acme/people', { 'catalog-info.yaml': people }),
          ],
          allow: ['*'],
        });
        const expected = /owner: team$/m.test(yaml) ? [] : ['catalog/reference-not-found', 'catalog/owner-is-user'];
        const unexpected = diagnostics.filter(({ code }) => !expected.includes(code));
        expect(unexpected.map(({ code, message }) => `${code}: ${message}\n${yaml}`)).toEqual([]);
        const own = catalog.entities.filter(({ source }) => source.repository === 'acme/x');
        expect(own.map(({ entity }) => entity.kind).filter((kind) => kind !== 'API')).toEqual(['Component']);
        expect(yaml).not.toMatch(/(?!\u200c|\u200d|\n)[\p{Cf}\p{Cs}\p{Cc}]/u);
        const owners = own.map(({ entity }) => String(entity.spec?.['owner']));
        expect(owners.filter((owner) => !['unknown', 'team', 'user:default/ann'].includes(owner))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
