import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { describeDecisions } from '../decisions/describe-decisions.ts';
import { diagramHooks, type SiteTools } from '../diagrams/diagram-hooks.ts';
import type { DocsHeading } from '../docs-site.ts';
import { placeOfName, type TextPlace } from '../layout/place-in-text.ts';
import { type CheckedRedirects, checkRedirects } from '../layout/site-redirects.ts';
import { locateAddress } from '../links/locate-address.ts';
import type { PageLinks } from '../links/page-links.ts';
import { mapSite, type SiteMap, type SiteTarget } from '../links/site-map.ts';
import type { PagePlace } from '../pages/page-state.ts';
import type { PictureSize } from '../pages/picture-sizes.ts';
import { failedPage, processPage } from '../pages/process-page.ts';
import { idPrefix } from '../pages/sanitize-schema.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';
import type { RenderedNavItem } from '../renderer/render-job.ts';
import type { SiteMessage } from '../renderer/render-shards.ts';
import type { DocsRenderer, RendererOptions } from '../renderer/renderer.ts';
import { type CheckedLinks, checkLinks } from './check-links.ts';
import { measurePictures } from './measure-pictures.ts';
import { type PageFigures, uniqueStyles, writePageFigures } from './page-figures.ts';
import { collectAssets } from './site-assets.ts';
import { finishNav, readingOrder } from './site-nav.ts';
import type { PageRecord, SiteRecord } from './site-record.ts';

/** What rendering a site reads. */
export interface RenderOptions extends Pick<RendererOptions, 'blobs' | 'config'> {
  readonly renderer: DocsRenderer;
  readonly tools: SiteTools;
}

interface DonePage {
  readonly target: SiteTarget;
  readonly title: string;
  /** What the navigation calls it unless it says otherwise: the front matter's title comes first. */
  readonly navTitle: string;
  readonly description: string;
  readonly headings: readonly DocsHeading[];
  readonly links?: PageLinks;
  readonly hash: string;
  readonly figures: PageFigures;
  readonly diagnostics: readonly Diagnostic[];
}

interface Rendering {
  readonly plan: DocsSitePlan;
  readonly options: RenderOptions;
  readonly folder: string;
  map: SiteMap;
  nav: readonly RenderedNavItem[] | undefined;
  /** Uris of pages that came, done or not. */
  readonly received: Set<string>;
  readonly done: Map<string, DonePage>;
  readonly pictureSize: (path: string) => PictureSize | undefined;
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
  const rendering: Rendering = {
    ...{ plan, options, folder, map, nav: undefined, received: new Set(), done: new Map(), writing: [] },
    pictureSize: measurePictures(plan, map, options.blobs),
  };
  const failure = await options.renderer.render(plan, (message) => {
    receive(message, rendering);
    if (message.type !== 'nav') onPage();
  });
  await Promise.all(rendering.writing);
  if (failure !== undefined) throw new Error(failure);
  const assets = await collectAssets(plan, rendering.map, options.blobs, join(folder, 'assets'));
  const site = describeSite(rendering, redirects);
  const styles = uniqueStyles([...rendering.done.values()].map(({ figures }) => figures));
  return { ...site, assets: [...assets.assets, ...styles], diagnostics: [...site.diagnostics, ...assets.diagnostics] };
}

function receive(message: SiteMessage, rendering: Rendering): void {
  const { plan } = rendering;
  if (message.type === 'nav') {
    if (rendering.nav === undefined && message.excluded.length > 0) {
      rendering.map = mapSite(plan.layout, new Set(message.excluded), rendering.map.redirects);
    }
    rendering.nav ??= message.nav;
    return;
  }
  const target = rendering.map.byUri.get(message.uri);
  if (!target || rendering.received.has(message.uri)) return;
  rendering.received.add(message.uri);
  const writing = receivePage(message, target, rendering);
  // Awaited when all pages are there.
  writing.catch(() => undefined);
  rendering.writing.push(writing);
}

