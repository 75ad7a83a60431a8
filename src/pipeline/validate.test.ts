import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGitRepository, type TestRepository } from '../testing/git-repository.ts';
import { type PublishedContent, writePublishedPortal } from '../testing/published-portal.ts';
import { type ValidateOptions, validate } from './validate.ts';

let top: string;
let folder: string;
let portal: string;
let repository: TestRepository;
beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'callboard-validate-'));
  folder = join(top, 'cart');
  portal = join(top, 'portal');
  repository = await createGitRepository({}, { folder });
});
afterEach(() => rm(top, { recursive: true }));

const component = (name: string, spec = 'owner: payments') =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec:\n  type: service\n  lifecycle: production\n  ${spec}\n`;

async function write(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const check = (options: Partial<ValidateOptions> = {}) =>
  validate({ paths: ['.'], workingFolder: folder, environment: {}, ...options });

/** Address, code and message of every problem. */
async function problems(options: Partial<ValidateOptions> = {}): Promise<readonly string[]> {
  const { diagnostics } = await check(options);
  return diagnostics.map(
    ({ code, message, source }) => `${source?.path ?? ''}:${source?.line ?? ''} ${code} ${message}`,
  );
}

const against = async (content: PublishedContent, options: Partial<ValidateOptions> = {}) => {
  await writePublishedPortal(portal, content);
  return problems({ against: portal, environment: { GITHUB_REPOSITORY: 'acme/cart' }, ...options });
};

const published: PublishedContent = {
  repositories: [
    { slug: 'acme/cart', webUrl: 'https://github.com/acme/cart', branch: 'main' },
    { slug: 'acme/web', webUrl: 'https://github.com/acme/web', branch: 'main' },
  ],
  refs: {
    'component:default/cart': ['acme/cart', 'catalog-info.yaml', 1],
    'component:default/web': ['acme/web', 'catalog-info.yaml', 1],
    'group:default/payments': ['acme/web', 'teams.yaml', 1],
  },
  relations: [
    ['component:default/web', 'dependsOn', 'component:default/cart'],
    ['component:default/cart', 'ownedBy', 'group:default/payments'],
  ],
};

describe('one repository alone', () => {
  it('reads what is on disk: changed, new, not what is deleted or ignored', async () => {
    await write({
      'catalog-info.yaml': component('cart'),
      'gone/catalog-info.yaml': component('Gone!'),
      '.gitignore': 'out/\n',
      'out/catalog-info.yaml': component('Ignored!'),
    });
    await repository.git('--work-tree', folder, 'add', '-A');
    await write({ 'catalog-info.yaml': component('Changed!'), 'new/catalog-info.yaml': component('New!') });
    await rm(join(folder, 'gone'), { recursive: true });
    const found = await problems({ catalogPaths: ['**/catalog-info.yaml'] });
    expect(found).toEqual([
      expect.stringMatching(/^catalog-info\.yaml:4 catalog\/invalid-name .*Changed!/),
      expect.stringMatching(/^new\/catalog-info\.yaml:4 catalog\/invalid-name .*New!/),
    ]);
  });

  it('counts references that lead out, and judges those inside', async () => {
    await write({ 'catalog-info.yaml': component('cart', 'dependsOn: [resource:db, component]\n  owner: payments') });
    const { remarks, diagnostics } = await check();
    expect(diagnostics.map(({ code }) => code)).toEqual(['catalog/reference-invalid']);
    expect(remarks).toEqual([expect.stringContaining('2 references lead out of this repository')]);
  });

  it('follows Locations and placeholders, and checks what docs annotations name', async () => {
    await write({
      'catalog-info.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: { name: all }\nspec: { targets: [./services/*.yaml, ./missing.yaml] }\n',
      'services/a.yaml': component('a', 'owner: { $text: ./owner.txt }'),
      'services/owner.txt': 'payments',
      'services/b.yaml': component('b').replace(
        'name: b',
        'name: b\n  annotations: { backstage.io/techdocs-ref: "dir:../guide" }',
      ),
      'guide/docs/index.md': '# Guide',
      'services/c.yaml': component('c').replace(
        'name: c',
        'name: c\n  annotations: { backstage.io/techdocs-ref: "dir:." }',
      ),
    });
    expect(await problems()).toEqual([
      expect.stringContaining('catalog-info.yaml:4 catalog/location-not-found'),
      expect.stringContaining('services/c.yaml:5 techdocs/ref-not-found'),
    ]);
  });

  it('validates a named file that is no catalog path, and reports of it alone', async () => {
    await write({ 'catalog-info.yaml': component('Bad!'), 'other/thing.yaml': component('Worse!') });
    expect(await problems({ paths: ['other/thing.yaml'] })).toEqual([
      expect.stringContaining('other/thing.yaml:4 catalog/invalid-name'),
    ]);
    expect(await problems()).toEqual([expect.stringContaining('catalog-info.yaml:4 catalog/invalid-name')]);
  });

  it('looks into a named folder as into a repository, from any working folder', async () => {
    await write({ 'services/cart/catalog-info.yaml': component('Bad!') });
    const here = { workingFolder: join(folder, 'services/cart'), paths: ['.'] };
    expect(await problems(here)).toEqual([expect.stringContaining('services/cart/catalog-info.yaml:4')]);
  });

  it('knows what the rest of the repository defines when one file is named', async () => {
    await write({ 'catalog-info.yaml': component('cart'), 'twin.yaml': component('cart') });
    expect(await problems({ paths: ['twin.yaml'] })).toEqual([expect.stringContaining('catalog/duplicate-entity')]);
  });

  it('says what it looked for when there is nothing', async () => {
    await write({ 'README.md': '# Cart' });
    expect(await problems()).toEqual([
      expect.stringMatching(/validate\/nothing-found .*looked for catalog-info\.\{yaml,yml\}/),
    ]);
  });

  it('works without Git, and follows no links', async () => {
    await rm(join(folder, '.git'), { recursive: true });
    await write({ 'elsewhere.yaml': component('Bad!') });
    await symlink(join(folder, 'elsewhere.yaml'), join(folder, 'catalog-info.yaml'));
    expect(await problems()).toEqual([expect.stringContaining('catalog-info.yaml: crawl/symlink')]);
  });

  it('skips a file beyond the limit', async () => {
    await write({
      'catalog-info.yaml': component('cart', `owner: ${'x'.repeat(1_100_000)}`),
      'callboard.yaml': 'portal: { title: T }\nsources: [{ type: local, path: . }]\ncrawl: { megabytesPerFile: 1 }\n',
    });
    expect(await problems()).toEqual([expect.stringContaining('crawl/file-too-large')]);
  });

  it('heeds the configuration at the root: rules, kinds, severities, without its secrets', async () => {
    await write({
      'catalog-info.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: User\nmetadata: { name: robin }\nspec: { memberOf: [] }\n',
      'callboard.yaml':
        'portal: { title: T }\nsources: [{ type: local, path: . }, { type: github, organisation: acme, token: "${SECRET_TOKEN}" }]\n',
    });
    expect(await problems()).toEqual([expect.stringContaining('catalog/kind-not-allowed')]);
    await rm(join(folder, 'callboard.yaml'));
    expect(await problems()).toEqual([]);
  });

  it.each([
    ['acme/retail/web', 'shop.yaml'],
    ['acme', 'top.yaml'],
    ['elsewhere', 'first.yaml'],
  ])('looks in a project of the GitLab group %s where its source does', async (group, path) => {
    const source = (fields: string, file: string) => `{ type: gitlab, ${fields}, catalogPaths: [${file}] }`;
    await write({
      'callboard.yaml': `portal: { title: T }\nsources:\n  - ${source('group: first', 'first.yaml')}\n  - ${source('group: acme, subgroups: false', 'top.yaml')}\n  - ${source('group: acme/retail', 'shop.yaml')}\n`,
      'first.yaml': component('First!'),
      'top.yaml': component('Top!'),
      'shop.yaml': component('Shop!'),
    });
    const environment = { CI_PROJECT_PATH: `${group}/cart` };
    expect(await problems({ environment })).toEqual([expect.stringContaining(`${path}:4 catalog/invalid-name`)]);
  });

  it('takes an owner that is not written from CODEOWNERS', async () => {
    await write({ 'app/catalog-info.yaml': component('cart', ''), CODEOWNERS: '/app/ @acme/payments\n' });
    const named = { paths: ['app/catalog-info.yaml'] };
    const note = 'app/catalog-info.yaml:5 catalog/owner-inferred spec.owner is missing; line 1 of CODEOWNERS names';
    expect(await problems(named)).toEqual([`${note} @acme/payments.`]);
    expect(await against(published, named)).toEqual([`${note} @acme/payments, which is group:default/payments.`]);
    await write({ CODEOWNERS: '/app/ @acme/shopkeepers\n' });
    expect(await against(published, named)).toEqual([`${note} @acme/shopkeepers.`]);
    await write({ CODEOWNERS: '/lib/ @acme/payments\n' });
    expect(await problems(named)).toEqual([expect.stringContaining('catalog/missing-field spec.owner is missing')]);
  });

  it.each([
    ['a path that is not there', ['nope.yaml'], 'path-not-found'],
    ['paths of two repositories', ['.', '../other'], 'several-repositories'],
  ])('refuses %s', async (_, paths, code) => {
    await createGitRepository({}, { folder: join(top, 'other') });
    await expect(check({ paths })).rejects.toMatchObject({ code });
  });
});

describe('against a portal', () => {
  it('resolves references among what others define, with near misses', async () => {
    await write({ 'catalog-info.yaml': component('cart') });
    expect(await against(published)).toEqual([]);
    await write({ 'catalog-info.yaml': component('cart', 'owner: payment') });
    const { diagnostics } = await check({ against: portal, environment: { GITHUB_REPOSITORY: 'acme/cart' } });
    expect(diagnostics).toMatchObject([
      { code: 'catalog/reference-not-found', hint: 'Did you mean group:default/payments?', source: { line: 8 } },
    ]);
  });

  it('takes what this change removes for gone', async () => {
    await write({ 'catalog-info.yaml': component('cart', 'dependsOn: [component:old]\n  owner: payments') });
    const refs = { ...published.refs, 'component:default/old': ['acme/cart', 'old.yaml', 1] as const };
    expect(await against({ ...published, refs })).toEqual([expect.stringContaining('catalog/reference-not-found')]);
  });

  it('warns of a removal that others refer to, naming them', async () => {
    await write({ 'catalog-info.yaml': component('basket').replace('kind: Component', 'kind: Resource') });
    expect(await against(published)).toEqual([
      'catalog-info.yaml: validate/removed-but-referenced component:default/cart is no longer defined here, but component:default/web (acme/web, dependsOn) still refers to it.',
    ]);
  });

  it('sees what a renamed entity has become', async () => {
    await write({ 'catalog-info.yaml': component('basket') });
    expect(await against(published)).toEqual([
      expect.stringMatching(/catalog-info\.yaml:1 .*It seems to have become component:default\/basket\.$/),
    ]);
  });

  it('sees a change of namespace, also in another file', async () => {
    await write({
      'catalog-info.yaml': component('x'),
      'more.yaml': component('cart\n  namespace: shop', 'owner: default/payments'),
    });
    expect(await against(published, { paths: ['.', 'more.yaml'] })).toEqual([
      expect.stringMatching(/^more\.yaml:1 .*become component:shop\/cart\.$/),
    ]);
  });

  it('does not take a refused entity for a removed one', async () => {
    await write({ 'catalog-info.yaml': component('cart').replace('  lifecycle: production\n', '') });
    expect(await against(published)).toEqual([expect.stringContaining('catalog/missing-field')]);
  });

  it('says who has what is defined twice', async () => {
    await write({ 'catalog-info.yaml': `${component('cart')}---\n${component('web')}` });
    expect(await against(published)).toEqual([
      expect.stringContaining(
        'component:default/web is defined at acme/web/catalog-info.yaml:1; the definition at acme/cart/catalog-info.yaml:13',
      ),
    ]);
  });

  it('reads the files that the portal reads, wherever they are', async () => {
    await write({ 'deep/info.yaml': component('cart') });
    const refs = { ...published.refs, 'component:default/cart': ['acme/cart', 'deep/info.yaml', 1] as const };
    expect(await against({ ...published, refs })).toEqual([]);
  });

  it('joins sharded lists', async () => {
    await write({ 'catalog-info.yaml': component('basket').replace('kind: Component', 'kind: Resource') });
    expect(await against({ ...published, shard: 1 })).toEqual([
      expect.stringContaining('component:default/web (acme/web, dependsOn)'),
    ]);
  });

  it('takes a repository that the portal does not know for new', async () => {
    await write({ 'catalog-info.yaml': component('cart') });
    await writePublishedPortal(portal, published);
    const { diagnostics, remarks } = await check({ against: portal, repository: 'acme/new' });
    expect(diagnostics).toMatchObject([{ code: 'catalog/duplicate-entity' }]);
    expect(remarks).toEqual([expect.stringContaining('has no repository acme/new yet')]);
  });

  it('checks references only, and says so, when it cannot tell which repository this is', async () => {
    await write({ 'catalog-info.yaml': `${component('cart')}---\n${component('b', 'owner: nobody')}` });
    await writePublishedPortal(portal, {
      ...published,
      refs: { ...published.refs, 'api:default/x': ['acme/cart', 'x.yaml', 1] },
    });
    const { diagnostics, remarks } = await check({ against: portal });
    expect(diagnostics.map(({ code }) => code)).toEqual(['catalog/reference-not-found']);
    expect(remarks).toEqual([expect.stringContaining('--repository')]);
  });

  it.each([
    ['its web address', 'git@github.com:acme/cart.git', 'acme/cart'],
    ['the name of a fork', 'https://robin:secret@github.com/robin/cart.git', 'acme/cart'],
  ])('knows the repository by %s', async (_, url, slug) => {
    await write({ 'catalog-info.yaml': component('cart') });
    await repository.git('config', 'remote.origin.url', url);
    await writePublishedPortal(portal, published);
    expect(await check({ against: portal })).toMatchObject({ repository: slug, diagnostics: [], remarks: [] });
  });
});
