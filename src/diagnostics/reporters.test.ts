import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Diagnostic, diagnose } from './diagnostic.ts';
import { reportGithub } from './report-github.ts';
import { reportJson } from './report-json.ts';
import { reportPretty } from './report-pretty.ts';
import { sortDiagnostics } from './sort-diagnostics.ts';

const at = (path: string, line: number, message = 'm'): Diagnostic =>
  diagnose('yaml/syntax', {
    message,
    hint: 'h',
    source: { repository: 'acme/shop', path, line, column: 3 },
    entityRef: 'component:default/cart',
  });

const list = [
  at('b.yaml', 10),
  at('b.yaml', 9),
  diagnose('catalog/template-skeleton', { message: 'no line', hint: 'h', source: { repository: 'acme/shop' } }),
  diagnose('catalog/unknown-kind', { message: 'nowhere', hint: 'h' }),
  at('a.yaml', 1),
];

describe('sortDiagnostics', () => {
  it('orders by address, whatever the order before', () => {
    const order = ['nowhere', 'no line', 'a.yaml 1', 'b.yaml 9', 'b.yaml 10'];
    const name = ({ message, source }: Diagnostic) => (source?.path ? `${source.path} ${source.line}` : message);
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (shuffled) => {
        expect(sortDiagnostics(shuffled).map(name)).toEqual(order);
      }),
    );
  });

  it('leaves its input alone', () => {
    const input = Object.freeze([...list]);
    expect(sortDiagnostics(input)).not.toBe(input);
  });
});

describe('reportJson', () => {
  it('writes the rows of the contract, sorted, and nothing else', () => {
    const extra = { ...at('a.yaml', 1), secret: 'x' };
    expect(JSON.parse(reportJson([at('b.yaml', 9), extra]))).toEqual([
      {
        code: 'yaml/syntax',
        severity: 'error',
        message: 'm',
        hint: 'h',
        source: { repository: 'acme/shop', path: 'a.yaml', line: 1, column: 3 },
        entityRef: 'component:default/cart',
      },
      expect.objectContaining({ source: { repository: 'acme/shop', path: 'b.yaml', line: 9, column: 3 } }),
    ]);
    expect(reportJson([])).toBe('[]\n');
  });
});

describe('reportGithub', () => {
  it('annotates the lines of the repository that the workflow runs in', () => {
    expect(reportGithub([at('a,b:c.yaml', 4, '100%\nsure')], { repository: 'acme/shop' })).toBe(
      '::error file=a%2Cb%3Ac.yaml,line=4,col=3,title=yaml/syntax::100%25%0Asure%0Ah\n',
    );
  });

  it('says where others are in the text', () => {
    expect(reportGithub(list.slice(2, 4))).toBe(
      '::warning title=catalog/unknown-kind::nowhere%0Ah\n::notice title=catalog/template-skeleton::acme/shop: no line%0Ah\n',
    );
    expect(reportGithub([at('a.yaml', 4)], { repository: 'acme/other' })).toContain('::acme/shop/a.yaml:4:3: m');
  });

  it('stays one command whatever a message or a path holds', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (message, path) => {
        const lines = reportGithub([at(path, 1, message)], { repository: 'acme/shop' }).split(/[\r\n]/);
        expect(lines).toHaveLength(2);
        expect(lines[0]).toMatch(/^::error file=[^,:]*,line=1,col=3,title=yaml\/syntax::/);
      }),
    );
  });
});

describe('reportPretty', () => {
  it('groups by file and counts at the end', () => {
    expect(
      reportPretty([at('b.yaml', 10), at('a.yaml', 1), at('b.yaml', 9), ...list.slice(2, 4)], { colors: false }),
    ).toBe(
      [
        'everywhere',
        '        -  warning  nowhere  catalog/unknown-kind',
        '                    h',
        '',
        'acme/shop',
        '        -  info     no line  catalog/template-skeleton',
        '                    h',
        '',
        'acme/shop/a.yaml',
        '      1:3  error    m  yaml/syntax',
        '                    h',
        '',
        'acme/shop/b.yaml',
        '      9:3  error    m  yaml/syntax',
        '                    h',
        '     10:3  error    m  yaml/syntax',
        '                    h',
        '',
        '3 errors, 1 warning, 1 remark',
        '',
      ].join('\n'),
    );
    expect(reportPretty([], { colors: true })).toBe('');
  });

  it('colours only when asked to, and lets no message write escape sequences', () => {
    const hostile = [at('a\u001B[2J.yaml', 1, 'x\u001B]0;owned\u0007\u202E')];
    for (const hidden of ['\u001B', '\u0007', '\u202E']) {
      expect(reportPretty(hostile, { colors: false })).not.toContain(hidden);
    }
    expect(reportPretty(hostile, { colors: true })).toContain('\u001B[31m');
  });
});
