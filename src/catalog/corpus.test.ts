import { describe, expect, it } from 'vitest';
import { readCorpus } from '../testing/read-corpus.ts';
import { readCatalog } from './read-catalog.ts';
import { splitDocuments } from './yaml/yaml-split.ts';

const corpus = readCorpus();

describe.skipIf(!corpus)('real catalogs', () => {
  const repositories = corpus ?? [];
  const result = readCatalog({ repositories, allow: ['*', '!Group', '!User'] });
  const of = (code: string) => result.diagnostics.filter((diagnostic) => diagnostic.code === code);

  it('makes of every document an entity, or a diagnostic on one of its lines', () => {
    const covered = new Map<string, number[]>();
    const note = (file: string, line: number) => covered.set(file, [...(covered.get(file) ?? []), line]);
    for (const { source } of result.value.entities) note(`${source.repository}/${source.path}`, source.line);
    for (const { source } of result.diagnostics) note(`${source?.repository}/${source?.path}`, source?.line ?? 0);
    const missing: string[] = [];
    let count = 0;
    for (const { repository, catalogPaths, files } of repositories) {
      for (const path of catalogPaths) {
        for (const { line, text } of splitDocuments((files.get(path)?.text ?? '').replace(/\r\n?/g, '\n'))) {
          if (!/^\s*kind:/m.test(text)) continue;
          count += 1;
          const last = line + text.split('\n').length;
          const lines = covered.get(`${repository.slug}/${path}`) ?? [];
          if (!lines.some((covering) => covering >= line && covering <= last))
            missing.push(`${repository.slug}/${path}:${line}`);
        }
      }
    }
    expect(missing).toEqual([]);
    expect(count).toBeGreaterThan(430);
  });

  it('keeps every entity of custom kinds and foreign versions, with one diagnostic for each kind', () => {
    const kinds = (kind: string) => result.value.entities.filter(({ entity }) => entity.kind === kind).length;
    expect([kinds('Package'), kinds('Plugin'), kinds('PluginCollection')]).toEqual([91, 76, 6]);
    expect(of('catalog/unknown-kind').map(({ message }) => message)).toEqual([
      expect.stringContaining('6 entities of the kind PluginCollection'),
      expect.stringContaining('91 entities of the kind Package'),
      expect.stringContaining('76 entities of the kind Plugin'),
    ]);
    expect(of('catalog/foreign-api-version')).toHaveLength(1);
  });

  it('takes every template for what it is', () => {
    const paths = of('catalog/template-skeleton').map(({ source }) => `${source?.repository}/${source?.path}`);
    expect(paths).toHaveLength(10);
    for (const path of paths) expect(path).toMatch(/\/(?:skeleton|template|content)\/catalog-info\.yaml$/);
  });

  it('has nothing against these files but what is truly wrong with them', () => {
    const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, source }) => `${code} ${source?.repository}/${source?.path}:${source?.line}`)).toEqual([
      'catalog/placeholder-elsewhere backstage/demo/catalog-info.yaml:28',
      'catalog/invalid-name khulnasoft/devtools/plugins/scaffolder-backend-module-confluence-to-markdown/catalog-info.yaml:4',
      'catalog/placeholder-elsewhere redhat-developer/rhdh/catalog-entities/apis/petstore.yaml:21',
    ]);
    const warnings = result.diagnostics.filter(({ severity }) => severity === 'warning');
    expect(new Set(warnings.map(({ code }) => code))).toEqual(
      new Set([
        'catalog/definition-type',
        'catalog/no-teams',
        'catalog/reference-not-found',
        'catalog/foreign-api-version',
        'catalog/kind-not-allowed',
        'catalog/unknown-kind',
      ]),
    );
  });

  it('embeds the definitions of the same repository', () => {
    const definition = (ref: string) => String(result.value.byRef.get(ref)?.entity.spec?.['definition']);
    expect(definition('api:default/blueapicontrol')).toContain('openapi:');
    expect(definition('api:default/numtracker')).toContain('type Query');
    expect(definition('api:default/nexus-repo-manager3')).toContain('"swagger"');
  });
});