async function receivePage(
  message: Exclude<SiteMessage, { readonly type: 'nav' }>,
  target: SiteTarget,
  rendering: Rendering,
): Promise<void> {
  const { plan, options, done, folder, map, pictureSize } = rendering;
  const { repository } = plan.repository;
  const { iframeHosts } = options.config;
  const place: PagePlace = {
    ...{ page: target, map, repository, iframeHosts, pictureSize, hooks: diagramHooks(options.tools) },
  };
  const { page, diagnostics } =
    message.type === 'page'
      ? await processPage(message, place, (address) =>
          locateAddress(target.source, address, plan.layout, (path) => readText(path, rendering)),
        )
      : failedPage(message.reason, message.detail, place);
  const navTitle = (message.type === 'page' ? message.title : page.title) || target.uri;
  const title = page.title || navTitle;
  const hash = createHash('sha256').update(page.html).digest('hex');
  const { description, headings, links } = page;
  const figures = await writePageFigures(page, join(folder, 'assets'));
  const described = { target, title, navTitle, description, headings, hash, figures, diagnostics };
  done.set(message.uri, { ...described, ...(links && { links }) });
  await writeFile(join(folder, 'pages', fileOf(target)), page.html);
}

/** Only called for pages that have problems, to say on which line. */
function readText(path: string, { plan, options }: Rendering): string {
  const file = plan.repository.files.get(path);
  return file === undefined ? '' : (file.text ?? readFileSync(options.blobs.pathOf(file.oid), 'utf8'));
}

/** What a page's record says of its links. */
function recordLinks({ target, headings, links }: DonePage, mended: CheckedLinks['mended']) {
  if (!links) return { mended: [], references: [] };
  const ids = new Set(headings.map(({ id }) => id));
  const anchors = [...links.anchors].filter((anchor) => !ids.has(`${idPrefix}${anchor}`));
  return { anchors, mended: mended.get(target.path) ?? [], references: links.references };
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
  const textOf = (path: string) => repository.files.get(path)?.text ?? '';
  const nav = finishNav(rendering.nav ?? [], map, titles, layout, textOf);
  const decisions = describeDecisions(layout.decisions ?? [], map);
  const order = new Map([...new Set(readingOrder(nav.nav))].map((path, index) => [path, index]));
  const place = (page: PageRecord) => order.get(page.path) ?? order.size;
  const inOrder = [...done.keys()].sort().flatMap((uri) => done.get(uri) ?? []);
  const links = checkLinks(inOrder, map, plan, (path) => readText(path, rendering));
  const pages = inOrder
    .map((page): PageRecord => {
      const { target, title, description, headings, hash, figures } = page;
      const about = { path: target.path, sourcePath: target.source, title, description, headings };
      return { ...about, ...recordLinks(page, links.mended), ...figures.needs, file: fileOf(target), hash };
    })
    .sort((a, b) => place(a) - place(b) || (a.path < b.path ? -1 : 1));
  const slug = repository.repository.slug;
  const inConfig = ({ line, column, path }: TextPlace & { readonly path?: string }) => ({
    source: {
      repository: slug,
      path: path ?? layout.configPath ?? 'mkdocs.yml',
      ...(line && { line }),
      ...(column && { column }),
    },
  });
  const diagnostics = [
    ...nav.problems.map((problem) =>
      diagnose('techdocs/nav-not-found', { message: problem.message, ...inConfig(problem) }),
    ),
    ...redirects.problems.map(({ message, from }) =>
      diagnose('techdocs/redirect-invalid', { message, ...inConfig(placeOfName(configText, from)) }),
    ),
    ...uniqueDiagnostics([...inOrder.flatMap((page) => page.diagnostics), ...links.diagnostics]),
  ];
  const title = layout.siteName ?? entityTitle;
  return { title, nav: nav.nav, pages, assets: [], redirects: [...redirects.redirects], ...decisions, diagnostics };
}

/** Several pages that include one snippet say the same of it. */
function uniqueDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ code, message, source }: Diagnostic) => JSON.stringify([code, message, source]);
  return [...new Map(diagnostics.map((item) => [keyOf(item), item])).values()];
}
