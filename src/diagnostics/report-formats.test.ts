import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { type DiagnosticCode, diagnosticCodes } from './codes.ts';
import { type Diagnostic, diagnose, type Severity } from './diagnostic.ts';
import { type ReportFormat, reportFormats } from './report-formats.ts';
import { reportGitlab } from './report-gitlab.ts';
import { escapeXml, reportJunit } from './report-junit.ts';
import { reportPretty } from './report-pretty.ts';
import { reportSarif } from './report-sarif.ts';

const here = { repository: 'acme/cart' };
const owner = diagnose('catalog/reference-not-found', {
  message: 'spec.owner refers to group:default/payment, which is not in the catalog.',
  hint: 'Did you mean group:default/payments?',
  source: { repository: 'acme/cart', path: 'docs & more/catalog-info.yaml', line: 9, column: 10 },
  entityRef: 'component:default/cart',
});
const elsewhere = diagnose('catalog/missing-field', {
  message: 'spec is missing.',
  source: { repository: 'acme/web', path: 'catalog-info.yaml', line: 2 },
});
const placeless = diagnose('crawl/too-many-paths', { message: 'Too many.', source: { repository: 'acme/cart' } });

describe('reportGitlab', () => {
  it('names each problem, its file and its line as GitLab asks', () => {
    expect(JSON.parse(reportGitlab([placeless, elsewhere, owner], here))).toEqual([
      expect.objectContaining({ location: { path: '.', lines: { begin: 1 } } }),
      {
        description: `${owner.message} ${owner.hint}`,
        check_name: 'catalog/reference-not-found',
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
        severity: 'minor',
        location: { path: 'docs & more/catalog-info.yaml', lines: { begin: 9 } },
      },
      expect.objectContaining({
        severity: 'major',
        location: { path: 'acme/web/catalog-info.yaml', lines: { begin: 2 } },
      }),
    ]);
  });

  it('keeps fingerprints when lines move, and tells equal problems apart', () => {
    const print = (list: readonly Diagnostic[]) =>
      (JSON.parse(reportGitlab(list, here)) as { fingerprint: string }[]).map((row) => row.fingerprint);
    const moved = { ...owner, source: { repository: 'acme/cart', path: 'docs & more/catalog-info.yaml', line: 30 } };
    expect(print([owner])).toEqual(print([moved]));
    expect(print([owner, owner, moved])).toSatisfy((all: string[]) => new Set(all).size === 3);
    expect(print([owner, moved])[0]).toBe(print([owner])[0]);
  });
});

describe('reportSarif', () => {
  it('has a rule for each code that occurs, and results relative to the root of the checkout', () => {
    const { runs } = JSON.parse(reportSarif([owner, elsewhere, placeless], { ...here, version: '1.2.3' }));
    const [{ tool, results }] = runs;
    expect(tool.driver).toMatchObject({ name: 'Callboard', version: '1.2.3' });
    expect(tool.driver.rules.map((rule: { id: string; name: string }) => [rule.id, rule.name])).toEqual([
      ['catalog/missing-field', 'CatalogMissingField'],
      ['catalog/reference-not-found', 'CatalogReferenceNotFound'],
      ['crawl/too-many-paths', 'CrawlTooManyPaths'],
    ]);
    expect(tool.driver.rules[1].help.markdown).toContain('## Example');
    expect(results[1]).toMatchObject({
      ruleId: 'catalog/reference-not-found',
      ruleIndex: 1,
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'docs%20%26%20more/catalog-info.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 9, startColumn: 10 },
          },
        },
      ],
    });
    expect(results[2].locations[0].physicalLocation.artifactLocation).toEqual({ uri: 'acme/web/catalog-info.yaml' });
  });
});

