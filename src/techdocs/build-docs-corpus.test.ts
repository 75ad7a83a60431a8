import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildDocs } from './build-docs.ts';
import {
  type DocsFixture,
  docsConfig,
  documented,
  type FilesByPath,
  makeDocsFixture,
  readFolder,
} from './testing/docs-fixture.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpus');
const corpusHere = existsSync(corpus);
if (!corpusHere) console.log('The docs of the corpus are not tested: there is no ../shared/corpus.');

let fixture: DocsFixture | undefined;
afterAll(() => fixture?.remove());

describe.skipIf(!corpusHere)('the corpus', () => {
  it('builds every docs site', async () => {
    const names = [
      'backstage__demo',
      'DiamondLightSource__workflows',
      'DiamondLightSource__developer-portal',
      'DiamondLightSource__blueapi',
      'khulnasoft__devtools',
    ];
    const repositories: Record<string, FilesByPath> = {};
    for (const name of names) repositories[name] = await readFolder(join(corpus, name));
    // Its own catalog file is of a kind that no catalog here reads.
    repositories['khulnasoft__devtools'] = { ...repositories['khulnasoft__devtools'], 'catalog-info.yaml': documented };
    fixture = await makeDocsFixture(repositories);
    const { catalog, context } = fixture;
    const { value, diagnostics } = await buildDocs({ catalog, snapshot: fixture, config: docsConfig }, context);
    expect(value.sites.map(({ repository, pages }) => [repository, pages.length])).toEqual([
      ['DiamondLightSource__workflows', 18],
      ['backstage__demo', 9],
      ['DiamondLightSource__blueapi', 42],
      ['DiamondLightSource__developer-portal', 45],
      ['khulnasoft__devtools', 382],
    ]);
    expect(diagnostics.filter(({ code }) => /failed|slow|large|utf8|python/.test(code))).toEqual([]);
  }, 300_000);
});
