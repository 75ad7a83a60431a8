import { describe, expect, it } from 'vitest';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { readCatalog } from '../read-catalog.ts';
import type { RepositoryFiles, RepositoryInfo } from '../repository-files.ts';
import { component, document, documents, repositoryOf } from '../repository-fixture.ts';
import type { LastGood } from './good-entity.ts';

const allow = [{ kind: '*' }];
const described = (name: string, description: string) =>
  component(name).replace(`name: ${name}`, `name: ${name}\n  description: ${description}`);
const broken = 'apiVersion: v1\nkind: [\n';

/** Builds a portal day after day: each day's repositories are read with what the day before remembered. */
function portal() {
  let lastGood: LastGood = new Map();
  let day = 0;
  return {
    lastGood: () => lastGood,
    day: (repositories: readonly RepositoryFiles[], more: Partial<Parameters<typeof readCatalog>[0]> = {}) => {
      const result = readCatalog({ repositories, allow, lastGood, ...more });
      lastGood = result.value.lastGood ?? new Map();
      return result;
    },
    /** One repository `acme/shop`; commits are named after the day. */
    shop: function (files: Readonly<Record<string, string>>, more: Partial<Parameters<typeof readCatalog>[0]> = {}) {
      day += 1;
      return this.day([repositoryOf('acme/shop', files, commitOf(day))], more);
    },
  };
}

function commitOf(day: number): Partial<RepositoryInfo> {
  return { commit: String(day).repeat(40), committedAt: `2026-01-0${day}T00:00:00Z` };
}

const refs = (result: ReturnType<typeof readCatalog>) =>
  result.value.entities.map(({ ref, stale }) => `${ref.slice(ref.indexOf('/') + 1)}${stale ? ' (stale)' : ''}`);
const get = (result: ReturnType<typeof readCatalog>, ref: string) => result.value.byRef.get(ref);

