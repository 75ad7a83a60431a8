import { describe, expect, it } from 'vitest';
import { deriveFacts } from './repository-facts.ts';

describe('facts of a repository', () => {
  it('are what its paths say', () => {
    const paths = [
      '.github/CODEOWNERS',
      '.github/workflows/test.yml',
      'Dockerfile',
      'README.md',
      'api/openapi.yaml',
      'cmd/main.go',
      'docs/adr/0001-go.md',
      'docs/index.md',
      'go.mod',
      'internal/label.go',
      'scripts/run.sh',
    ];
    expect(deriveFacts(paths)).toEqual({
      fileCount: 11,
      languages: [
        { name: 'Go', tag: 'go', files: 2 },
        { name: 'Shell', tag: 'shell', minor: true, files: 1 },
      ],
      readme: 'README.md',
      docs: 'docs/index.md',
      decisions: 'docs/adr',
      definitions: ['api/openapi.yaml'],
      manifests: ['go.mod'],
      deployment: 'Dockerfile',
      continuousIntegration: '.github/workflows/test.yml',
      codeowners: '.github/CODEOWNERS',
    });
  });

  it('are few of an empty repository', () => {
    expect(deriveFacts([])).toEqual({ fileCount: 0, languages: [], definitions: [], manifests: [] });
  });

  it.each([
    ['what others wrote', ['vendor/a.go', 'node_modules/b/index.js', 'web/dist/app.js', 'lib/jquery.min.js']],
    ['what has no extension', ['Makefile', '.eslintrc', 'LICENSE']],
  ])('count no languages in %s', (_, paths) => {
    expect(deriveFacts(paths).languages).toEqual([]);
  });

  it.each([
    ['openapi.yaml', true],
    ['docs/petstore.swagger.json', true],
    ['spec/events.asyncapi.yml', true],
    ['events/asyncapi.yml', true],
    ['openapi/v1.yaml', true],
    ['schema.graphql', true],
    ['src/query.graphql', false],
    ['proto/acme/v1/label.proto', true],
    ['third_party/google/api/http.proto', false],
    ['openapitools.json', false],
    ['openapi-generator-config.yaml', false],
    ['.openapi-generator/openapi.yaml', false],
    ['test/openapi.yaml', false],
    ['api/open api/openapi.yaml', false],
    ['api/openapi\u202e.yaml', false],
    [`${'a/'.repeat(100)}openapi.yaml`, false],
  ])('take %s for a definition: %s', (path, isOne) => {
    expect(deriveFacts([path]).definitions).toEqual(isOne ? [path] : []);
  });

  it('name at most three definitions, the likeliest first', () => {
    const protos = ['a', 'b', 'c', 'd'].map((name) => `proto/${name}.proto`);
    expect(deriveFacts([...protos, 'x/y/openapi.yaml', 'swagger.json']).definitions).toEqual([
      'swagger.json',
      'x/y/openapi.yaml',
      'proto/a.proto',
    ]);
  });

  it.each([
    [['mkdocs.yml', 'docs/index.md'], 'mkdocs.yml'],
    [['docs/README.md', 'docs/a.md'], 'docs/README.md'],
    [['docs/a.md'], 'docs/a.md'],
    [['docs/logo.svg'], undefined],
    [['README.md'], undefined],
  ])('know the docs of %j', (paths, docs) => {
    expect(deriveFacts(paths).docs).toBe(docs);
  });
});
