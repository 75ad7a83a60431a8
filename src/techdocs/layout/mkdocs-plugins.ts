import { namedItems } from './markdown-extensions.ts';
import type { FolderSort } from './ordering/folder-order.ts';
import { pagesSort } from './ordering/parse-pages-file.ts';

/** What a configuration's plugins say of the order of pages. */
export interface OrderingSettings {
  /** Names of ordering files that are not the usual ones. */
  readonly pagesFile?: string;
  readonly navFile?: string;
  /** Name of the Markdown files that hold navigation, when the site is ordered by such. */
  readonly summaryFile?: string;
  /** What holds for every folder that does not say otherwise. */
  readonly pages?: { readonly sort?: FolderSort; readonly collapse?: boolean };
}

/** What is heeded of a configuration's `plugins`. */
export interface ReadPlugins {
  readonly redirects: ReadonlyMap<string, string>;
  readonly ordering?: OrderingSettings;
  /** The TechDocs plugin's own switch: blocks in place of admonitions, details and tabs. */
  readonly usesBlocks: boolean;
  /** Names that are not known, as they are written. */
  readonly dropped: readonly string[];
}

/** Plugins whose work the portal does itself. Silent. */
const done = `techdocs-core search material/search redirects group material/group monorepo mermaid2 mkdocs-mermaid mermaid
  gh-admonitions callouts github-callouts admonitions awesome-pages awesome-nav literate-nav section-index include_dir_to_nav
  same-dir exclude-search autolinks ezlinks roamlinks git-revision-date git-revision-date-localized git-authors
  git-committers git-committers-2 git-latest-changes kroki plantuml build_plantuml puml mkdocs_puml graphviz drawio
  drawio-exporter panzoom glightbox lightbox img2fig img2figv2`;
/** Plugins that only serve MkDocs' own pages, their output or their authors. Silent. */
const unneeded = `minify offline material/offline privacy material/privacy social material/social optimize
  material/optimize tags material/tags meta material/meta info material/info typeset material/typeset autorefs rss
  feedback htmlproofer linkcheck link-checker spellcheck print-site with-pdf pdf-export to-pdf pdf mike
  open-in-new-tab page-pdf seo sitemap toggle-sidebar versions version-annotations url-schema live-edit get-deps
  document-dates timetoread enumerate-headings extra-sass custom-fences`;
const known: ReadonlySet<string> = new Set(`${done} ${unneeded}`.split(/\s+/));

/** Reads `plugins`, a list of names and mappings or one mapping, also inside groups. */
export function readPlugins(value: unknown): ReadPlugins {
  const redirects = new Map<string, string>();
  const dropped: string[] = [];
  let ordering: OrderingSettings | undefined;
  let usesBlocks = false;
  const read = (items: unknown, depth: number) => {
    for (const [name, options] of namedItems(items)) {
      if (!known.has(name)) dropped.push(name);
      const data = (typeof options === 'object' && options !== null ? options : {}) as Readonly<
        Record<string, unknown>
      >;
      if (name === 'redirects') readRedirects(data['redirect_maps'], redirects);
      if (name === 'techdocs-core') usesBlocks ||= data['use_pymdownx_blocks'] === true;
      if (/^(?:material\/)?group$/.test(name) && depth < 5) read(data['plugins'], depth + 1);
      ordering = orderingOf(name, data) ?? ordering;
    }
  };
  if (value !== undefined && value !== null) read(value, 0);
  return { redirects, usesBlocks, dropped, ...(ordering && { ordering }) };
}

function readRedirects(maps: unknown, redirects: Map<string, string>): void {
  if (typeof maps !== 'object' || maps === null) return;
  for (const [from, to] of Object.entries(maps).slice(0, 5000)) if (typeof to === 'string') redirects.set(from, to);
}

function orderingOf(name: string, data: Readonly<Record<string, unknown>>): OrderingSettings | undefined {
  if (name === 'awesome-pages') {
    const sort = pagesSort(data);
    const collapse = data['collapse_single_pages'] === true;
    const pagesFile = fileName(data['filename']);
    return { ...(pagesFile && { pagesFile }), pages: { ...(sort && { sort }), ...(collapse && { collapse }) } };
  }
  if (name === 'awesome-nav') {
    const navFile = fileName(data['filename']);
    return navFile ? { navFile } : {};
  }
  return name === 'literate-nav' ? { summaryFile: fileName(data['nav_file']) ?? 'SUMMARY.md' } : undefined;
}

function fileName(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : undefined;
}
