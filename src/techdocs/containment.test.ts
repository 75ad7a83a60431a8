import { readFile } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import { buildDocs } from './build-docs.ts';
import { type DocsFixture, docsConfig, documented, type FilesByPath, makeDocsFixture } from './testing/docs-fixture.ts';

const fixtures: DocsFixture[] = [];
afterAll(() => Promise.all(fixtures.map((fixture) => fixture.remove())));

const healthy: FilesByPath = { 'docs/index.md': '# Fine\n\n[on](b.md)\n', 'docs/b.md': '# Also\n\n- a\n    - b\n' };
const hostile: Readonly<Record<string, FilesByPath>> = {
  // Quadratic: every opening bracket is looked at again and again.
  bomb: { 'docs/index.md': '# Beside\n', 'docs/slow.md': `${'a *b* `c` [d](e) '.repeat(60_000)}\n` },
  encoded: { 'docs/index.md': Buffer.from([0x23, 0x20, 0xe9, 0x0a]) },
  huge: { 'docs/index.md': '# Beside\n', 'docs/out.md': `\`\`\`\n${`${'&'.repeat(99)}\n`.repeat(16_000)}\`\`\`\n` },
  many: Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`docs/d${index % 20}/p${index}.md`, '# P\n'])),
  nested: {
    'docs/index.md': `${Array.from({ length: 500 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n')}\n`,
  },
};

async function build(repositories: Readonly<Record<string, FilesByPath>>) {
  const named = Object.entries(repositories).map(([name, files]) => {
    return [
      `o/${name}`,
      { 'catalog-info.yaml': documented.replace('name: orders', `name: ${name}`), ...files },
    ] as const;
  });
  const fixture = await makeDocsFixture(Object.fromEntries(named));
  fixtures.push(fixture);
  const { catalog, repositories: read, blobs, context } = fixture;
  const config = { ...docsConfig, secondsPerSite: 6 };
  const { value, diagnostics } = await buildDocs({ catalog, snapshot: { repositories: read, blobs }, config }, context);
  const htmlOf = async (name: string) => {
    const pages = value.sites.find(({ repository }) => repository === `o/${name}`)?.pages ?? [];
    return Promise.all(pages.map(async ({ path, htmlFile }) => [path, await readFile(htmlFile, 'utf8')] as const));
  };
  return { htmlOf, diagnostics };
}

it('builds healthy docs the same beside hostile ones, whose bad pages are notices and whose others are built', async () => {
  const alone = await build({ healthy });
  const { htmlOf, diagnostics } = await build({ ...hostile, healthy });
  expect(await htmlOf('healthy')).toEqual(await alone.htmlOf('healthy'));
  const notices = async (name: string) =>
    (await htmlOf(name)).filter(([, html]) => html.includes('could not be rendered')).map(([path]) => path);
  const all = await Promise.all(Object.keys(hostile).map(async (name) => [name, await notices(name)] as const));
  expect(Object.fromEntries(all)).toEqual({ bomb: ['slow/'], encoded: [''], huge: ['out/'], many: [], nested: [''] });
  expect(await htmlOf('many')).toHaveLength(400);
  expect((await htmlOf('bomb'))[0]?.[1]).toContain('Beside');
  const problems = diagnostics.map(({ code, source }) => `${source?.repository} ${source?.path} ${code}`);
  expect(problems.sort()).toEqual([
    'o/bomb docs/slow.md techdocs/page-too-slow',
    'o/encoded docs/index.md techdocs/page-not-utf8',
    'o/huge docs/out.md techdocs/page-too-large',
    // Whichever limit it meets first.
    expect.stringMatching(/^o\/nested docs\/index.md techdocs\/page-(?:failed|too-slow)$/),
  ]);
}, 300_000);
