import type { CodeExample } from '../code-example.ts';
import type { DiagnosticCode } from '../codes.ts';
import { cart, entity, providedCartApi } from './example-entities.ts';

const plain = cart();
const parts = (targets: string) => entity('Location', 'parts', '', targets);

function hidden(text: string): { readonly shown: string; readonly whole: () => string } {
  return { shown: '', whole: () => text };
}

/** Examples of codes about files, and about entities among each other. */
export const catalogExamples = {
  'catalog/kind-not-allowed': {
    bad: { 'people/catalog-info.yaml': entity('User', 'ann', '', 'memberOf: [orders]') },
    good: { 'cart/catalog-info.yaml': plain },
  },
  'catalog/duplicate-entity': {
    bad: `${plain}---\n${plain}`,
    good: `${plain}---\n${plain.replace('name: cart', 'name: cart-worker')}`,
  },
  'catalog/template-skeleton': {
    bad: plain.replace('name: cart', 'name: ${{ values.name }}'),
    good: plain,
  },
  'catalog/location-not-found': {
    bad: { 'catalog-info.yaml': parts('target: ./service/cart.yaml'), 'services/cart.yaml': plain },
    good: { 'catalog-info.yaml': parts('target: ./services/cart.yaml'), 'services/cart.yaml': plain },
  },
  'catalog/location-elsewhere': {
    bad: parts('target: https://github.com/acme/elsewhere/blob/main/catalog-info.yaml'),
    good: { 'catalog-info.yaml': parts('target: ./cart.yaml'), 'cart.yaml': plain },
  },
  'catalog/location-invalid': {
    bad: parts('target: ../../elsewhere/catalog-info.yaml'),
    good: { 'catalog-info.yaml': parts('target: ./cart.yaml'), 'cart.yaml': plain },
  },
  'catalog/location-limit': {
    bad: {
      'catalog-info.yaml': parts('target: ./1.yaml'),
      '1.yaml': parts('target: ./2.yaml').replace('parts', 'parts-1'),
      '2.yaml': {
        shown: '# … and so on: each file names the next, six deep\n',
        whole: () => parts('target: ./3.yaml').replace('parts', 'parts-2'),
      },
      ...Object.fromEntries(
        [3, 4, 5].map((step) => [
          `${step}.yaml`,
          hidden(parts(`target: ./${step + 1}.yaml`).replace('parts', `parts-${step}`)),
        ]),
      ),
      '6.yaml': hidden(plain),
    },
    good: { 'catalog-info.yaml': parts("target: './parts/*.yaml'"), 'parts/cart.yaml': plain },
  },
  'catalog/placeholder-not-found': {
    bad: { 'catalog-info.yaml': providedCartApi('\n  $text: ./cart.yaml'), 'api/cart.yaml': 'openapi: 3.1.0\n' },
    good: { 'catalog-info.yaml': providedCartApi('\n  $text: ./api/cart.yaml'), 'api/cart.yaml': 'openapi: 3.1.0\n' },
  },
  'catalog/placeholder-elsewhere': {
    bad: providedCartApi('\n  $text: https://api.acme.com/cart.yaml'),
    good: { 'catalog-info.yaml': providedCartApi('\n  $text: ./api/cart.yaml'), 'api/cart.yaml': 'openapi: 3.1.0\n' },
  },
  'catalog/placeholder-invalid': {
    bad: { 'catalog-info.yaml': cart('labels:\n  $json: ./labels.json'), 'labels.json': '{ "acme.com/tier": one }\n' },
    good: {
      'catalog-info.yaml': cart('labels:\n  $json: ./labels.json'),
      'labels.json': '{ "acme.com/tier": "one" }\n',
    },
  },
  'catalog/definition-reference': {
    bad: {
      'catalog-info.yaml': providedCartApi('\n  $openapi: ./api/cart.yaml'),
      'api/cart.yaml': 'openapi: 3.1.0\npaths:\n  /items: { $ref: ./items.yaml }\n',
    },
    good: {
      'catalog-info.yaml': providedCartApi('\n  $openapi: ./api/cart.yaml'),
      'api/cart.yaml': 'openapi: 3.1.0\npaths:\n  /items: { $ref: ./paths/items.yaml }\n',
      'api/paths/items.yaml': 'get: { summary: What is in the cart }\n',
    },
  },
  'catalog/reference-invalid': {
    bad: cart('', 'dependsOn:\n  - cart-db'),
    good: `${cart('', 'dependsOn:\n  - resource:cart-db')}---\n${entity('Resource', 'cart-db', '', 'type: database\nowner: orders')}`,
  },
  'catalog/reference-not-found': {
    bad: plain.replace('owner: orders', 'owner: odrers'),
    good: plain,
  },
  'catalog/reference-wrong-kind': {
    bad: plain.replace('owner: orders', 'owner: system:sales'),
    good: cart('', 'system: sales'),
  },
} as const satisfies Partial<Record<DiagnosticCode, CodeExample>>;
