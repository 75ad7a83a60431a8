import { expect, it } from 'vitest';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { repositoryOf } from '../../catalog/repository-fixture.ts';
import { planDocsSites } from './plan-docs-sites.ts';

function planOf(annotation: string) {
  const descriptor = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: cart
  annotations:
    backstage.io/techdocs-ref: dir:.
${annotation}
spec: { type: service, lifecycle: production, owner: team }
`;
  const repositories = [repositoryOf('acme/shop', { 'catalog-info.yaml': descriptor, 'docs/index.md': '#' })];
  const { value: catalog } = readCatalog({ repositories, allow: ['*'] });
  const { diagnostics, plans } = planDocsSites(catalog, repositories);
  return {
    sites: plans.length,
    problems: diagnostics.map(({ code, message, source }) => `${code} ${source?.line}:${source?.column} ${message}`),
  };
}

it.each(['', '    backstage.io/techdocs-engine: mkdocs', '    "backstage.io/techdocs-engine":  MkDocs '])(
  'has nothing to say of an engine that it knows: %j',
  (annotation) => expect(planOf(annotation)).toEqual({ sites: 1, problems: [] }),
);

it('says of an engine that it does not know where it is named, and plans the docs all the same', () => {
  expect(planOf('    backstage.io/techdocs-engine:   "sphinx"')).toEqual({
    sites: 1,
    problems: ['techdocs/engine-unknown 7:37 techdocs-engine is "sphinx", and Callboard knows "mkdocs".'],
  });
});
