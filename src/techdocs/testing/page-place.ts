import type { RepositoryInfo } from '../../catalog/repository-files.ts';
import type { DocsLayout } from '../layout/docs-layout.ts';
import { mapSite } from '../links/site-map.ts';
import type { PagePlace } from '../pages/page-state.ts';

const repository: RepositoryInfo = {
  id: 'r',
  slug: 'o/r',
  webUrl: 'https://git.example.org/o/r',
  host: 'github',
  branch: 'main',
  commit: '0'.repeat(40),
  committedAt: '2026-01-01T00:00:00Z',
  source: 'test',
};
const uris = ['index.md', 'guide/index.md', 'guide/setup.md', 'a b.md', 'img/a.png', 'img/x.html'];
const layout: DocsLayout = {
  root: '',
  files: uris.map((uri) => ({ uri, path: `docs/${uri}` })),
  redirects: new Map(),
  extensions: {},
  snippetBases: [],
  snippetFiles: [],
  configPaths: [],
  problems: [],
};

/** The place of a page in a small site, for tests of pages alone. */
export function placeOfPage(uri: string): PagePlace {
  const map = mapSite(layout, new Set(), new Map());
  const page = map.byUri.get(uri);
  if (!page) throw new Error(uri);
  return { page, map, repository, iframeHosts: ['video.example.org'] };
}
