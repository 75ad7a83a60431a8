import { describe, expect, it } from 'vitest';
import type { RepositoryInfo } from '../catalog/repository-files.ts';
import type { DocsPage, DocsSite } from '../techdocs/docs-site.ts';
import type { Portal } from './assemble-portal.ts';
import { docsActions } from './docs-actions.ts';
import { siteFreshness, staleMark } from './docs-freshness.ts';
import { docsHistory } from './docs-history.ts';

const stale = { before: '2024-11-21T00:00:00.000Z', text: 'Not touched for 2 years' };
const page = (history?: DocsPage['history'], rest: Partial<DocsPage> = {}): DocsPage => ({
  path: 'a/',
  sourcePath: 'docs/a b.md',
  title: 'A',
  description: '',
  headings: [],
  htmlFile: '',
  hash: '',
  ...(history && { history }),
  ...rest,
});
const changedAt = (at: string) => ({ changed: { commit: '3f2c1abd', at, by: { name: 'Ada' } }, authors: [] });
const siteOf = (...pages: DocsPage[]) =>
  ({ entityRef: 'component:default/shop', repository: 'acme/shop', title: 'Shop', pages }) as unknown as DocsSite;
const portalOf = (repository: Partial<RepositoryInfo>) =>
  ({
    config: { language: 'en', title: 'Acme', base: '/', url: 'https://portal.example.com' },
    mentions: new Map(),
    staleDocs: stale,
    repositoryBySlug: new Map([
      ['acme/shop', { slug: 'acme/shop', branch: 'feat/x', commit: 'ffff', host: 'none', ...repository }],
    ]),
  }) as unknown as Portal;

describe('freshness', () => {
  it('marks what was last changed, or last known to be unchanged, long ago', () => {
    expect(staleMark(page(changedAt('2024-11-20T23:59:59.000Z')), stale)).toBe(stale.text);
    expect(staleMark(page({ since: '2020-01-01T00:00:00.000Z', authors: [] }), stale)).toBe(stale.text);
    expect(staleMark(page(changedAt('2024-11-21T00:00:00.000Z')), stale)).toBeUndefined();
    expect(staleMark(page({ since: '2025-01-01T00:00:00.000Z', authors: [] }), stale)).toBeUndefined();
    expect(staleMark(page(), stale)).toBeUndefined();
    expect(staleMark(page(changedAt('1990-01-01T00:00:00.000Z')), undefined)).toBeUndefined();
  });

  it('is that of the page of a site that was changed last', () => {
    const pages = [page(changedAt('2020-01-01T00:00:00.000Z')), page(changedAt('2026-01-01T00:00:00.000Z')), page()];
    expect(siteFreshness(siteOf(...pages), stale)).toEqual({ changedAt: '2026-01-01T00:00:00.000Z', stalePages: 1 });
    expect(siteFreshness(siteOf(page()), stale)).toEqual({ stalePages: 0 });
  });
});

it('names a few of the authors and counts the others', () => {
  const authors = ['Ada', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name) => ({ name }));
  const one = page({ ...changedAt('2020-01-01T00:00:00.000Z'), authors });
  const view = docsHistory(portalOf({ host: 'github', webUrl: 'https://github.com/acme/shop' }), siteOf(one), one);
  expect(view).toMatchObject({
    others: ['B', 'C', 'D', 'E', 'F'].map((text) => ({ text })),
    more: 2,
    stale: stale.text,
    // Both stay as they are until the page itself changes.
    sourceUrl: 'https://github.com/acme/shop/blob/3f2c1abd/docs/a%20b.md',
    changed: { commit: '3f2c1ab', commitUrl: 'https://github.com/acme/shop/commit/3f2c1abd', by: { text: 'Ada' } },
  });
});

describe('actions', () => {
  const of = (repository: Partial<RepositoryInfo>, edit?: DocsPage['edit']) => {
    const one = page(undefined, edit && { edit });
    return docsActions(portalOf(repository), siteOf(one), one);
  };
  it.each([
    ['github', 'https://github.com/acme/shop', '/edit/feat/x/docs/a%20b.md', '/commits/feat/x/docs/a%20b.md'],
    ['gitlab', 'https://gitlab.com/acme/shop', '/-/edit/feat/x/docs/a%20b.md', '/-/commits/feat/x/docs/a%20b.md'],
    ['none', 'https://codeberg.org/acme/shop', '/_edit/feat/x/docs/a%20b.md', '/commits/branch/feat/x/docs/a%20b.md'],
  ] as const)('lead to %s at %s', (host, webUrl, edit, history) => {
    const actions = of({ host, webUrl });
    expect(actions).toMatchObject({ editUrl: webUrl + edit, historyUrl: webUrl + history });
    const issue = new URL(actions.issueUrl ?? '');
    expect(issue.pathname).toMatch(/\/issues\/new$/);
    const [title, body] = [...issue.searchParams.values()];
    expect(title).toBe('Docs: A (Shop)');
    expect(body).toContain('Page: https://portal.example.com/docs/default/component/shop/a/\nFile: docs/a b.md');
  });

  it('are only those that the host has and the authors want', () => {
    expect(of({ host: 'none', webUrl: 'https://git.example.com/acme/shop' })).toEqual({});
    const bitbucket = of({ host: 'none', webUrl: 'https://bitbucket.org/acme/shop' });
    expect(Object.keys(bitbucket)).toEqual(['editUrl', 'historyUrl']);
    const github = { host: 'github', webUrl: 'https://github.com/acme/shop' } as const;
    expect(Object.keys(of({ ...github, archived: true }))).toEqual(['historyUrl']);
    expect(of(github, {}).editUrl).toBeUndefined();
    expect(of(github, { url: 'https://wiki.example.com/a' }).editUrl).toBe('https://wiki.example.com/a');
  });
});
