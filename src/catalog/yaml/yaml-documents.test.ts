import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yamlishText } from '../../testing/fuzz/hostile-strings.ts';
import { parseYamlFile } from './yaml-documents.ts';
import { yamlLimits } from './yaml-limits.ts';
import { tagOf } from './yaml-schema.ts';

const source = { repository: 'acme/shop', path: 'catalog-info.yaml' };
const parse = (text: string) => parseYamlFile(text, source);
const problems = (text: string) =>
  parse(text).diagnostics.map(
    (diagnostic) => `${diagnostic.code} ${diagnostic.source?.line}:${diagnostic.source?.column}`,
  );

describe('parseYamlFile', () => {
  it('gives each document its value, its first line and its own text', () => {
    const { documents, diagnostics } = parse(
      '# licence\n---\n\n# about a\na: 1\n---\nb: |\n  text\n\n...\n---\n---\nc: [x]\n',
    );
    expect(diagnostics).toEqual([]);
    expect(documents.map(({ value, line, text }) => ({ value: { ...(value as object) }, line, text }))).toEqual([
      { value: { a: 1 }, line: 4, text: '# about a\na: 1' },
      { value: { b: 'text\n' }, line: 7, text: 'b: |\n  text' },
      { value: { c: ['x'] }, line: 13, text: 'c: [x]' },
    ]);
  });

  it('locates values, keys, list items, and the nearest parent of what is not there', () => {
    const [document] = parse(
      '---\nmetadata:\n  name: "x"\nspec:\n  owner: team\n  dependsOn:\n    - a\n    - b: |\n        c\n',
    ).documents;
    const at = (...path: (string | number)[]) => Object.values(document?.locate(path) ?? {}).join(':');
    expect(at()).toBe('2:1');
    expect(at('metadata', 'name')).toBe('3:9');
    expect(at('spec', 'owner')).toBe('5:10');
    expect(at('spec', 'dependsOn')).toBe('6:3');
    expect(at('spec', 'dependsOn', 0)).toBe('7:7');
    expect(at('spec', 'dependsOn', 1, 'b')).toBe('8:10');
    expect(at('spec', 'lifecycle')).toBe('4:1');
    expect(document?.locate(['spec', 'owner'], 'key')).toEqual({ line: 5, column: 3 });
    expect(document?.rawText(['metadata', 'name'])).toBe('"x"');
  });

  it.each([
    ['CRLF', 'a: 1\r\nb: [\r\n---\r\nc: 3\r\n'],
    ['CR', 'a: 1\rb: [\r---\rc: 3\r'],
    ['LF with a byte order mark', '\uFEFFa: 1\nb: [\n---\nc: 3\n'],
  ])('counts lines alike with %s', (_name, text) => {
    const { documents, diagnostics } = parse(text);
    expect(documents.map(({ line }) => line)).toEqual([4]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml/syntax']);
  });

  it('keeps the good siblings of a bad document', () => {
    const { documents, broken } = parse('a: 1\n---\nb: "open\n---\nc: 3\n---\n\td: 4\n---\ne: 5\n');
    expect(documents.map(({ value }) => Object.keys(value as object))).toEqual([['a'], ['c'], ['e']]);
    expect(broken.map(({ diagnostic }) => `${diagnostic.code} ${diagnostic.source?.line}`)).toEqual([
      'yaml/syntax 3',
      'yaml/tab-indentation 7',
    ]);
  });

  it('leaves document markers inside longer words alone', () => {
    expect(parse('a: x\n----\n').broken).toHaveLength(1);
    expect(parse('a: |\n  ---\n  b\n').documents[0]?.value).toEqual({ a: '---\nb\n' });
    expect(parse('--- {a: 1}\n--- # c\nb: 2\n').documents).toHaveLength(2);
    expect(parse('%YAML 1.2\n---\na: 1\n').documents).toHaveLength(1);
  });

  it.each([
    ['tabs', 'a:\n\tb: 1\n', ['yaml/tab-indentation 2:1']],
    ['tags', 'a: 1\nb: !!python/object:os.system {x: 1}\n', ['yaml/unsupported-tag 2:4']],
    ['verbatim tags', 'a: !<tag:yaml.org,2002:python/name:os.system> x\n', ['yaml/unsupported-tag 1:4']],
    ['tags behind a handle', '%TAG !! tag:evil,2000:\n---\na: !!str x\n', ['yaml/syntax 3:4']],
    ['binary', 'a: !!binary aGk=\n', ['yaml/unsupported-tag 1:4']],
    ['control characters', 'a: 1\nb: x\u0007y\n', ['yaml/control-character 2:5']],
    ['null bytes', 'a: 1\nb: x\u0000y\n', ['yaml/control-character 2:5']],
    ['cycles', 'a: &x\n  b: [*x]\n', ['yaml/alias-cycle 2:7']],
    ['unknown aliases', 'a: *x\n', ['yaml/syntax 1:5']],
    ['merge keys', 'a: &x {b: 1}\nc:\n  <<: *x\n', ['yaml/merge-key 3:3']],
    ['lists as keys', '? [a]\n: 1\n', ['yaml/syntax 1:1']],
    ['depth', `${'['.repeat(51)}${']'.repeat(51)}`, ['yaml/too-deep 1:51']],
    ['bottomless depth', '['.repeat(100_000), ['yaml/too-deep 1:250']],
    [
      'depth through aliases',
      `a: &x ${'['.repeat(30)}${']'.repeat(30)}\nb: ${'['.repeat(30)}*x${']'.repeat(30)}\n`,
      ['yaml/too-deep 2:34'],
    ],
    ['aliases', `a: &x 1\nb: [${'*x, '.repeat(51)}]\n`, ['yaml/too-many-aliases 2:205']],
    ['nodes', `a: [${'1, '.repeat(50_000)}]\n`, ['yaml/too-many-nodes 1:149996']],
  ])('refuses or reports %s', (_name, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('refuses a bomb of aliases within aliases by what it expands to', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) =>
        `l${level}: &l${level} [${
          level === 0
            ? 'x'
            : Array(5)
                .fill(`*l${level - 1}`)
                .join(', ')
        }]`,
    );
    expect(problems(levels.join('\n'))).toEqual(['yaml/too-many-nodes 8:10']);
  });

  it('accepts what lies just within the limits', () => {
    const texts = [
      `${'['.repeat(50)}${']'.repeat(50)}`,
      `a: &x 1\nb: [${'*x, '.repeat(50)}]\n`,
      `[${'1, '.repeat(49_999)}]`,
    ];
    for (const text of texts) expect(problems(text)).toEqual([]);
  });

  it('refuses a file above 1 MiB, also when only its bytes are above', () => {
    expect(problems(`a: "${'x'.repeat(yamlLimits.bytes)}"`)).toEqual(['yaml/file-too-large 1:1']);
    expect(problems(`a: "${'ä'.repeat(yamlLimits.bytes / 2)}"`)).toEqual(['yaml/file-too-large 1:1']);
    expect(problems(`a: "${'x'.repeat(yamlLimits.bytes - 5)}"`)).toEqual([]);
  });

  it('reads the first 2,000 documents of a file and says where it stops', () => {
    const { documents, diagnostics } = parse('a: 1\n---\n'.repeat(2001));
    expect(documents).toHaveLength(2000);
    expect(diagnostics.map(({ code, source: place }) => `${code} ${place?.line}`)).toEqual([
      'yaml/too-many-documents 4000',
    ]);
  });

  it('names both lines of a key written twice', () => {
    const { diagnostics } = parse('x: 1\n---\na:\n  owner: 1\n  type: 2\n  "owner": 3\n');
    expect(diagnostics[0]).toMatchObject({ code: 'yaml/duplicate-key', source: { line: 6, column: 3 } });
    expect(diagnostics[0]?.message).toBe('The key "owner" is written twice, on lines 4 and 6.');
  });

  it('keeps dates and the words of old YAML as text', () => {
    expect(parse('a: 2024-01-02\nb: yes\nc: 12:30:00\nd: on\n').documents[0]?.value).toEqual({
      a: '2024-01-02',
      b: 'yes',
      c: '12:30:00',
      d: 'on',
    });
  });

  it('takes keys that name an object’s machinery as plain keys', () => {
    const [document] = parse(
      '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\ntoString: 1\n',
    ).documents;
    const value = document?.value as Record<string, unknown>;
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('keeps tags as data when asked to', () => {
    const text = 'a: !!python/name:x.y\nb: !ENV [A, B]\nc: !obj {d: 1}\ne: !!str 1\n';
    const { documents, diagnostics } = parseYamlFile(text, source, { tags: 'keep' });
    const value = documents[0]?.value as Record<string, { value: unknown }>;
    expect(diagnostics).toEqual([]);
    expect(tagOf(value['a'])).toBe('tag:yaml.org,2002:python/name:x.y');
    expect([tagOf(value['b']), value['b']?.value]).toEqual(['!ENV', ['A', 'B']]);
    expect([tagOf(value['c']), value['c']?.value]).toEqual(['!obj', { d: 1 }]);
    expect(value['e']).toBe('1');
    expect(tagOf({ value: 1 })).toBeUndefined();
  });

  it('never throws, never hangs, and gives every problem a line of the file', () => {
    fc.assert(
      fc.property(yamlishText, (yaml) => {
        const started = performance.now();
        const { documents, broken, diagnostics } = parse(yaml);
        const lines = yaml.split(/\r\n?|\n/).length;
        for (const { source: place } of diagnostics) {
          expect(place?.line).toBeGreaterThanOrEqual(1);
          expect(place?.line).toBeLessThanOrEqual(lines);
          expect(place?.column).toBeGreaterThanOrEqual(1);
        }
        for (const document of documents) {
          expect(document.locate(['a', 0, 'b']).line).toBeLessThanOrEqual(lines);
          JSON.stringify(document.value);
        }
        expect(diagnostics.length).toBeGreaterThanOrEqual(broken.length);
        expect(performance.now() - started).toBeLessThan(2000);
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([
    ['blank lines', '\n'.repeat(1_000_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['spaces, then text', `${' \n'.repeat(400_000)}x: [`],
    ['comments', '# x\n'.repeat(250_000)],
    ['markers', '---\n'.repeat(250_000)],
    ['broken documents', '---\n[\n'.repeat(2000)],
    ['one long line', `a: ${'b '.repeat(500_000)}`],
    ['open quotes', `"${'\\'.repeat(1_000_000)}`],
    ['flow entries', '{a: {b: '.repeat(100_000)],
    ['question marks', '? '.repeat(400_000)],
    ['dashes', '- '.repeat(400_000)],
    ['indentation', Array.from({ length: 1200 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
  ])('reads a megabyte of %s in time', (_name, text) => {
    const started = performance.now();
    parse(text);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
