import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObjectName } from '../validation/format-rules.ts';
import { startNames, validName } from './entity-names.ts';
import { readPackage, readReadme } from './read-texts.ts';

describe('words', () => {
  it.each([
    ['# A\n\nText *with* `code`\nand [a link](https://x).', { title: 'A', description: 'Text with code and a link.' }],
    ['Plain words first.\n', { description: 'Plain words first.' }],
    [
      '# A\n\n![badge](x.svg) ![badge](y.svg)\n\n<p>HTML</p>\n\nAt last some words.',
      { title: 'A', description: 'At last some words.' },
    ],
    ['Title\n=====\n\n- a list\n', { title: 'Title' }],
    ['', {}],
  ])('of a README: %j', (text, words) => {
    expect(readReadme(text)).toEqual(words);
  });

  it.each([
    ['{"description": "Small\\n tools"}', { description: 'Small tools' }],
    ['{"description": 7}', {}],
    ['null', {}],
    ['{', {}],
  ])('of a package.json: %s', (text, words) => {
    expect(readPackage(text)).toEqual(words);
  });
});

describe('names', () => {
  it.each([
    ['orders', 'orders'],
    ['.github', 'github'],
    ['Überweisung & Co.', 'Uberweisung-Co'],
    ['日本', 'repository'],
    ['x'.repeat(80), 'x'.repeat(63)],
  ])('are made valid: %s', (text, name) => {
    expect(validName(text)).toBe(name);
  });

  it('are given once, and never when the catalog has them', () => {
    const names = startNames((ref) => ref === 'component:default/tools');
    expect(names.take('component', ['Tools', 'acme-tools'])).toBe('acme-tools');
    expect(names.take('component', ['tools', 'acme-tools'])).toBe('tools-2');
    expect(names.take('api', ['tools'])).toBe('tools');
  });

  it('are valid and distinct whatever is wanted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 90 }), { maxLength: 12 }), (wanted) => {
        const names = startNames(() => false);
        const given = wanted.map((text) => names.take('component', [text]));
        expect(given.filter((name) => !isObjectName(name))).toEqual([]);
        expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(given.length);
      }),
    );
  });
});
