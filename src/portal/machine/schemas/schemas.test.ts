import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parseModelFiles } from '../../../catalog/model/parse-model-files.ts';
import { readCatalog } from '../../../catalog/read-catalog.ts';
import type { RepositoryFiles } from '../../../catalog/repository-files.ts';
import { repositoryOf } from '../../../catalog/repository-fixture.ts';
import { catalogInfoSchema } from '../../../catalog/schema/entity-schema.ts';
import { isMapping } from '../../../catalog/values.ts';
import { parseYamlFile } from '../../../catalog/yaml/yaml-documents.ts';
import { readCorpus } from '../../../testing/read-corpus.ts';
import { troubledCrawl } from '../../status/status-fixture.ts';
import { filesOf, jsonAt, portalOfCatalog } from '../machine-fixture.ts';

const content = join(import.meta.dirname, '../../../../content');

function compile(schema: object): ValidateFunction {
  const ajv = new Ajv({ strictTypes: false, strictTuples: false, allowUnionTypes: true });
  formats.default(ajv, { mode: 'fast' });
  return ajv.compile(schema);
}

function modelIn(folder: string) {
  const files = readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const parsed = parseModelFiles(files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.model;
}

function readDemo(): readonly RepositoryFiles[] {
  const root = join(content, 'demo/repositories');
  return readdirSync(root).map((name) => {
    const files = readdirSync(join(root, name), { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
    const texts = files.map(({ parentPath, name: file }) => {
      const path = join(parentPath, file);
      return [relative(join(root, name), path).split(sep).join('/'), readFileSync(path, 'utf8')];
    });
    return repositoryOf(`northwind/${name}`, Object.fromEntries(texts));
  });
}

const demo = readDemo();
const model = modelIn(join(content, 'model'));
const { value: catalog, diagnostics } = readCatalog({ repositories: demo, allow: ['*'], model });
const files = filesOf(
  portalOfCatalog(catalog, { diagnostics, config: { url: 'https://acme.example/p' }, crawl: troubledCrawl }),
);

describe('published schemas', () => {
  const { files: names } = jsonAt(files, 'index.json');
  const check = (name: string) =>
    compile(JSON.parse(files.get(`api/schemas/${name.slice('../schemas/'.length)}`) ?? 'null'));

  it('hold for every JSON file of the read API on the demo’s catalog', () => {
    const schemaOf = new Map<string, ValidateFunction>();
    const {
      entity,
      entities,
      index,
      refs,
      relations,
      facets,
      diagnostics: problems,
      status,
      notInCatalog,
    } = names.schemas;
    const listed = (schema: string, paths: readonly string[]) => {
      const validate = check(schema);
      for (const path of paths)
        schemaOf.set(path.startsWith('../') ? `api/${path.slice(3)}` : `api/catalog/${path}`, validate);
    };
    listed(index, ['index.json']);
    listed(entities, [...names.entities, ...Object.values<string[]>(names.kinds).flat()]);
    listed(refs, names.refs);
    listed(relations, names.relations);
    listed(facets, [names.facets]);
    listed(problems, [names.diagnostics]);
    listed(status, [names.status]);
    listed(notInCatalog, names.notInCatalog);
    const one = check(entity);
    const published = [...files].filter(([path]) => /^api\/(?:catalog\/|diagnostics|status|not-in-catalog)/.test(path));
    for (const [path, text] of published) {
      const validate = path.includes('/by-name/') ? one : schemaOf.get(path);
      expect(validate?.(JSON.parse(text)), `${path}: ${JSON.stringify(validate?.errors?.slice(0, 3))}`).toBe(true);
    }
    expect(published.length).toBeGreaterThan(catalog.entities.length);
  });

  it('are named by the index, each of them, and are JSON Schema', () => {
    const { kinds, ...others } = names.schemas as { kinds: Record<string, string>; [name: string]: unknown };
    expect(Object.keys(kinds)).toEqual(expect.arrayContaining(['component', 'airesource', 'topic']));
    const all = [...Object.values(kinds), ...(Object.values(others) as string[])];
    expect([...files.keys()].filter((path) => path.startsWith('api/schemas/')).sort()).toEqual(
      all.map((name) => `api/${name.slice(3)}`).sort(),
    );
    for (const name of all) expect(() => check(name), name).not.toThrow();
  });

  it.each([
    ['entity', {}],
    ['entity', { apiVersion: 'v1', kind: 'Component', metadata: { name: 'a' }, relations: [] }],
    ['entities', {}],
    ['index', { formatVersion: 2 }],
    ['refs', { 'component:default/a': { repository: 'a/b', path: 'c' } }],
    ['relations', [['component:default/a', 'ownedBy']]],
    ['facets', { facets: { kind: ['Component'] } }],
    ['status', { formatVersion: 1 }],
    ['notInCatalog', [{ slug: 'a/b', reason: 'lost' }]],
    ['diagnostics', [{ code: 'catalog/no-owner', severity: 'fatal', message: 'x', hint: 'y' }]],
  ])('refuse what is not theirs: %s', (name, value) => {
    expect(check(names.schemas[name])(value)).toBe(false);
  });
});

describe('the page on the read API', () => {
  const page = readFileSync(join(content, 'docs/read-api.md'), 'utf8');
  const { files: names } = jsonAt(files, 'index.json');

  it('shows examples that are as the schemas say', () => {
    const examples = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text]) => JSON.parse(text ?? ''));
    const schemas = ['index', 'entity', 'refs', 'relations', 'facets', 'status'].map(
      (name) => names.schemas[name] as string,
    );
    expect(examples).toHaveLength(schemas.length);
    for (const [index, name] of schemas.entries()) {
      const validate = compile(JSON.parse(files.get(`api/${name.slice(3)}`) ?? 'null'));
      expect(validate(examples[index]), `${name}: ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  });

  it('names every facet and every schema', () => {
    for (const facet of Object.keys(jsonAt(files, 'entity-facets.json').facets)) expect(page).toContain(`\`${facet}\``);
    const { kinds: _, ...others } = names.schemas;
    for (const name of Object.values<string>(others)) expect(page).toContain(`\`${name.split('/').at(-1)}\``);
  });
});

describe('the schema of descriptor files', () => {
  it('takes every sound document of the demo as it is written, file contents included', () => {
    // One leaves its owner to CODEOWNERS, which editors know nothing of.
    expect(acceptedDocuments(demo, model, catalog)).toBe(catalog.entities.length - 1);
    expect(catalog.entities.length).toBeGreaterThan(70);
  });

  const corpus = readCorpus();
  it.skipIf(!corpus)('takes every sound document of real repositories as it is written', () => {
    const repositories = corpus ?? [];
    const declared = modelIn(join(import.meta.dirname, '../../../testing/corpus-model'));
    const read = readCatalog({ repositories, allow: ['*'], model: declared }).value;
    expect(acceptedDocuments(repositories, declared, read)).toBe(read.entities.length);
    expect(read.entities.length).toBeGreaterThan(400);
  });
});

/** How many documents that became entities the schema takes; one that it refuses fails the test. */
function acceptedDocuments(
  repositories: readonly RepositoryFiles[],
  ownModel: typeof model,
  { entities }: typeof catalog,
): number {
  const validate = compile(catalogInfoSchema(ownModel));
  const written = entities.filter(({ ownerOrigin }) => !ownerOrigin);
  const starts = new Set(written.map(({ source }) => `${source.repository} ${source.path}:${source.line}`));
  let accepted = 0;
  for (const { repository, files: texts } of repositories) {
    for (const path of new Set(
      entities.filter((it) => it.source.repository === repository.slug).map((it) => it.source.path),
    )) {
      const { documents } = parseYamlFile(texts.get(path)?.text ?? '', { repository: repository.slug, path });
      for (const document of documents) {
        if (!starts.has(`${repository.slug} ${path}:${document.line}`) || !isMapping(document.value)) continue;
        expect(validate(document.value), `${path}: ${JSON.stringify(validate.errors)}`).toBe(true);
        accepted += 1;
      }
    }
  }
  return accepted;
}
