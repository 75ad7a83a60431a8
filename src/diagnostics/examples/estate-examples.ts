import type { CodeExample } from '../code-example.ts';
import type { DiagnosticCode } from '../codes.ts';
import { cart, cartApi, entity } from './example-entities.ts';

const plain = cart();
const ann = entity('User', 'ann', '', 'memberOf: [orders]');
const owned = 'type: database\nowner: ';
const provided = cart('', 'providesApis: [cart-api]');
const openapi = ' |\n  openapi: 3.1.0\n  paths: {}';
const stock = cart('', 'dependsOn: [component:stock]');
const cartDb = entity('Resource', 'cart-db', '', `${owned}orders`);
const old = plain.replace('name: cart', 'name: stock').replace('production', 'deprecated');

/** A team with a member that owns a database. */
function team(name: string, members: string): string {
  const group = entity('Group', name, '', `type: team\nchildren: []\nmembers: [${members}]`);
  return `${group}---\n${entity('Resource', `${name}-db`, '', `${owned}${name}`)}`;
}

const unowned = plain.replace('  owner: orders\n', '');

/** Examples of codes about entities among each other. */
export const estateExamples = {
  'catalog/no-owner': {
    bad: templateOf(''),
    good: templateOf('\nowner: orders'),
  },
  'catalog/owner-is-user': {
    bad: `${plain.replace('owner: orders', 'owner: user:ann')}---\n${ann}`,
    good: `${plain}---\n${ann}`,
  },
  'catalog/owner-inferred': {
    bad: { 'catalog-info.yaml': unowned, '.github/CODEOWNERS': '* @acme/orders\n' },
    good: { 'catalog-info.yaml': plain, '.github/CODEOWNERS': '* @acme/orders\n' },
  },
  'catalog/codeowner-unknown': {
    bad: { 'catalog-info.yaml': unowned, '.github/CODEOWNERS': '* @acme/shopping-cart\n' },
    good: { 'catalog-info.yaml': plain, '.github/CODEOWNERS': '* @acme/shopping-cart\n' },
  },
  'catalog/no-teams': {
    bad: plain,
    good: `${plain}---\n${entity('Group', 'orders', '', 'type: team\nchildren: []')}`,
  },
  'catalog/owner-left': {
    bad: `${plain.replace('owner: orders', 'owner: user:robert')}---\n${ann}`,
    good: `${plain}---\n${ann}`,
  },
  'catalog/owner-without-members': {
    bad: [ann, team('carts', 'ann'), team('prices', 'ann'), team('mail', '')].join('---\n'),
    good: [ann, team('carts', 'ann'), team('prices', 'ann'), team('mail', 'ann')].join('---\n'),
  },
  'catalog/repeated-reference': {
    bad: `${cart('', 'dependsOn: [resource:cart-db, resource:cart-db]')}---\n${cartDb}`,
    good: `${cart('', 'dependsOn: [resource:cart-db]')}---\n${cartDb}`,
  },
  'catalog/cycle': {
    bad: `${cart('', 'subcomponentOf: shop')}---\n${cart('', 'subcomponentOf: cart').replace('name: cart', 'name: shop')}`,
    good: `${cart('', 'subcomponentOf: shop')}---\n${plain.replace('name: cart', 'name: shop')}`,
  },
  'catalog/depends-on-deprecated': {
    bad: `${stock}---\n${old}`,
    good: `${stock}---\n${old.replace('deprecated', 'production')}`,
  },
  'catalog/api-without-provider': {
    bad: `${plain}---\n${cartApi(openapi)}`,
    good: `${provided}---\n${cartApi(openapi)}`,
  },
  'catalog/definition-type': {
    bad: `${provided}---\n${cartApi(' |\n  type Query {\n    cart: String\n  }')}`,
    good: `${provided}---\n${cartApi(' |\n  type Query {\n    cart: String\n  }', 'graphql')}`,
  },
  'catalog/duplicate-key': {
    bad: cart('labels:\n  acme.com/tier: one\n  acme.com/Tier: two'),
    good: cart('labels:\n  acme.com/tier: one'),
  },
} as const satisfies Partial<Record<DiagnosticCode, CodeExample>>;

function templateOf(more: string): string {
  const template = entity('Template', 'new-service', '', `type: service\nsteps: []${more}`);
  return template.replace('backstage.io/v1alpha1', 'scaffolder.backstage.io/v1beta3');
}
