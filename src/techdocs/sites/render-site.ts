import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { DocsHeading } from '../docs-site.ts';
import { placeOf, type TextPlace } from '../layout/place-in-text.ts';
import { type CheckedRedirects, checkRedirects } from '../layout/site-redirects.ts';
import { mapSite, type SiteMap, type SiteTarget } from '../links/site-map.ts';
import type { PagePlace } from '../pages/page-state.ts';
import { failedPage, processPage } from '../pages/process-page.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';
import type { RenderedNavItem } from '../renderer/render-job.ts';
import { type RenderOptions, renderShards, type SiteMessage } from '../renderer/render-shards.ts';
import { collectAssets } from './site-assets.ts';
import { finishNav, readingOrder } from './site-nav.ts';
import type { PageRecord, SiteRecord } from './site-record.ts';

interface DonePage {
  readonly target: SiteTarget;
  readonly title: string;
  /** What the navigation calls it unless it says otherwise: the front matter's title comes first. */
  readonly navTitle: string;
  readonly description: string;
  readonly headings: readonly DocsHeading[];
  readonly hash: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Rendering {
  readonly plan: DocsSitePlan;
  readonly options: RenderOptions;
  readonly folder: string;
  map: SiteMap;
  nav: readonly RenderedNavItem[] | undefined;
  readonly done: Map<string, DonePage>;
  readonly writing: Promise<void>[];
}

/**
 * Renders a site into a folder (`pages/`, `assets/`) and describes it. Rejects with the reason when the site as a
 * whole cannot be rendered; a page that cannot becomes a notice.
 */
export async function renderSite(
  plan: DocsSitePlan,
  folder: string,
  options: RenderOptions,
  onPage: () => void,
): Promise<SiteRecord> {
  await mkdir(join(folder, 'pages'), { recursive: true });
  await mkdir(join(folder, 'assets'), { recursive: true });
  const everything = mapSite(plan.layout, new Set(), new Map());
  const redirects = checkRedirects(plan.layout.redirects, new Set(everything.byPath.keys()));
  const map = { ...everything, redirects: redirects.redirects };
  const rendering: Rendering = { plan, options, folder, map, nav: undefined, done: new Map(), writing: [] };
  const failure = await renderShards(plan, options, (message) => {
    receive(message, rendering);
    if (message.type !== 'nav') onPage();
  });
  await Promise.all(rendering.writing);
  if (failure !== undefined) throw new Error(failure);
  const assets = await collectAssets(plan, rendering.map, options.blobs, join(folder, 'assets'));
  const site = describeSite(rendering, redirects);
  return { ...site, assets: assets.assets, diagnostics: [...site.diagnostics, ...assets.diagnostics] };
}

function receive(message: SiteMessage, rendering: Rendering): void {
  const { plan, options, done, folder } = rendering;
  if (message.type === 'nav') {
    if (rendering.nav === undefined && message.excluded.length > 0) {
      rendering.map = mapSite(plan.layout, new Set(message.excluded), rendering.map.redirects);
    }
    rendering.nav ??= message.nav;
    return;
  }
  const target = rendering.map.byUri.get(message.uri);
  if (!target || done.has(message.uri)) return;
  const { repository } = plan.repository;
  const place: PagePlace = { page: target, map: rendering.map, repository, iframeHosts: options.config.iframeHosts };
  const { page, diagnostics } =
    message.type === 'page'
      ? processPage(message, place, () => readSource(target, rendering))
      : failedPage(message.reason, message.detail, place);
  const navTitle = (message.type === 'page' ? message.title : page.title) || target.uri;
  const title = page.title || navTitle;
  const hash = createHash('sha256').update(page.html).digest('hex');
  const { description, headings } = page;
  done.set(message.uri, { target, title, navTitle, description, headings, hash, diagnostics });
  rendering.writing.push(writeFile(join(folder, 'pages', fileOf(target)), page.html));
}

/** Only called for pages that have problems, to say on which line. */
function readSource(target: SiteTarget, { plan, options }: Rendering): string {
  const file = plan.repository.files.get(target.source);
  return file === undefined ? '' : (file.text ?? readFileSync(options.blobs.pathOf(file.oid), 'utf8'));
}

/** Name of a page's file in the cache: short and safe whatever the page is called. */
function fileOf(target: SiteTarget): string {
  return `${createHash('sha256').update(target.path).digest('hex').slice(0, 32)}.html`;
}

function describeSite(rendering: Rendering, redirects: CheckedRedirects): SiteRecord {
  const { plan, map, done } = rendering;
  const { layout, repository, entityTitle } = plan;
  const configText = layout.configPath === undefined ? '' : (repository.files.get(layout.configPath)?.text ?? '');
  const titles = new Map([...done].map(([uri, { navTitle }]) => [uri, navTitle]));
  const nav = finishNav(rendering.nav ?? [], map, titles, layout, configText);
  const order = new Map([...new Set(readingOrder(nav.nav))].map((path, index) => [path, index]));
  const place = (page: PageRecord) => order.get(page.path) ?? order.size;
  const pages = [...done.values()]
    .map(({ target, title, description, headings, hash }): PageRecord => {
      return { path: target.path, sourcePath: target.source, title, description, headings, file: fileOf(target), hash };
    })
    .sort((a, b) => place(a) - place(b) || (a.path < b.path ? -1 : 1));
  const slug = repository.repository.slug;
  const inConfig = ({ line, column }: TextPlace) => ({
    source: {
      repository: slug,
      path: layout.configPath ?? 'mkdocs.yml',
      ...(line && { line }),
      ...(column && { column }),
    },
  });
  const diagnostics = [
    ...nav.problems.map((problem) =>
      diagnose('techdocs/nav-not-found', { message: problem.message, ...inConfig(problem) }),
    ),
    ...redirects.problems.map(({ message, from }) =>
      diagnose('techdocs/redirect-invalid', { message, ...inConfig(placeOf(configText, from)) }),
    ),
    ...[...done.keys()].sort().flatMap((uri) => done.get(uri)?.diagnostics ?? []),
  ];
  const title = layout.siteName ?? entityTitle;
  return { title, nav: nav.nav, pages, assets: [], redirects: [...redirects.redirects], diagnostics };
}
