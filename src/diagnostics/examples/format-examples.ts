import type { CodeExample } from '../code-example.ts';
import type { DiagnosticCode } from '../codes.ts';
import { cart, entity } from './example-entities.ts';

const plain = cart();

/** Examples of codes about one entity's own fields. */
export const formatExamples = {
  'catalog/not-an-entity': {
    bad: 'Remember to describe the cart.\n',
    good: plain,
  },
  'catalog/missing-field': {
    bad: plain.replace('  lifecycle: production\n', ''),
    good: plain,
  },
  'catalog/invalid-field': {
    bad: cart('tags: shop, web'),
    good: cart('tags: [shop, web]'),
  },
  'catalog/quote-it': {
    bad: cart('annotations:\n  acme.com/release: 1.10'),
    good: cart("annotations:\n  acme.com/release: '1.10'"),
  },
  'catalog/unknown-field': {
    bad: `${plain}title: Shopping cart\n`,
    good: cart('title: Shopping cart'),
  },
  'catalog/invalid-api-version': {
    bad: plain.replace('backstage.io/v1alpha1', 'backstage.io/v1alpha1/'),
    good: plain,
  },
  'catalog/invalid-kind': {
    bad: plain.replace('kind: Component', 'kind: web-site'),
    good: plain,
  },
  'catalog/invalid-name': {
    bad: plain.replace('name: cart', 'name: Shopping cart'),
    good: plain.replace('name: cart', 'name: shopping-cart\n  title: Shopping cart'),
  },
  'catalog/invalid-namespace': {
    bad: cart('namespace: Web_Shop'),
    good: cart('namespace: web-shop').replace('owner: orders', 'owner: default/orders'),
  },
  'catalog/invalid-label': {
    bad: cart('labels:\n  acme.com/team: The people of the shop'),
    good: cart('labels:\n  acme.com/team: shop\nannotations:\n  acme.com/team: The people of the shop'),
  },
  'catalog/invalid-annotation': {
    bad: cart('annotations:\n  on call: +49 30 1234'),
    good: cart('annotations:\n  acme.com/on-call: +49 30 1234'),
  },
  'catalog/invalid-tag': {
    bad: cart('tags: [Web Shop]'),
    good: cart('tags: [web-shop]'),
  },
  'catalog/invalid-link': {
    bad: cart('links:\n  - url: metrics.acme.com/cart\n    title: Metrics'),
    good: cart('links:\n  - url: https://metrics.acme.com/cart\n    title: Metrics'),
  },
  'catalog/hidden-characters': {
    bad: {
      'catalog-info.yaml': {
        shown: cart('title: Cart ⟨U+202E⟩ trac  # a character that turns the direction of reading'),
        whole: () => cart('title: Cart \u202E trac'),
      },
    },
    good: cart('title: Cart'),
  },
  'catalog/missing-list': {
    bad: entity('Group', 'cart-people', '', 'type: team'),
    good: entity('Group', 'cart-people', '', 'type: team\nchildren: []'),
  },
  'catalog/kind-spelling': {
    bad: plain.replace('kind: Component', 'kind: component'),
    good: plain,
  },
  'catalog/unknown-kind': {
    bad: plain.replace('kind: Component', 'kind: Compnent'),
    good: plain,
  },
  'catalog/foreign-api-version': {
    bad: plain.replace('backstage.io/v1alpha1', 'acme.com/v1'),
    good: plain,
  },
} as const satisfies Partial<Record<DiagnosticCode, CodeExample>>;
