import type { CodeExample } from '../code-example.ts';
import type { DiagnosticCode } from '../codes.ts';
import { cart } from './example-entities.ts';

type YamlCode = Extract<DiagnosticCode, `yaml/${string}`>;

const plain = cart();

/** Examples of the `yaml` area. */
export const yamlExamples: Readonly<Record<YamlCode, CodeExample>> = {
  'yaml/syntax': {
    bad: cart('description: Cart: what people are about to buy'),
    good: cart("description: 'Cart: what people are about to buy'"),
  },
  'yaml/tab-indentation': {
    bad: plain.replace('  name:', '\tname:'),
    good: plain,
  },
  'yaml/duplicate-key': {
    bad: cart('title: Cart\ntitle: Shopping cart'),
    good: cart('title: Shopping cart'),
  },
  'yaml/unsupported-tag': {
    bad: cart('description: !!binary Q2FydA=='),
    good: cart('description: Cart'),
  },
  'yaml/merge-key': {
    bad: cart('', 'staging: &limits\n  memory: 1 GiB\nproduction:\n  <<: *limits'),
    good: cart('', 'staging: &limits\n  memory: 1 GiB\nproduction: *limits'),
  },
  'yaml/control-character': {
    bad: {
      'catalog-info.yaml': {
        shown: cart('title: Ca␇rt  # ␇ stands for the invisible character U+0007'),
        whole: () => cart('title: Ca\u0007rt'),
      },
    },
    good: cart('title: Cart'),
  },
  'yaml/alias-cycle': {
    bad: cart('annotations: &own\n  acme.com/parts: [*own]'),
    good: cart('annotations:\n  acme.com/parts: cart, checkout'),
  },
  'yaml/too-many-aliases': {
    bad: {
      'catalog-info.yaml': {
        shown: cart('tags:\n  - &tag go\n  - *tag\n  # … and *tag 50 times more'),
        whole: () => cart(`tags:\n  - &tag go${'\n  - *tag'.repeat(51)}`),
      },
    },
    good: cart('tags:\n  - go'),
  },
  'yaml/too-many-nodes': {
    bad: {
      'catalog-info.yaml': {
        shown: cart('', 'measurements:\n  - 0.1\n  # … and 50,000 numbers more'),
        whole: () => cart('', `measurements: [${'0.1, '.repeat(50_001)}]`),
      },
    },
    good: cart('annotations:\n  acme.com/measurements: https://metrics.acme.com/cart'),
  },
  'yaml/too-deep': {
    bad: {
      'catalog-info.yaml': {
        shown: cart('', 'nested: [[[[[[[[ … more than 50 deep … ]]]]]]]]'),
        whole: () => cart('', `nested: ${'['.repeat(51)}${']'.repeat(51)}`),
      },
    },
    good: cart('', 'nested: [[]]'),
  },
  'yaml/file-too-large': {
    bad: {
      'catalog-info.yaml': {
        shown: cart('description: |\n  … more than 1 MiB of text'),
        whole: () => cart(`description: ${'x'.repeat(1024 * 1024)}`),
      },
    },
    good: cart('annotations:\n  backstage.io/techdocs-ref: dir:.'),
  },
  'yaml/too-many-documents': {
    bad: {
      'catalog-info.yaml': {
        shown: `${plain}---\n# … and 2,000 documents more`,
        whole: () => Array.from({ length: 2001 }, (_, index) => plain.replace('cart', `cart-${index}`)).join('---\n'),
      },
    },
    good: {
      'catalog-info.yaml': `apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata:\n  name: parts\nspec:\n  targets:\n    - ./part-1.yaml\n    - ./part-2.yaml\n`,
      'part-1.yaml': plain,
      'part-2.yaml': plain.replace('cart', 'checkout'),
    },
  },
};
