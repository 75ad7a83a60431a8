import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseModelFiles } from './parse-model-files.ts';

function problemsOf(...documents: readonly string[]): readonly string[] {
  const parsed = parseModelFiles([{ path: 'model.yaml', text: documents.join('\n---\n') }]);
  if (parsed.ok) return [];
  return parsed.problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

const dataset = 'kind: Dataset\napiVersions: [example.com/v1]';

describe('a mistake in a model file is named with its line and what was meant', () => {
  it.each<[string, string, string]>([
    [
      'a kind of Backstage',
      'kind: Component\napiVersions: [x/v1]',
      '1:1 Component is a kind of Backstage already; write "extend: Component" to add to it',
    ],
    [
      'its name in other capitals',
      'kind: component\napiVersions: [x/v1]',
      '1:1 "component" differs from Backstage\'s Component in capitals only, and references do not tell capitals apart; choose another name, or write "extend: Component"',
    ],
    ['extending nothing', 'extend: Compnent', '1:1 there is no kind "Compnent"; did you mean "Component"?'],
    [
      'extending what is new',
      'extend: Warehouse',
      '1:1 there is no kind "Warehouse"; to declare a new kind, write "kind: Warehouse"',
    ],
    ['an unknown glyph', `${dataset}\nglyph: datset`, '3:1 glyph cannot be "datset"; did you mean "dataset"?'],
    [
      'an unknown section',
      `${dataset}\nsections: [about, dependants]`,
      '3:19 sections[1] cannot be "dependants"; did you mean "dependents"?',
    ],
    [
      'a section that is there twice',
      `${dataset}\nsections: [docs, raw, docs]`,
      '3:23 the section "docs" is there twice; delete one of the two',
    ],
    ['an unknown key', `${dataset}\npluarl: Data`, '3:1 unknown key "pluarl" in the document; did you mean "plural"?'],
    [
      'a malformed apiVersion',
      'kind: Dataset\napiVersions: [a/b/c]',
      '2:15 apiVersions[0] cannot be "a/b/c"; write it like example.com/v1',
    ],
    ['no apiVersion', 'kind: Dataset', '1:1 the document has no "apiVersions"'],
    [
      'an unknown relation',
      `${dataset}\nrelationFields:\n  - { selector: { path: spec.a }, relation: dependOn }`,
      '4:35 there is no relation "dependOn"; did you mean "dependsOn"?',
    ],
    [
      'a relation of one’s own, not declared',
      `${dataset}\nrelationFields:\n  - { selector: { path: spec.a }, relation: stocks }`,
      '4:35 there is no relation "stocks"; declare it in a document of its own: relation: stocks, with title, inverse and inverseTitle',
    ],
    [
      'an unknown target kind',
      `${dataset}\nrelationFields:\n  - { selector: { path: spec.a }, relation: partOf, allowedKinds: [Dataste] }`,
      '4:68 there is no kind "Dataste"; did you mean "Dataset"?',
    ],
    [
      'a default that is not allowed',
      `${dataset}\nrelationFields:\n  - { selector: { path: spec.a }, relation: partOf, defaultKind: API, allowedKinds: [Dataset] }`,
      '4:53 the default kind API is not one of the allowed kinds; add it there',
    ],
    [
      'one field twice',
      `${dataset}\nrelationFields: [owner, owner]`,
      '3:25 spec.owner is there twice; delete one of the two',
    ],
    [
      'a field that the kind has',
      'extend: API\nrelationFields: [owner]',
      '2:18 spec.owner is a relation field of API already',
    ],
    [
      'a misspelt field',
      `${dataset}\nspecSchema: { properties: { packages: {} } }\ncolumns: [{ path: spec.pakages, title: P }]`,
      '4:13 specSchema has no "pakages"; did you mean "packages"?',
    ],
    [
      'a type that is none',
      `${dataset}\nspecSchema: { properties: { a: { type: strng } } }`,
      '3:34 specSchema.properties.a.type cannot be "strng"; did you mean "string"?',
    ],
    [
      'a keyword that is none',
      `${dataset}\nspecSchema:\n  requird: [a]`,
      '4:3 "requird" is no keyword of JSON Schema; did you mean "required"?',
    ],
    [
      'a format that is none',
      `${dataset}\nspecSchema: { properties: { a: { format: datte } } }`,
      '3:34 there is no format "datte" in JSON Schema',
    ],
    [
      'a $ref that leads nowhere',
      `${dataset}\nspecSchema: { properties: { a: { $ref: '#/definitions/a' } } }`,
      '3:34 $ref "#/definitions/a" leads nowhere: it can lead to #/definitions/… of the same schema only',
    ],
    [
      'a schema with an address',
      `${dataset}\nspecSchema: { $id: 'https://example.com' }`,
      '3:15 $id has no place here: the schema is part of the model and is read as JSON Schema draft 7',
    ],
    [
      'letting be missing what may be',
      'extend: Component\noptional: [lifecycl]',
      '2:12 spec.lifecycl is not required anyway; did you mean "lifecycle"?',
    ],
    [
      'one type twice',
      `${dataset}\ntypes: [{ type: a }, { type: a }]`,
      '3:24 the type "a" is there twice; delete one of the two',
    ],
    [
      'a relation of Backstage',
      'relation: ownedBy\ntitle: a\ninverse: b\ninverseTitle: c',
      "1:1 the relation ownedBy is Backstage's and needs no declaration; choose another name for one of your own",
    ],
    ['a list for a document', '- kind: Dataset', '1:1 the document must be object'],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual([`model.yaml:${expected}`]);
  });

  it('a kind declared twice names both places', () => {
    expect(problemsOf(dataset, dataset.replace('Dataset', 'DataSet'))).toEqual([
      'model.yaml:4:1 the kind DataSet is declared at model.yaml:1 already; delete one of the two, or write "extend: DataSet" here',
    ]);
  });

  it('a relation declared twice names both places', () => {
    const pair = 'relation: feeds\ntitle: a\ninverse: fedBy\ninverseTitle: b';
    expect(problemsOf(pair, pair.replace('feeds', 'feeds2'))).toEqual([
      'model.yaml:8:1 the relation fedBy is declared at model.yaml:1 already; delete one of the two',
    ]);
  });

  it('YAML that is none is named too, and all files are read before anything is said', () => {
    const parsed = parseModelFiles([
      { path: 'b.yaml', text: 'kind: [' },
      { path: 'a.yaml', text: 'kind: API\napiVersions: [x/v1]' },
    ]);
    expect(parsed.ok ? [] : parsed.problems.map(({ file }) => file)).toEqual(['a.yaml', 'b.yaml']);
  });
});

it('answers anything with a model or with problems, and never throws', () => {
  const keys = fc.constantFrom(
    'kind',
    'extend',
    'relation',
    'apiVersions',
    'specSchema',
    'relationFields',
    'columns',
    'types',
  );
  const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom('Dataset', 'Component', ['x/v1'], ['owner']));
  fc.assert(
    fc.property(fc.array(fc.dictionary(keys, value), { maxLength: 3 }), (documents) => {
      const parsed = parseModelFiles([
        { path: 'a.yaml', text: documents.map((it) => JSON.stringify(it)).join('\n---\n') },
      ]);
      expect(parsed.ok || parsed.problems.length > 0).toBe(true);
    }),
  );
});
