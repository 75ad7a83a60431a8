import { expect, it } from 'vitest';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { repositoryOf } from '../../catalog/repository-fixture.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { planDocsSites } from './plan-docs-sites.ts';

function annotated(name: string, annotation: string): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  description: backstage.io/techdocs-ref and backstage.io/techdocs-entity say where docs are
  annotations:
    acme.com/a: b
    ${annotation}
spec: { type: service, lifecycle: production, owner: team }
`;
}

function planOf(catalogFile: string, files: Readonly<Record<string, string>> = {}) {
  const repositories = [
    repositoryOf('acme/shop', { 'catalog-info.yaml': catalogFile, ...files }),
    repositoryOf('acme/other', { 'catalog-info.yaml': annotated('other', 'acme.com/c: d'), 'docs/index.md': '#' }),
  ];
  const { value: catalog } = readCatalog({ repositories, allow: ['*'] });
  const { diagnostics, docsByEntity } = planDocsSites(catalog, repositories);
  const problems = diagnostics.map(
    ({ code, message, source }) =>
      `${code} ${source?.repository}/${source?.path}:${source?.line}:${source?.column} ${message}`,
  );
  return { problems, docsByEntity };
}

// The annotation stands on line 18 of the file.
const behind = (annotation: string) => `${annotated('first', 'acme.com/c: d')}---\n${annotated('cart', annotation)}`;

it.each([
  [
    'backstage.io/techdocs-ref: dir:./text',
    'techdocs/ref-not-found acme/shop/catalog-info.yaml:18:32 techdocs-ref "dir:./text" leads to the folder "text", which has no docs folder with Markdown and no README.md.',
  ],
  [
    'backstage.io/techdocs-ref:   "dir:."',
    'techdocs/ref-not-found acme/shop/catalog-info.yaml:18:34 techdocs-ref "dir:." leads to the root of the repository, which has no docs folder with Markdown and no README.md.',
  ],
  [
    '"backstage.io/techdocs-ref": dir:../other',
    'techdocs/ref-unsupported acme/shop/catalog-info.yaml:18:34 techdocs-ref cannot be followed: the folder "../other" lies outside the repository.',
  ],
  ['backstage.io/techdocs-ref: url:https://github.com/acme/other/tree/main', undefined],
  [
    'backstage.io/techdocs-ref: url:https://github.com/acme/other/tree/old',
    'techdocs/ref-unsupported acme/shop/catalog-info.yaml:18:32 techdocs-ref cannot be followed: https://github.com/acme/other/tree/old is not in acme/other at its default branch.',
  ],
  [
    'backstage.io/techdocs-ref: url:https://github.com/acme/other/tree/main/sub',
    'techdocs/ref-unsupported acme/shop/catalog-info.yaml:18:32 techdocs-ref cannot be followed: https://github.com/acme/other/tree/main/sub is in acme/other, where no entity publishes docs of that folder.',
  ],
  [
    'backstage.io/techdocs-ref: url:https://github.com/acme/third/tree/main',
    'techdocs/ref-unsupported acme/shop/catalog-info.yaml:18:32 techdocs-ref cannot be followed: https://github.com/acme/third/tree/main is in no repository that this portal reads.',
  ],
  [
    'backstage.io/techdocs-ref: url:https://github.com/acme/shop/tree/old',
    'techdocs/ref-unsupported acme/shop/catalog-info.yaml:18:32 techdocs-ref cannot be followed: https://github.com/acme/shop/tree/old is not in this repository at its default branch.',
  ],
  [
    'backstage.io/adr-location: https://github.com/acme/other/tree/main/adr',
    'techdocs/decisions-not-found acme/shop/catalog-info.yaml:18:32 adr-location cannot be followed: https://github.com/acme/other/tree/main/adr is of another repository.',
  ],
  [
    'backstage.io/adr-location: docs/adr',
    'techdocs/decisions-not-found acme/shop/catalog-info.yaml:18:32 adr-location "docs/adr" leads to no decision record.',
  ],
  [
    'backstage.io/techdocs-ref: url:not an address',
    'techdocs/ref-unsupported acme/shop/catalog-info.yaml:18:32 techdocs-ref cannot be followed: "not an address" is not a URL.',
  ],
  [
    'backstage.io/techdocs-ref: docs',
    'techdocs/ref-unsupported acme/shop/catalog-info.yaml:18:32 techdocs-ref cannot be followed: "docs" is neither dir: nor url:.',
  ],
  [
    'backstage.io/techdocs-entity: system:shop',
    'techdocs/entity-not-found acme/shop/catalog-info.yaml:18:35 techdocs-entity names system:default/shop, which is not in the catalog.',
  ],
  [
    'backstage.io/techdocs-entity: first',
    'techdocs/entity-not-found acme/shop/catalog-info.yaml:18:35 techdocs-entity names component:default/first, which has no docs.',
  ],
  [
    'backstage.io/techdocs-entity: "component:"',
    'techdocs/entity-not-found acme/shop/catalog-info.yaml:18:35 techdocs-entity "component:" is not a reference to an entity.',
  ],
])('reports %s once, where its value stands', (annotation, problem) => {
  expect(planOf(behind(annotation)).problems).toEqual(problem === undefined ? [] : [problem]);
});

it('gives an entity the docs of another repository, which an entity there publishes', () => {
  const { docsByEntity } = planOf(
    behind('backstage.io/techdocs-ref: url:https://github.com/acme/other/tree/main/docs/'),
  );
  expect(docsByEntity.get('component:default/cart')).toBe('component:default/other');
});

it('follows techdocs-entity-path to a page that is there, and says where none is', () => {
  const borrow = (path: string) =>
    planOf(behind(`backstage.io/techdocs-entity: other\n    backstage.io/techdocs-entity-path: ${path}`)).problems;
  expect(borrow('/')).toEqual([]);
  expect(borrow('/index.html')).toEqual([]);
  expect(borrow('/guides/gone#x')).toEqual([
    'techdocs/entity-not-found acme/shop/catalog-info.yaml:19:40 techdocs-entity-path "/guides/gone#x" is no page of the docs of component:default/other; its first page is linked instead.',
  ]);
});

it('finds the line of an annotation in flow style', () => {
  const text = annotated('cart', 'backstage.io/techdocs-ref: dir:text').replace(
    /annotations:\s+(.*)\s+(.*)\n/,
    'annotations: { $1, $2 }\n',
  );
  expect(planOf(text).problems).toEqual([expect.stringContaining('acme/shop/catalog-info.yaml:6:60 ')]);
});

it('says nothing more of docs borrowed from what is refused, or whose own annotation is dead', () => {
  const borrower = annotated('cart', 'backstage.io/techdocs-entity: lender');
  expect(planOf(`${borrower}---\n${annotated('lender', 'x: 1')}`).problems).toEqual([]);
  const dead = annotated('lender', 'backstage.io/techdocs-ref: dir:text');
  expect(planOf(`${borrower}---\n${dead}`).problems).toEqual([expect.stringContaining('techdocs/ref-not-found')]);
});

it('follows one step, whatever the names', () => {
  const chain = (one: string, two: string) =>
    [
      annotated(one, `backstage.io/techdocs-entity: ${two}`),
      annotated(two, 'backstage.io/techdocs-entity: other'),
    ].join('---\n');
  for (const [one, two] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    const { problems, docsByEntity } = planOf(chain(one, two));
    expect(docsByEntity.get(`component:default/${two}`)).toBe('component:default/other');
    expect(docsByEntity.has(`component:default/${one}`)).toBe(false);
    expect(problems).toEqual([expect.stringContaining(`${two}, which has no docs of its own, but borrows them.`)]);
  }
});

it('says nothing of an older version, whose lines are not those of the file', () => {
  const repositories = [
    repositoryOf('acme/shop', { 'catalog-info.yaml': behind('backstage.io/techdocs-ref: dir:text') }),
  ];
  const { value } = readCatalog({ repositories, allow: ['*'] });
  const stale = { commit: '1', committedAt: '', reason: diagnose('catalog/quote-it', { message: 'Bad.' }) };
  const entities = value.entities.map((entity) => ({ ...entity, stale }));
  const catalog = { ...value, entities, byRef: new Map(entities.map((entity) => [entity.ref, entity])) };
  expect(planDocsSites(value, repositories).diagnostics).toHaveLength(1);
  expect(planDocsSites(catalog, repositories).diagnostics).toEqual([]);
});
