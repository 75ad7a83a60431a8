import { expect, it } from 'vitest';
import { prepareNearMiss } from './near-miss.ts';

const refs = [
  'api:default/payments-api',
  'component:default/cart',
  'component:default/gift-card-web',
  'component:shop/mail',
  'group:default/growth',
  'resource:default/mail',
  'resource:default/cart-db',
  'system:default/mail',
];
const { suggest, named } = prepareNearMiss(refs);
const near = (kind: string, name: string, kinds?: readonly string[]) =>
  suggest({ kind, namespace: 'default', name }, kinds);

it.each([
  ['group', 'grwoth', 'group:default/growth'],
  ['component', 'carts', 'component:default/cart'],
  ['component', 'Crat', 'component:default/cart'],
  ['api', 'payment-apis', 'api:default/payments-api'],
  ['component', 'mail', 'component:shop/mail'],
  ['component', 'cart-db', 'resource:default/cart-db'],
])('takes %s:%s for %s', (kind, name, meant) => {
  expect(near(kind, name)).toBe(meant);
});

it.each([
  ['component', 'gift-cards-db'],
  ['component', 'card-x'],
  ['group', 'grow'],
  ['api', 'mail'],
  ['component', 'c'],
])('takes %s:%s for nothing', (kind, name) => {
  expect(near(kind, name)).toBeUndefined();
});

it('suggests only what may stand there', () => {
  expect(near('component', 'cart-db', ['Component'])).toBeUndefined();
  expect(near('component', 'cart-db', ['Component', 'Resource'])).toBe('resource:default/cart-db');
  expect(near('api', 'mail', ['System', 'API'])).toBe('system:default/mail');
  expect(near('api', 'carts', ['Component'])).toBeUndefined();
});

it('finds every ref of a name', () => {
  expect(named('Mail')).toEqual(['component:shop/mail', 'resource:default/mail', 'system:default/mail']);
});

it('stops searching in an estate where everything is misspelled', () => {
  const many = prepareNearMiss(['component:default/service-00']);
  const answers = Array.from({ length: 3000 }, (_, index) =>
    many.suggest({
      kind: 'component',
      namespace: 'default',
      name: `service-00${index % 10}${'x'.repeat(index > 9 ? index : 0)}`,
    }),
  );
  expect(answers[0]).toBe('component:default/service-00');
  expect(many.suggest({ kind: 'component', namespace: 'default', name: 'service-0' })).toBeUndefined();
});
