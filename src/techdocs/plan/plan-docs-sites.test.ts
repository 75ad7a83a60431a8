import { afterEach, describe, expect, it } from 'vitest';
import { type DocsFixture, type FilesByPath, makeDocsFixture } from '../testing/docs-fixture.ts';
import { planDocsSites } from './plan-docs-sites.ts';

const fixtures: DocsFixture[] = [];
afterEach(async () => {
  await Promise.all(fixtures.splice(0).map((fixture) => fixture.remove()));
});

function entity(kind: string, name: string, annotations: Readonly<Record<string, string>> = {}): string {
  return JSON.stringify({ apiVersion: 'backstage.io/v1alpha1', kind, metadata: { name, annotations } }, null, 2);
}

const ref = (value: string) => ({ 'backstage.io/techdocs-ref': value });

async function plan(files: FilesByPath) {
  const fixture = await makeDocsFixture({ 'o/r': files });
  fixtures.push(fixture);
  const { plans, docsByEntity, diagnostics } = planDocsSites(fixture.catalog, fixture.repositories);
  return {
    sites: plans.map(({ entityRef, layout }) => [entityRef, layout.root, layout.files.map(({ uri }) => uri)]),
    docs: Object.fromEntries(docsByEntity),
    problems: diagnostics.map(({ code, source, entityRef }) => `${code} ${source?.path}:${source?.line} ${entityRef}`),
    kept: [...(fixture.repositories[0]?.files.keys() ?? [])].sort(),
  };
}

describe('docs sites', () => {
  it('are shared by entities of the same folder, under the first component', async () => {
    const { sites, docs } = await plan({
      'catalog-info.yaml': [
        entity('API', 'a', ref('dir:.')),
        entity('Component', 'c', ref('dir:.')),
        entity('Component', 'b', ref('dir:./')),
      ].join('\n---\n'),
      'docs/index.md': '#',
    });
    expect(sites).toEqual([['component:default/b', '', ['index.md']]]);
    expect(docs).toEqual({
      'api:default/a': 'component:default/b',
      'component:default/b': 'component:default/b',
      'component:default/c': 'component:default/b',
    });
  });

  it('need no annotation beside a catalog file', async () => {
    const { sites } = await plan({
      'one/catalog-info.yaml': [entity('API', 'a'), entity('Component', 'z'), entity('Component', 'c')].join('\n---\n'),
      'one/docs/index.md': '#',
      '.backstage/catalog-info.yaml': entity('Component', 'hidden'),
      'mkdocs.yml': 'docs_dir: text',
      'text/index.md': '#',
      'two/catalog-info.yaml': entity('Component', 'none'),
      'two/README.md': '#',
    });
    expect(sites).toEqual([
      ['component:default/hidden', '', ['index.md']],
      ['component:default/z', 'one', ['index.md']],
    ]);
  });

  it.each([
    ['dir:..', ''],
    ['dir:docs/sub', 'pkg/docs/sub'],
    ['url:https://git.example.org/o/r', ''],
    ['url:https://git.example.org/o/r/tree/main/other', 'other'],
  ])('are found where %s leads', async (value, root) => {
    const { sites, problems } = await plan({
      'pkg/catalog-info.yaml': entity('Component', 'c', ref(value)),
      'pkg/docs/sub/index.md': '#',
      'docs/index.md': '#',
      'other/docs/index.md': '#',
    });
    expect(problems).toEqual([]);
    expect(sites).toEqual([['component:default/c', root, ['index.md']]]);
  });

  it.each([
    ['dir:../..', 'techdocs/ref-unsupported'],
    ['dir:/etc', 'techdocs/ref-unsupported'],
    ['dir:.git', 'techdocs/ref-unsupported'],
    ['dir:nowhere', 'techdocs/ref-not-found'],
    ['url:https://elsewhere.example.org/o/r', 'techdocs/ref-unsupported'],
    ['github:https://x', 'techdocs/ref-unsupported'],
  ])('are missed at the line of %s', async (value, code) => {
    const { sites, problems } = await plan({
      'pkg/catalog-info.yaml': entity('Component', 'c', ref(value)),
      'pkg/docs/index.md': '#',
    });
    expect(sites).toEqual([]);
    expect(problems).toEqual([`${code} pkg/catalog-info.yaml:7 component:default/c`]);
  });

  it('may be another entity’s', async () => {
    const other = (value: string) => ({ 'backstage.io/techdocs-entity': value });
    const { docs, problems } = await plan({
      'a/catalog-info.yaml': entity('Component', 'a', ref('dir:.')),
      'a/docs/index.md': '#',
      'b/catalog-info.yaml': [
        entity('System', 'b', other('component:default/a')),
        entity('API', 'n', other('component:none')),
      ].join('\n---\n'),
    });
    expect(docs).toEqual({ 'component:default/a': 'component:default/a', 'system:default/b': 'component:default/a' });
    expect(problems).toEqual(['techdocs/entity-not-found b/catalog-info.yaml:18 api:default/n']);
  });
});

describe('the files that docs need', () => {
  it('are the docs folder, what is included, and snippets’ folders; nothing else', async () => {
    const { kept, sites } = await plan({
      'catalog-info.yaml': entity('Component', 'c', ref('dir:.')),
      'mkdocs.yml':
        "nav: [index.md, '!include ./sub/mkdocs.yml']\nmarkdown_extensions: [{ pymdownx.snippets: { base_path: [code, ../..] } }]\n",
      'docs/index.md': '#',
      'docs/README.md': '#',
      'docs/img/a.png': 'png',
      'docs/.hidden/x.md': '#',
      'docs/node_modules/x/y.md': '#',
      'sub/mkdocs.yml': 'site_name: Sub site\n',
      'sub/docs/page.md': '#',
      'sub/docs/Page.md': '#',
      'code/a.py': 'x',
      'src/main.ts': 'x',
      'README.md': '#',
    });
    expect(kept).toEqual(
      [
        'README.md',
        'catalog-info.yaml',
        'code/a.py',
        'docs/README.md',
        'docs/img/a.png',
        'docs/index.md',
        'mkdocs.yml',
        'sub/docs/Page.md',
        'sub/docs/page.md',
        'sub/mkdocs.yml',
      ].filter((path) => path !== 'docs/README.md' && path !== 'sub/docs/page.md'),
    );
    expect(sites).toEqual([['component:default/c', '', ['img/a.png', 'index.md', 'sub-site/Page.md']]]);
  });
});
