import { type FoundDecision, mostDecisions } from '../decisions/find-decisions.ts';
import { layoutDecisions } from '../decisions/layout-decisions.ts';
import { isPublishedAsset } from './asset-types.ts';
import { type DocsTree, isPage } from './docs-source.ts';
import type { ExtensionOptions } from './markdown-extensions.ts';
import type { ConfigProblem } from './mkdocs-config.ts';
import type { WrittenNavItem } from './mkdocs-nav.ts';
import { orderSite } from './ordering/site-ordering.ts';
import { problemOfFileName } from './problem-of-file-name.ts';
import { folderOf, joinPath, pathsWithin, relativeTo, resolveInside } from './repository-paths.ts';
import { layoutPart, type PartWalk, type SitePart } from './site-parts.ts';

/** A file of a docs site: its place in the site's sources, and in the repository. */
export interface LayoutFile {
  /** Path inside the docs folder as MkDocs knows it; the README fallback is `index.md`. */
  readonly uri: string;
  /** Path in the repository; of a page that Callboard makes, the folder that it is about. */
  readonly path: string;
}

/** A problem of the layout with the file it is in. */
export interface LayoutProblem {
  readonly code:
    | ConfigProblem['code']
    | 'techdocs/include-not-found'
    | 'techdocs/nav-not-found'
    | 'techdocs/docs-dir-outside'
    | 'techdocs/path-collision'
    | 'techdocs/file-name-refused';
  readonly message: string;
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/** A docs site as its sources lay it out, with every setting that is heeded. */
export interface DocsLayout {
  readonly root: string;
  readonly configPath?: string;
  readonly siteName?: string;
  readonly siteDescription?: string;
  /** Sorted by uri, which is unique. */
  readonly files: readonly LayoutFile[];
  /** Targets are uris or URLs; absent: made from the files. */
  readonly nav?: readonly WrittenNavItem[];
  /** The navigation is one that somebody wrote, not one that folders make. */
  readonly isNavWritten?: boolean;
  readonly excludeDocs?: string;
  readonly notInNav?: string;
  readonly draftDocs?: string;
  readonly redirects: ReadonlyMap<string, string>;
  readonly extensions: ExtensionOptions;
  /** Folders, then files, that snippets may come from. */
  readonly snippetBases: readonly string[];
  readonly snippetFiles: readonly string[];
  /** Configurations and ordering files that were or should be read, as text. */
  readonly configPaths: readonly string[];
  /** Pages whose text decides the layout, where it is to be had. */
  readonly textPaths?: readonly string[];
  /** Text of pages that are not as they are in the repository, by uri. */
  readonly generated?: Readonly<Record<string, string>>;
  readonly decisions?: readonly FoundDecision[];
  readonly problems: readonly LayoutProblem[];
}

/**
 * Lays out the docs of a folder, or gives `undefined` when it holds none. `decisionFolders` of the repository hold decision
 * records whatever they are called. Pure.
 */
export function layoutDocs(
  root: string,
  tree: DocsTree,
  decisionFolders: readonly string[] = [],
): DocsLayout | undefined {
  const walk: PartWalk = { tree, configPaths: [], textPaths: [], problems: [], included: [] };
  const part = layoutPart(root, '', [], walk);
  const own = uniqueFiles([...(part?.files ?? []), ...walk.included], walk.problems);
  const decided = layoutDecisions({ root, tree, files: own, folders: decisionFolders, nav: part?.nav });
  if (!part && decided.decisions.length === 0) return undefined;
  const {
    settings = { redirects: new Map(), extensions: {} },
    configPath,
    docsDir = root,
  }: Partial<SitePart> = part ?? {};
  const files = decided.files.length === own.length ? own : uniqueFiles(decided.files, walk.problems);
  const ordered = orderSite({ tree, docsDir, files, settings: settings.ordering, nav: decided.nav });
  walk.configPaths.push(...ordered.orderPaths);
  walk.problems.push(...ordered.problems);
  const nav = ordered.nav ?? decided.nav;
  const snippets = snippetSources(root, settings.extensions, files, tree);
  return {
    root,
    ...(configPath !== undefined && { configPath }),
    ...(settings.siteName !== undefined && { siteName: settings.siteName }),
    ...(settings.siteDescription !== undefined && { siteDescription: settings.siteDescription }),
    ...(settings.excludeDocs !== undefined && { excludeDocs: settings.excludeDocs }),
    ...(settings.notInNav !== undefined && { notInNav: settings.notInNav }),
    ...(settings.draftDocs !== undefined && { draftDocs: settings.draftDocs }),
    ...(nav && { nav }),
    isNavWritten: part?.nav !== undefined,
    files,
    redirects: settings.redirects,
    extensions: settings.extensions,
    snippetBases: snippets.bases,
    snippetFiles: snippets.files,
    configPaths: walk.configPaths,
    textPaths: [...walk.textPaths, ...ordered.titlePaths, ...decided.textPaths.slice(0, mostDecisions)],
    generated: decided.generated,
    decisions: decided.decisions,
    problems: walk.problems,
  };
}

/** One file per uri, and per address that pages differ in: the first by name stays. */
function uniqueFiles(files: readonly LayoutFile[], problems: LayoutProblem[]): readonly LayoutFile[] {
  const sorted = [...files].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  const readmes = sorted.filter(({ uri }) => /(?:^|\/)README\.md$/.test(uri));
  const ordered = [...sorted.filter((file) => !readmes.includes(file)), ...readmes];
  const taken = new Map<string, LayoutFile>();
  for (const file of ordered) {
    const address = isPage(file.uri) ? pagePath(file.uri) : file.uri;
    const unsafe = isPage(file.uri) || isPublishedAsset(file.uri) ? problemOfFileName(address) : undefined;
    if (unsafe !== undefined) {
      const message = `${JSON.stringify(file.path.slice(0, 200))} ${unsafe}; it is left out`;
      problems.push({ code: 'techdocs/file-name-refused', message, path: file.path });
      continue;
    }
    // A page is published as a folder, which no file may stand in the way of.
    const key = address.replace(/\/$/, '').normalize('NFC').toLowerCase();
    const first = taken.get(key);
    if (!first) taken.set(key, file);
    else if (first.path !== file.path && !readmes.includes(file)) {
      const message = `${file.path} would be published at the same address as ${first.path}; it is left out`;
      problems.push({ code: 'techdocs/path-collision', message, path: file.path });
    }
  }
  return [...taken.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/** Path of a page inside its site, with a trailing slash; `''` for the index. */
export function pagePath(uri: string): string {
  const stem = uri.replace(/\.[^./]+$/, '');
  const folder = folderOf(stem);
  const name = relativeTo(folder, stem);
  return name === 'index' || name === 'README' ? (folder === '' ? '' : `${folder}/`) : `${stem}/`;
}

const mostSnippets = 2000;

function snippetSources(root: string, extensions: ExtensionOptions, files: readonly LayoutFile[], tree: DocsTree) {
  const options = extensions['pymdownx.snippets'] ?? {};
  const written = Array.isArray(options['base_path']) ? (options['base_path'] as readonly string[]) : [];
  const bases = written
    .map((base) => resolveInside(root, base.replace('$config_dir', '.')))
    .filter((base) => base !== undefined);
  const own = written.length === 0 ? [] : bases.flatMap((base) => pathsWithin(tree.paths, base).slice(0, mostSnippets));
  const beside = pathsWithin(tree.paths, root).filter(
    (path) => !relativeTo(root, path).includes('/') && /\.(?:md|txt)$|\/?LICENSE$/i.test(path),
  );
  const texts = files
    .map(({ path }) => path)
    .filter((path) => !isPublishedAsset(path) || /\.(?:txt|csv|json|ya?ml|toml|sql|proto|graphql)$/i.test(path));
  return {
    bases: bases.length > 0 ? bases : [root, joinPath(root, 'docs')],
    files: [...new Set([...texts, ...own, ...beside])].slice(0, 2 * mostSnippets + files.length),
  };
}
