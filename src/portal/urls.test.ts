import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalRef } from '../catalog/entity-ref.ts';
import type { RepositoryInfo } from '../catalog/repository-files.ts';
import { isDnsLabel, isKindName, isObjectName } from '../catalog/validation/format-rules.ts';
import { docsPath, entityJsonPath, entityPath, hostFileUrl, safeUrl, urlOf } from './urls.ts';

const repository: RepositoryInfo = {
  id: 'github:1',
  slug: 'acme/orders',
  webUrl: 'https://github.com/acme/orders',
  host: 'github',
  branch: 'main',
  commit: 'a'.repeat(40),
  committedAt: '2026-01-01T00:00:00Z',
  source: 'acme',
};

it('spells addresses as Backstage does', () => {
  expect(entityPath('component:default/orders')).toBe('catalog/default/component/orders/');
  expect(docsPath('component:default/orders', 'how/to/')).toBe('docs/default/component/orders/how/to/');
  expect(entityJsonPath('api:shop/orders')).toBe('api/catalog/entities/by-name/api/shop/orders.json');
});

it('gives every entity a path of its own that stays where it belongs', () => {
  const part = (isValid: (text: string) => boolean, tricky: readonly string[]) =>
    fc
      .oneof(fc.constantFrom(...tricky), fc.string({ unit: fc.constantFrom('a', 'B', '1', '-', '_', '.') }))
      .filter(isValid);
  const ref = fc.record({
    kind: part(isKindName, ['con', 'Component', 'API', 'index']),
    namespace: part(isDnsLabel, ['con', 'default', 'component', 'index']),
    name: part(isObjectName, ['con', 'NUL', 'aux.txt', 'com1', 'a..b', 'index.html', '404', 'a.json']),
  });
  fc.assert(
    fc.property(ref, ref, (one, other) => {
      const [a, b] = [canonicalRef(one), canonicalRef(other)];
      for (const pathOf of [entityPath, docsPath, entityJsonPath]) {
        expect(pathOf(a) === pathOf(b)).toBe(a === b);
        expect(pathOf(a).toLowerCase()).toBe(pathOf(a));
        const inside = new URL(urlOf('/portal/', pathOf(a)), 'https://acme.example').pathname;
        expect(inside).toBe(`/portal/${pathOf(a)}`);
        for (const step of pathOf(a).split('/')) expect(step).not.toMatch(/^\.|\.$|[\\%:]/);
      }
    }),
    { numRuns: 2000 },
  );
});

it('encodes what a URL cannot hold', () => {
  expect(urlOf('/portal/', 'docs/a b/ü?#/')).toBe('/portal/docs/a%20b/%C3%BC%3F%23/');
});

it('shows files at the crawled commit and edits them on the branch', () => {
  expect(hostFileUrl(repository, 'docs/a b.md', 'blob', 7)).toBe(
    `https://github.com/acme/orders/blob/${'a'.repeat(40)}/docs/a%20b.md#L7`,
  );
  expect(hostFileUrl(repository, 'x.md', 'edit')).toBe('https://github.com/acme/orders/edit/main/x.md');
  expect(hostFileUrl({ ...repository, host: 'gitlab' }, 'x.md', 'edit')).toContain('/-/edit/main/x.md');
  expect(hostFileUrl({ ...repository, host: 'none' }, 'x.md')).toBeUndefined();
});

it.each([
  ['https://example.com/a b', 'https://example.com/a%20b'],
  ['mailto:a@example.com', 'mailto:a@example.com'],
  ['javascript:alert(1)', undefined],
  [' java\nscript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['vbscript:x', undefined],
  ['//example.com', undefined],
  ['not a url', undefined],
])('links to %j as %j', (text, expected) => {
  expect(safeUrl(text)).toBe(expected);
});