describe('an entity whose newest version is bad', () => {
  it('is shown as it was, with commit, reason and status, and its problem knows it', () => {
    const { shop } = portalOfShop();
    shop({ 'catalog-info.yaml': described('cart', 'good') });
    const result = shop({ 'catalog-info.yaml': `kind: Component\nmetadata: { name: cart\n` });
    const cart = get(result, 'component:default/cart');
    expect(cart?.entity.metadata.description).toBe('good');
    expect(cart?.source).toMatchObject({ path: 'catalog-info.yaml', line: 1 });
    expect(cart?.stale).toMatchObject({ commit: '1'.repeat(40), committedAt: '2026-01-01T00:00:00Z' });
    expect(cart?.entity.status?.items).toEqual([
      {
        type: 'backstage.io/catalog-processing',
        level: 'error',
        message: expect.stringMatching(
          /^acme\/shop\/catalog-info\.yaml:2: .+ This is the version of commit 1111111\.$/,
        ),
        error: { name: 'yaml/syntax', message: expect.any(String) },
      },
    ]);
    expect(result.diagnostics).toContain(cart?.stale?.reason);
    expect(cart?.stale?.reason.entityRef).toBe('component:default/cart');
    expect(result.diagnostics).toHaveLength(1);
  });

  it('stays for days, and is fresh again once it is repaired', () => {
    const { shop } = portalOfShop();
    shop({ 'catalog-info.yaml': component('cart') });
    shop({ 'catalog-info.yaml': broken });
    expect(refs(shop({ 'catalog-info.yaml': broken }))).toEqual(['cart (stale)']);
    const repaired = shop({ 'catalog-info.yaml': described('cart', 'new') });
    expect(refs(repaired)).toEqual(['cart']);
    expect(get(repaired, 'component:default/cart')?.entity.status).toBeUndefined();
  });

  it('is kept when it parses but is refused', () => {
    const { shop } = portalOfShop();
    shop({ 'catalog-info.yaml': component('cart') });
    const result = shop({ 'catalog-info.yaml': component('cart').replace('lifecycle: production', 'tier: 1') });
    expect(refs(result)).toEqual(['cart (stale)']);
    expect(get(result, 'component:default/cart')?.stale?.reason.code).toBe('catalog/missing-field');
  });

  it.each([
    ['its name is gone', component('cart').replace('  name: cart', '  title: cart')],
    ['its new name is bad', component('cart').replace('name: cart', 'name: "the cart!"')],
    ['the file is a list', '- 1\n'],
    ['the file is too large', `${component('cart')}# ${'x'.repeat(1_100_000)}`],
  ])('is kept when %s', (_, text) => {
    const { shop } = portalOfShop();
    shop({ 'catalog-info.yaml': component('cart') });
    expect(refs(shop({ 'catalog-info.yaml': text }))).toEqual(['cart (stale)']);
  });

  it('is kept when its file cannot be read, with the reason that the crawl gave', () => {
    const { shop, day } = portalOfShop();
    shop({ 'catalog-info.yaml': component('cart') });
    const reason = diagnose('crawl/not-utf8', {
      message: 'catalog-info.yaml is not UTF-8 text.',
      source: { repository: 'acme/shop', path: 'catalog-info.yaml' },
    });
    const files = { ...repositoryOf('acme/shop', {}), unread: new Set(['catalog-info.yaml']) };
    const result = day([files], { crawlProblems: [reason] });
    expect(get(result, 'component:default/cart')?.stale?.reason).toEqual(reason);
  });

  it('keeps what its placeholders embedded, also when only the embedded file is gone', () => {
    const { shop } = portalOfShop();
    const api = document('API', 'orders', [
      'type: graphql',
      'lifecycle: x',
      'owner: team',
      'definition:',
      '  $text: a.graphql',
    ]);
    shop({ 'catalog-info.yaml': api, 'a.graphql': 'type Query' });
    const gone = shop({ 'catalog-info.yaml': api });
    expect(get(gone, 'api:default/orders')?.entity.spec).toMatchObject({ definition: 'type Query' });
    expect(get(gone, 'api:default/orders')?.stale?.reason.code).toBe('catalog/placeholder-not-found');
    const both = shop({ 'catalog-info.yaml': broken, 'a.graphql': 'other' });
    expect(get(both, 'api:default/orders')?.entity.spec).toMatchObject({ definition: 'type Query' });
  });

  it('shows what was never whole as it is, as ever', () => {
    const { shop } = portalOfShop();
    const api = document('API', 'orders', [
      'type: graphql',
      'lifecycle: x',
      'owner: team',
      'definition:',
      '  $text: a.graphql',
    ]);
    shop({ 'catalog-info.yaml': api });
    expect(refs(shop({ 'catalog-info.yaml': `${api}# more` }))).toEqual(['orders']);
    expect(refs(shop({ 'catalog-info.yaml': broken }))).toEqual(['orders (stale)']);
  });

  it('does not come back when its kind is not allowed any more', () => {
    const { shop } = portalOfShop();
    shop({ 'catalog-info.yaml': component('cart') });
    expect(refs(shop({ 'catalog-info.yaml': broken }, { allow: [{ kind: 'API' }] }))).toEqual([]);
    expect(refs(shop({ 'catalog-info.yaml': broken }))).toEqual(['cart (stale)']);
  });

  it('has no problems of its old lines, and references to it are fine', () => {
    const { shop } = portalOfShop();
    const user = component('user', ['dependsOn: [component:cart]']).replace('owner: team', 'owner: group:none');
    const other = document('Group', 'other', ['type: team', 'children: []']);
    const files = { 'a/catalog-info.yaml': component('cart'), 'b/catalog-info.yaml': documents(user, other) };
    const before = shop(files);
    const result = shop({ ...files, 'a/catalog-info.yaml': broken });
    const about = (it: typeof result) => it.diagnostics.map(({ code, source }) => `${code} ${source?.path}`);
    expect(about(before)).toEqual([
      'catalog/reference-not-found a/catalog-info.yaml',
      'catalog/reference-not-found b/catalog-info.yaml',
    ]);
    expect(about(result)).toEqual([
      'yaml/syntax a/catalog-info.yaml',
      'catalog/reference-not-found b/catalog-info.yaml',
    ]);
  });
});

