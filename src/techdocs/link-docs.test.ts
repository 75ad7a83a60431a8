import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { leadDocsLinks } from '../portal/docs-links.ts';
import { buildDocs } from './build-docs.ts';
import type { DocsSite } from './docs-site.ts';
import { linkDocs } from './link-docs.ts';
import { type DocsFixture, docsConfig, makeDocsFixture } from './testing/docs-fixture.ts';
import { brokenLinks, leadingLinks, linkingRepositories } from './testing/link-cases.ts';

let fixture: DocsFixture;
let built: Awaited<ReturnType<typeof buildDocs>>;
let sites: readonly DocsSite[];
let diagnostics: readonly Diagnostic[];

function link(changed: Partial<Parameters<typeof linkDocs>[0]> = {}) {
  const { catalog, repositories: files, blobs } = fixture;
  const formerSlugs = new Map([['acme/billing', ['acme/money']]]);
  const portalUrl = 'https://portal.example.org/portal';
  return linkDocs({ ...built.value, catalog, repositories: files, blobs, formerSlugs, portalUrl, ...changed });
}

beforeAll(async () => {
  fixture = await makeDocsFixture(linkingRepositories);
  const { catalog, context } = fixture;
  built = await buildDocs({ catalog, snapshot: fixture, config: docsConfig }, context);
  const linked = link();
  sites = linked.value;
  diagnostics = [...built.diagnostics, ...linked.diagnostics];
}, 120_000);
afterAll(() => fixture.remove());

async function htmlOf(path: string, ref = 'component:default/orders'): Promise<string> {
  const page = sites.find(({ entityRef }) => entityRef === ref)?.pages.find((each) => each.path === path);
  return leadDocsLinks(await readFile(page?.htmlFile ?? '', 'utf8'), page?.links, '/portal/');
}

const problemsOf = (path: string, among = diagnostics) =>
  among
    .filter(({ source }) => source?.path === path)
    .map(({ code, message, hint, source }) => {
      const said = hint.startsWith('Did you mean') ? `${message} / ${hint}` : message;
      return `${code.replace('techdocs/', '')} ${source?.line}:${source?.column} ${said}`;
    });

describe('a link of a page', () => {
  it.each(leadingLinks.map(([name, , href], index) => [name, index, href] as const))(
    'to %s leads there',
    async (_, index, href) => {
      expect(await htmlOf(`cases/${index}/`)).toContain(`href="${href}"`);
      expect(problemsOf(`docs/cases/${index}.md`)).toEqual([]);
    },
  );

  it.each(brokenLinks.map(([name, , problem], index) => [name, index, problem] as const))(
    'to %s that is not there is reported',
    (_, index, problem) => {
      expect(problemsOf(`docs/broken/${index}.md`)).toEqual([problem]);
    },
  );

  it('that a snippet has is reported once, where it stands', () => {
    expect(problemsOf('docs/snippets/shared.md')).toEqual([
      'broken-portal-link 3:9 The link leads to component:default/none, which is not in the catalog',
    ]);
    expect([...problemsOf('docs/one.md'), ...problemsOf('docs/two.md')]).toEqual([]);
  });

  it('into the portal is no link to elsewhere any more', async () => {
    expect(await htmlOf('cases/28/')).not.toContain('noopener');
  });
});

describe('links of docs', () => {
  it('show a picture of the same docs, however it is addressed', async () => {
    expect(await htmlOf('two/')).toContain('src="../img/a.png"');
  });

  it('are the same for the same portal', () => {
    expect(link()).toEqual(link());
  });

  it('leave pages alone that have none', () => {
    const page = sites[0]?.pages.find(({ path }) => path === 'guide/');
    expect(page?.links).toBeUndefined();
  });

  it('are broken by what others do, without anything being rendered again', () => {
    const others = built.value.sites.map((site) =>
      site.entityRef === 'component:default/billing'
        ? { ...site, pages: site.pages.filter(({ path }) => path !== 'invoices/') }
        : site,
    );
    const files = fixture.repositories.map((each) =>
      each.repository.slug === 'acme/billing'
        ? { ...each, files: new Map([...each.files].filter(([path]) => path !== 'handbook/invoices.md')) }
        : each,
    );
    const index = leadingLinks.findIndex(([name]) => name === 'a page elsewhere');
    const found = link({ sites: others, repositories: files }).diagnostics;
    expect(problemsOf(`docs/cases/${index}.md`, found)).toEqual([
      'broken-repository-link 3:5 The link leads to acme/billing/handbook/invoices.md, which is not in the branch main',
    ]);
    expect(found.every(({ source }) => source?.repository === 'acme/orders')).toBe(true);
  });

  it.each(['stale', 'unread'] as const)('prove nothing of a repository that is %s', (how) => {
    const files = fixture.repositories.map((each) => {
      const stale = { freshAt: '2026-01-01T00:00:00Z', reason: 'It cannot be read.' };
      const repository = how === 'stale' ? { ...each.repository, stale } : each.repository;
      return { ...each, repository, unread: new Set(['handbook/invoice.md', 'handbook/gone.md']) };
    });
    const found = link({ repositories: files }).diagnostics;
    expect(found.filter(({ code }) => code === 'techdocs/broken-repository-link')).toEqual([]);
  });

  it('of an entity are checked at their line', () => {
    expect(problemsOf('catalog-info.yaml')).toEqual([
      'broken-repository-link 8:27 The link leads to acme/billing/handbook/gone.md, which is not in the branch main',
    ]);
  });
});
