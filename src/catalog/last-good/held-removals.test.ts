import { expect, it } from 'vitest';
import { readCatalog } from '../read-catalog.ts';
import { component, documents, repositoryOf } from '../repository-fixture.ts';

const allow = [{ kind: '*' }];
const stale = { freshAt: '2026-01-01T00:00:00Z', reason: 'It was deleted.', held: true } as const;
const shop = (...names: readonly string[]) =>
  repositoryOf('acme/shop', { 'catalog-info.yaml': documents(...names.map((name) => component(name))) });
const remembered = (...names: readonly string[]) =>
  readCatalog({ repositories: [shop(...names)], allow, lastGood: new Map() }).value.lastGood ?? new Map();
const names = ({ value }: ReturnType<typeof readCatalog>) =>
  value.entities.map(({ ref, stale: old }) => ref.slice('component:default/'.length) + (old?.held ? ' (held)' : ''));

it('says what a repository no longer defines', () => {
  const lastGood = remembered('cart', 'orders', 'web');
  const { value } = readCatalog({ repositories: [shop('web')], allow, lastGood });
  expect(value.gone).toEqual([
    { ref: 'component:default/cart', repositoryId: 'acme/shop' },
    { ref: 'component:default/orders', repositoryId: 'acme/shop' },
  ]);
});

it('says nothing of what another repository defines now, and of what is not allowed any more', () => {
  const lastGood = remembered('cart', 'orders');
  const other = repositoryOf('acme/other', { 'catalog-info.yaml': component('cart') });
  const moved = readCatalog({ repositories: [shop(), other], allow, lastGood });
  expect(moved.value.gone?.map(({ ref }) => ref)).toEqual(['component:default/orders']);
  const refused = readCatalog({ repositories: [shop()], allow: [{ kind: 'API' }], lastGood });
  expect(refused.value.gone).toEqual([]);
});

it('brings back what is held, as it was, and remembers it', () => {
  const lastGood = remembered('cart', 'orders', 'web');
  const held = new Map([['acme/shop', new Set(['component:default/cart'])]]);
  const result = readCatalog({ repositories: [shop('web')], allow, lastGood, held });
  expect(names(result)).toEqual(['cart (held)', 'web']);
  expect(result.value.gone?.map(({ ref }) => ref)).toEqual(['component:default/orders']);
  expect(result.value.lastGood?.get('acme/shop')?.entities.map(({ ref }) => ref)).toEqual([
    'component:default/cart',
    'component:default/web',
  ]);
  expect(result.value.byRef.get('component:default/cart')?.entity.status?.items[0]).toMatchObject({
    level: 'warning',
    message: expect.stringContaining('No longer defined'.toLowerCase()),
  });
});

it('lets a repository that is held count only where nothing else does, and reports nothing of it', () => {
  const old = repositoryOf(
    'acme/old',
    {
      'catalog-info.yaml': `${documents(component('cart'), component('old', ['dependsOn: [component:nowhere]']))}---\nkind: [\n`,
    },
    { stale },
  );
  const lastGood = readCatalog({ repositories: [old], allow, lastGood: new Map() }).value.lastGood ?? new Map();
  const result = readCatalog({ repositories: [old, shop('cart')], allow, lastGood });
  expect(result.value.entities.map(({ ref, source }) => [ref, source.repository])).toEqual([
    ['component:default/cart', 'acme/shop'],
    ['component:default/old', 'acme/old'],
  ]);
  expect(result.diagnostics.filter(({ source }) => source?.repository === 'acme/old')).toEqual([]);
});

it('keeps the marks of what is held while its repository is shown as it was', () => {
  const marked = new Map(remembered('cart'));
  const good = marked.get('acme/shop');
  const entities = good?.entities.map((entity: object) => ({ ...entity, held: ['a'] }));
  marked.set('acme/shop', { ...good, entities });
  const heldOf = (repositories: Parameters<typeof readCatalog>[0]['repositories']) =>
    readCatalog({ repositories, allow, lastGood: marked }).value.lastGood?.get('acme/shop')?.entities[0]?.held;
  const { held: _, ...plain } = stale;
  const later = shop('cart');
  expect(heldOf([{ ...later, repository: { ...later.repository, stale: plain } }])).toEqual(['a']);
  expect(heldOf([later])).toBeUndefined();
});
