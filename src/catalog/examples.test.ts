import { describe, expect, it } from 'vitest';
import { type ExampleFiles, wholeFiles } from '../diagnostics/code-example.ts';
import { exampleOf } from '../diagnostics/code-examples.ts';
import { type DiagnosticCode, diagnosticCodes } from '../diagnostics/codes.ts';
import { readCatalog } from './read-catalog.ts';
import { component, document, documents, repositoryOf } from './repository-fixture.ts';

const organisation = repositoryOf('acme/organisation', {
  'catalog-info.yaml': documents(
    document('Group', 'orders', ['type: team', 'children: []']),
    document('System', 'sales', ['owner: orders']),
    component('mail').replace('owner: team', 'owner: orders'),
  ),
});

/**
 * Problems of an example read beside the organisation's own entities. For one code nobody else may define people, for one
 * there are no teams beside it; and what provides an API is left out of examples about other things.
 */
function codesOf(files: ExampleFiles, of: DiagnosticCode): readonly string[] {
  const { diagnostics } = readCatalog({
    repositories: [...(of === 'catalog/no-teams' ? [] : [organisation]), repositoryOf('acme/shop', wholeFiles(files))],
    allow: ['*', ...(of === 'catalog/kind-not-allowed' ? ['!User'] : [])],
  });
  return diagnostics
    .filter(({ code }) => code === of || code !== 'catalog/api-without-provider')
    .map(({ code, message }) => `${code}: ${message}`);
}

const codes = (Object.keys(diagnosticCodes) as DiagnosticCode[]).filter((code) => /^(?:yaml|catalog)\//.test(code));

describe.each(codes)('the example of %s', (code) => {
  const example = exampleOf(code);

  it('is there', () => {
    expect(example, `${code} has no example: add one to src/diagnostics/examples/`).toBeDefined();
  });

  it.runIf(example)('has the problem and no other, and the remedy has none', () => {
    if (!example) return;
    const bad = codesOf(example.bad, code);
    expect(bad).toEqual(bad.map(() => expect.stringMatching(`^${code}: `)));
    expect(bad).not.toEqual([]);
    expect(codesOf(example.good, code)).toEqual([]);
  });
});