describe('an entity that was removed', () => {
  it.each<[string, Record<string, string>]>([
    ['its file is gone', {}],
    ['its document is gone from a file that parses', { 'catalog-info.yaml': component('other') }],
    ['the file is empty', { 'catalog-info.yaml': '' }],
    ['it became a template', { 'catalog-info.yaml': component('${{ values.name }}') }],
  ])('is gone when %s', (_, files) => {
    const { shop } = portalOfShop();
    shop({ 'catalog-info.yaml': component('cart') });
    expect(refs(shop(files))).not.toContain('cart (stale)');
    expect(refs(shop({ 'catalog-info.yaml': broken }))).not.toContain('cart (stale)');
  });

  it('is gone beside a broken document that is another entity', () => {
    const { shop } = portalOfShop();
    shop({ 'catalog-info.yaml': documents(component('cart'), component('orders')) });
    const cart = component('cart').replace('owner: team', 'owner: [');
    expect(refs(shop({ 'catalog-info.yaml': documents(cart, component('orders')) }))).toEqual([
      'cart (stale)',
      'orders',
    ]);
    expect(refs(shop({ 'catalog-info.yaml': cart }))).toEqual(['cart (stale)']);
  });

  it('stays as long as a broken document may be it', () => {
    const { shop } = portalOfShop();
    shop({ 'catalog-info.yaml': documents(component('cart'), component('orders')) });
    const renamed = component('basket').replace('owner: team', 'owner: [');
    expect(refs(shop({ 'catalog-info.yaml': documents(renamed, component('orders')) }))).toEqual([
      'cart (stale)',
      'orders',
    ]);
    expect(refs(shop({ 'catalog-info.yaml': documents(component('basket'), component('orders')) }))).toEqual([
      'basket',
      'orders',
    ]);
  });

  it('is gone beside what was bad already when it was good', () => {
    const { shop } = portalOfShop();
    const bad = document('Component', 'bad', []);
    shop({ 'catalog-info.yaml': documents(component('cart'), bad, broken) });
    expect(refs(shop({ 'catalog-info.yaml': documents(bad, broken) }))).toEqual([]);
  });

  it('is kept when two documents ran into one', () => {
    const { shop } = portalOfShop();
    shop({ 'catalog-info.yaml': documents(component('cart'), component('orders')) });
    expect(refs(shop({ 'catalog-info.yaml': component('cart') + component('orders') }))).toEqual([
      'cart (stale)',
      'orders (stale)',
    ]);
  });
});

describe('an entity that moved', () => {
  it('is fresh in another file, and kept when it broke on the way', () => {
    const { shop } = portalOfShop();
    shop({ 'catalog-info.yaml': component('cart') });
    expect(refs(shop({ 'cart/catalog-info.yaml': component('cart') }))).toEqual(['cart']);
    expect(refs(shop({ 'catalog-info.yaml': component('cart').replace('team', '[') }))).toEqual(['cart (stale)']);
  });

  it('is fresh in another repository, whose definition an old one never beats', () => {
    const { day } = portalOfShop();
    const both = (a: string, b: string) => [
      repositoryOf('acme/a', { 'catalog-info.yaml': a }),
      repositoryOf('acme/b', { 'catalog-info.yaml': b }),
    ];
    day(both(described('cart', 'of a'), described('cart', 'of b')));
    const result = day(both(broken, described('cart', 'of b')));
    expect(get(result, 'component:default/cart')?.entity.metadata.description).toBe('of b');
    const gone = day(both(broken, component('other')));
    expect(get(gone, 'component:default/cart')?.entity.metadata.description).toBe('of a');
    expect(gone.value.entities.filter((item) => item.stale)).toHaveLength(1);
  });

  it('stays when its repository is renamed, and is remembered while its repository cannot be read', () => {
    const { day } = portalOfShop();
    day([repositoryOf('acme/shop', { 'catalog-info.yaml': component('cart') }, { id: 'github:1' })]);
    expect(refs(day([repositoryOf('acme/other', { 'catalog-info.yaml': component('other') })]))).toEqual(['other']);
    const renamed = repositoryOf('acme/store', { 'catalog-info.yaml': broken }, { id: 'github:1' });
    expect(refs(day([renamed]))).toEqual(['cart (stale)']);
  });
});

describe('entities behind a Location', () => {
  const location = (target: string) => document('Location', 'all', [`targets: [${target}]`]);
  const start = () => {
    const it = portalOfShop();
    it.shop({
      'catalog-info.yaml': location('./list.yaml'),
      'list.yaml': document('Location', 'list', ['target: ./cart.yaml']),
      'cart.yaml': component('cart'),
    });
    return it;
  };
  const list = document('Location', 'list', ['target: ./cart.yaml']);

  it.each<[string, Record<string, string>]>([
    ['does not parse', { 'catalog-info.yaml': broken.replace('v1', 'Location'), 'list.yaml': list }],
    ['leads nowhere', { 'catalog-info.yaml': location('./lits.yaml'), 'list.yaml': list }],
    ['is refused', { 'catalog-info.yaml': 'kind: Location\n', 'list.yaml': list }],
  ])('stay when it %s', (_, files) => {
    expect(refs(start().shop({ ...files, 'cart.yaml': component('cart') }))).toContain('cart (stale)');
  });

  it('are gone when it no longer names them, or their file is gone', () => {
    const files = {
      'catalog-info.yaml': location('./other.yaml'),
      'other.yaml': component('other'),
      'list.yaml': list,
    };
    expect(refs(start().shop({ ...files, 'cart.yaml': component('cart') }))).toEqual(['other', 'all']);
    expect(refs(start().shop({ 'catalog-info.yaml': broken, 'list.yaml': list }))).not.toContain('cart (stale)');
  });
});

function portalOfShop() {
  const one = portal();
  return { shop: one.shop.bind(one), day: one.day.bind(one) };
}
