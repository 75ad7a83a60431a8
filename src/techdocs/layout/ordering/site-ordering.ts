import type { DocsTree } from '../docs-source.ts';
import { isPage } from '../docs-source.ts';
import type { WrittenNavItem } from '../mkdocs-nav.ts';
import type { OrderingSettings } from '../mkdocs-plugins.ts';
import { placeOfName, type TextPlace } from '../place-in-text.ts';
import { folderOf, joinPath, pathsWithin, relativeTo } from '../repository-paths.ts';
import type { FolderOrder, ParsedOrder } from './folder-order.ts';
import { entriesOfNav, foldersOf, orderNavigation } from './order-navigation.ts';
import { pageTitle } from './page-title.ts';
import { pageTree } from './page-tree.ts';
import { navFileDefaults, parseNavFile } from './parse-nav-file.ts';
import { parsePagesFile } from './parse-pages-file.ts';
import { parseSummaryFile } from './parse-summary-file.ts';

/** A problem of an ordering file. */
export interface OrderingProblem extends TextPlace {
  readonly code: 'techdocs/config-invalid' | 'techdocs/nav-not-found';
  readonly message: string;
  readonly path: string;
}

/** The navigation that ordering files make, and what had to be read for it. */
export interface OrderedNav {
  /** Absent: no ordering file, and nothing in `nav` that stands for more than it names. */
  readonly nav?: readonly WrittenNavItem[];
  /** Ordering files, which are to be read as text. */
  readonly orderPaths: readonly string[];
  /** Pages whose title is sorted by, which are to be read as text. */
  readonly titlePaths: readonly string[];
  readonly problems: readonly OrderingProblem[];
}

/** What of a site decides its order. */
export interface OrderingInput {
  readonly tree: DocsTree;
  readonly docsDir: string;
  readonly files: readonly { readonly uri: string; readonly path: string }[];
  readonly settings: OrderingSettings | undefined;
  /** The configuration's own navigation. */
  readonly nav: readonly WrittenNavItem[] | undefined;
  /** A navigation is wanted whatever there is. */
  readonly always?: boolean;
}

const mostFiles = 2000;

/** Orders a site's navigation by the ordering files in its folders. Pure. */
export function orderSite({ tree, docsDir, files, settings, nav, always }: OrderingInput): OrderedNav {
  const pages = files.filter(({ uri }) => isPage(uri));
  const folders = foldersOf(pages.map(({ uri }) => uri));
  const found = findOrderFiles(tree, docsDir, folders, settings);
  const orders = new Map<string, ParsedOrder & { readonly path: string; readonly text: string }>();
  for (const [folder, path] of found) {
    const text = tree.text(path);
    if (text !== undefined) orders.set(folder, { ...parserOf(path, settings)(text), path, text });
  }
  const entries = nav && entriesOfNav(nav, folders);
  const orderPaths = [...found.values()];
  const isUsed = nav === undefined ? always || found.size > 0 : entries !== undefined;
  if (!isUsed) return { orderPaths: [], titlePaths: [], problems: [] };
  const byTitle = [...orders.values(), { order: settings?.pages ?? {} }].some(({ order }) => sortsByTitle(order));
  const pathOf = new Map(pages.map(({ uri, path }) => [uri, path]));
  const problems: OrderingProblem[] = [...orders.values()].flatMap((file) =>
    file.problems.map(({ message, word }) => ({
      code: 'techdocs/config-invalid' as const,
      message: `${file.path} ${message}`,
      path: file.path,
      ...placeOfName(file.text, word),
    })),
  );
  const usesNavFiles = settings?.summaryFile === undefined && orderPaths.some((path) => /\.ya?ml$/.test(path));
  const summaries = pages.filter(({ path }) => orderPaths.includes(path)).map(({ uri }) => uri);
  const ordered = orderNavigation(
    {
      tree: pageTree(pages.map(({ uri }) => uri)),
      orderOf: (folder) => orders.get(folder)?.order,
      defaults: usesNavFiles ? navFileDefaults : (settings?.pages ?? {}),
      hidden: new Set(summaries),
      titleOf: (uri) => pageTitle(uri, tree.text(pathOf.get(uri) ?? '')),
      report: (folder, target) => {
        const file = orders.get(folder);
        // What the configuration's own navigation names is reported where it is resolved.
        if (!file || (folder === '' && entries)) return;
        const message = `${file.path} names "${target}", which is neither a page nor a folder with pages`;
        problems.push({ code: 'techdocs/nav-not-found', message, path: file.path, ...placeOfName(file.text, target) });
      },
    },
    entries,
  );
  return { nav: ordered, orderPaths, titlePaths: byTitle ? pages.map(({ path }) => path) : [], problems };
}

function sortsByTitle({ sort, entries = [] }: FolderOrder): boolean {
  return sort?.by === 'title' || entries.some((entry) => entry.type === 'rest' && entry.sort?.by === 'title');
}

function parserOf(path: string, settings: OrderingSettings | undefined): (text: string) => ParsedOrder {
  if (settings?.summaryFile !== undefined) return parseSummaryFile;
  return /\.ya?ml$/.test(path) ? parseNavFile : parsePagesFile;
}

/** Ordering files by the uri of their folder: those of the plugin that is named, else whichever there are. */
function findOrderFiles(
  { paths }: DocsTree,
  docsDir: string,
  folders: ReadonlySet<string>,
  settings: OrderingSettings | undefined,
): ReadonlyMap<string, string> {
  const names = settings?.summaryFile
    ? [settings.summaryFile]
    : [settings?.navFile ?? '.nav.yml', settings?.pagesFile ?? '.pages'];
  const found = new Map<string, string>();
  for (const name of names) {
    for (const path of pathsWithin(paths, docsDir)) {
      const folder = folderOf(relativeTo(docsDir, path));
      const isOrderFile = path === joinPath(docsDir, joinPath(folder, name));
      const isKnown = folder === '' || folders.has(folder);
      if (isOrderFile && isKnown && !found.has(folder) && found.size < mostFiles) found.set(folder, path);
    }
  }
  return found;
}
