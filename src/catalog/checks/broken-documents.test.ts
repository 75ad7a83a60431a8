import { expect, it } from 'vitest';
import { catalogOf, component, document, documents } from '../repository-fixture.ts';
import { prepareBroken, prepareMentions } from './broken-documents.ts';

const broken = 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: cart\n  x: [\n';
const isBroken = (text: string, ref: string) => prepareBroken([text])(ref);

it.each([
  ['as it is', broken],
  ['in other capitals', broken.replace('cart', 'Cart').replace('Component', 'component')],
  ['quoted', broken.replace('cart', '"cart"').replace('kind: Component', '"kind" : \'Component\'')],
  ['in flow style', 'kind: Component\nmetadata: { namespace: default, name: cart, x: [\n'],
  ['as JSON', '{"kind":"Component","metadata":{"name":"cart","tags":[}'],
  ['with comments', broken.replace('cart', 'cart # the cart')],
  ['with Windows lines', broken.replaceAll('\n', '\r\n')],
  ['without a kind that can be read', broken.replace('kind: Component', 'kind Component')],
  ['with a namespace that says the same', broken.replace('name:', 'namespace: default\n  name:')],
  ['with a namespace that cannot be read', broken.replace('name:', 'namespace [default\n  name:')],
])('a document that does not parse names its entity %s', (_, text) => {
  expect(isBroken(text, 'component:default/cart')).toBe(true);
});

it.each([
  ['another kind', 'resource:default/cart'],
  ['another namespace', 'component:shop/cart'],
  ['another name', 'component:default/car'],
  ['a longer name', 'component:default/cart-db'],
])('a document that does not parse does not name %s', (_, ref) => {
  expect(isBroken(broken, ref)).toBe(false);
});

it('holds a namespace that is stated against the reference', () => {
  const text = broken.replace('name:', 'namespace: shop\n  name:');
  expect(isBroken(text, 'component:shop/cart')).toBe(true);
  expect(isBroken(text, 'component:default/cart')).toBe(false);
});

it('silences references to what does not parse, and no others', () => {
  const uses = ['component:cart', 'resource:cart', 'component:shop/cart', 'component:cart-db'];
  const result = catalogOf(
    documents(
      component('web', [`dependsOn: [${uses.join(', ')}]`]),
      document('Group', 'team', ['type: team', 'children: []']),
      broken,
    ),
  );
  expect(result.diagnostics.map(({ code, message }) => `${code} ${message.split(' ')[3] ?? ''}`)).toEqual([
    'catalog/reference-not-found resource:default/cart,',
    'catalog/reference-not-found component:shop/cart,',
    'catalog/reference-not-found component:default/cart-db,',
    expect.stringMatching(/^yaml\//),
  ]);
});

it('reads each text once, however many references ask', () => {
  let reads = 0;
  const texts = Array.from({ length: 50 }, (_, index) => broken.replace('cart', `cart-${index}`));
  const counted = new Proxy(texts, {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
      return Reflect.get(target, key);
    },
  });
  const [named, mentioned] = [prepareBroken(counted), prepareMentions(counted)];
  expect(reads).toBe(0);
  for (let index = 0; index < 2000; index += 1) expect(named(`component:default/cart-${index}`)).toBe(index < 50);
  expect(reads).toBe(50);
  for (let index = 0; index < 2000; index += 1) expect(mentioned(`cart-${index}`)).toBe(index < 50);
  expect(reads).toBe(100);
});

// What looks ahead again and again would not come back from these.
it.each(['name', 'name ', 'name: a ', 'name:a', ' ', 'kind\n', '{', '"name"', `name: ${'a'.repeat(253)} `])(
  'comes back from two megabytes of %j',
  (text) => {
    expect(isBroken(text.repeat(2_000_000 / text.length), 'component:default/x')).toBe(false);
  },
);