describe('reportJunit', () => {
  const checked = [
    { path: 'catalog-info.yaml', entityRef: 'component:default/good' },
    { path: 'docs & more/catalog-info.yaml', entityRef: 'component:default/cart' },
  ];

  it('passes what has no problem and fails what has', () => {
    const xml = reportJunit([owner, elsewhere], { ...here, checked });
    expect(xml).toContain('<testsuites name="callboard" tests="3" failures="1" errors="0">');
    expect(xml).toContain('<testcase classname="catalog-info.yaml" name="component:default/good"/>');
    expect(xml).toContain('<testsuite name="docs &#38; more/catalog-info.yaml" tests="1" failures="0" errors="0">');
    expect(xml).toContain('<failure type="catalog/missing-field" message="spec is missing.">');
  });

  it('fails warnings when they count', () => {
    expect(reportJunit([owner], { ...here, failOn: 'warning' })).toContain('failures="1"');
  });
});

it('reportPretty names files of the checked-out repository by their paths', () => {
  expect(reportPretty([owner], here)).toMatch(/^docs & more\/catalog-info\.yaml\n {5}9:10 {2}warning /);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('<', '&', ']]>', '"', '\u0000', '\uD800', '\uFFFE', '\n', 'é', '{0}', '%') }),
);
const anyDiagnostic = fc
  .record({
    code: fc.constantFrom(...(Object.keys(diagnosticCodes) as DiagnosticCode[])),
    severity: fc.constantFrom<Severity>('error', 'warning', 'info'),
    message: anyText,
    hint: anyText,
    repository: fc.oneof(fc.constant('acme/cart'), anyText),
    path: fc.option(anyText, { nil: undefined }),
    line: fc.option(fc.integer({ min: 1 }), { nil: undefined }),
    entityRef: fc.option(anyText, { nil: undefined }),
  })
  .map(({ code, severity, message, hint, repository, path, line, entityRef }) =>
    diagnose(code, {
      severity,
      message,
      hint,
      source: { repository, ...(path !== undefined && { path }), ...(line !== undefined && { line }) },
      ...(entityRef !== undefined && { entityRef }),
    }),
  );

describe('whatever messages and paths hold', () => {
  const withAny = (check: (list: Diagnostic[]) => void) =>
    fc.assert(fc.property(fc.array(anyDiagnostic, { maxLength: 5 }), check), { numRuns: 300 });

  it('JUnit is well-formed XML that says the same', () => {
    withAny((list) => {
      const failures: string[] = [];
      const parser = new SaxesParser();
      parser.on('opentag', (tag) => {
        if (tag.name === 'failure') failures.push(String(tag.attributes['message']));
      });
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(reportJunit(list, { ...here, failOn: 'warning' })).close();
      expect(failures).toHaveLength(list.filter((item) => item.severity !== 'info').length);
    });
  });

  it('XML gives back every text that it can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let read = '';
        const parser = new SaxesParser();
        parser.on('text', (part) => {
          read += part;
        });
        parser.write(`<a>${escapeXml(text)}</a>`).close();
        expect(read).toBe(text);
      }),
    );
  });

  it('SARIF is valid by its official schema', async () => {
    const schema = JSON.parse(await readFile('src/testing/schemas/sarif-2.1.0.json', 'utf8'));
    // The schema's own expressions are older than the u flag.
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    formats.default(ajv);
    const validate = ajv.compile(schema);
    withAny((list) => {
      const log = JSON.parse(reportSarif(list, { ...here, version: '1.0.0' }));
      expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    });
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  it('GitLab gets JSON with distinct fingerprints', () => {
    withAny((list) => {
      const rows = JSON.parse(reportGitlab(list, here)) as { fingerprint: string }[];
      expect(new Set(rows.map((row) => row.fingerprint)).size).toBe(list.length);
    });
  });
});

it.each(Object.keys(reportFormats) as ReportFormat[])('%s writes an empty report of nothing', async (format) => {
  const report = await reportFormats[format]();
  expect(report([], here)).not.toContain('undefined');
});
