import { isPublishedAsset } from './asset-types.ts';
import { type DocsTree, findConfig, findDocsSource, isPage } from './docs-source.ts';
import type { ExtensionOptions } from './markdown-extensions.ts';
import { type ConfigProblem, type MkdocsSettings, parseMkdocsConfig } from './mkdocs-config.ts';
import { includedConfig, type WrittenNavItem } from './mkdocs-nav.ts';
import { placeOf } from './place-in-text.ts';
import { folderOf, joinPath, pathsWithin, relativeTo, resolveInside } from './repository-paths.ts';

/** A file of a docs site: its place in the site's sources, and in the repository. */
export interface LayoutFile {
  /** Path inside the docs folder as MkDocs knows it; the README fallback is `index.md`. */
  readonly uri: string;
  /** Path in the repository. */
  readonly path: string;
}

/** A problem of the layout with the file it is in. */
export interface LayoutProblem {
  readonly code:
    | ConfigProblem['code']
    | 'techdocs/include-not-found'
    | 'techdocs/docs-dir-outside'
    | 'techdocs/path-collision';
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
  readonly excludeDocs?: string;
  readonly notInNav?: string;
  readonly redirects: ReadonlyMap<string, string>;
  readonly extensions: ExtensionOptions;
  /** Folders, then files, that snippets may come from. */
  readonly snippetBases: readonly string[];
  readonly snippetFiles: readonly string[];
  /** Configurations that were or should be read, as text. */
  readonly configPaths: readonly string[];
  readonly problems: readonly LayoutProblem[];
}

const deepestInclude = 5;
const mostIncludes = 100;

interface Part {
  readonly files: readonly LayoutFile[];
  readonly nav: readonly WrittenNavItem[] | undefined;
  readonly settings: MkdocsSettings;
  readonly configPath: string | undefined;
}

interface Walk {
  readonly tree: DocsTree;
  readonly configPaths: string[];
  readonly problems: LayoutProblem[];
  /** Included files, which belong to the whole site whatever level includes them. */
  readonly included: LayoutFile[];
}

/** Lays out the docs of a folder, or gives `undefined` when it holds none. Pure. */
export function layoutDocs(root: string, tree: DocsTree): DocsLayout | undefined {
  const walk: Walk = { tree, configPaths: [], problems: [], included: [] };
  const part = layoutPart(root, '', 0, walk);
  if (!part) return undefined;
  const { settings, configPath } = part;
  const files = uniqueFiles([...part.files, ...walk.included], walk.problems);
  const snippets = snippetSources(root, settings.extensions, files, tree);
  return {
    root,
    ...(configPath !== undefined && { configPath }),
    ...(settings.siteName !== undefined && { siteName: settings.siteName }),
    ...(settings.siteDescription !== undefined && { siteDescription: settings.siteDescription }),
    ...(settings.excludeDocs !== undefined && { excludeDocs: settings.excludeDocs }),
    ...(settings.notInNav !== undefined && { notInNav: settings.notInNav }),
    ...(part.nav && { nav: part.nav }),
    files,
    redirects: settings.redirects,
    extensions: settings.extensions,
    snippetBases: snippets.bases,
    snippetFiles: snippets.files,
    configPaths: walk.configPaths,
    problems: walk.problems,
  };
}

function layoutPart(root: string, alias: string, depth: number, walk: Walk): Part | undefined {
  const { tree } = walk;
  const configPath = findConfig(root, tree);
  if (configPath !== undefined) walk.configPaths.push(configPath);
  const text = configPath === undefined ? undefined : tree.text(configPath);
  const parsed = text === undefined ? undefined : parseMkdocsConfig(text);
  const where = configPath ?? joinPath(root, 'mkdocs.yml');
  for (const problem of parsed?.problems ?? []) walk.problems.push({ ...problem, path: where });
  const source = findDocsSource(root, parsed?.settings, tree);
  if (!source) return undefined;
  if (source.docsDirOutside) {
    const message = `docs_dir "${parsed?.settings.docsDir}" leads outside the repository; "docs" is used`;
    walk.problems.push({ code: 'techdocs/docs-dir-outside', message, path: where, ...placeOf(text ?? '', 'docs_dir') });
  }
  const files = source.files.map((path) => ({ uri: joinPath(alias, relativeTo(source.docsDir, path)), path }));
  // A README stands for a missing index, unless the site redirects its index elsewhere.
  if (source.readme !== undefined && !parsed?.settings.redirects.has('index.md')) {
    if (!files.some(({ uri }) => isPage(uri)))
      files.splice(
        0,
        files.length,
        ...files.map(({ path }) => ({ uri: joinPath(alias, relativeTo(root, path)), path })),
      );
    files.push({ uri: joinPath(alias, 'index.md'), path: source.readme });
  }
  const settings: MkdocsSettings = parsed?.settings ?? { redirects: new Map(), extensions: {} };
  const nav = settings.nav?.flatMap((item) => resolveNav(item, { root, alias, depth, where, text: text ?? '' }, walk));
  return { files, nav, settings, configPath };
}

interface NavPlace {
  readonly root: string;
  readonly alias: string;
  readonly depth: number;
  readonly where: string;
  readonly text: string;
}

function resolveNav(item: WrittenNavItem, place: NavPlace, walk: Walk): readonly WrittenNavItem[] {
  const title = item.title === undefined ? {} : { title: item.title };
  if (item.children) return [{ ...title, children: item.children.flatMap((child) => resolveNav(child, place, walk)) }];
  const target = item.target ?? '';
  const config = includedConfig(target);
  if (config !== undefined) return includePart(config, item.title, place, walk);
  const isUri = place.alias !== '' && !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target);
  return [{ ...title, target: isUri ? joinPath(place.alias, target.replace(/^\/+/, '')) : target }];
}

function includePart(
  config: string,
  title: string | undefined,
  place: NavPlace,
  walk: Walk,
): readonly WrittenNavItem[] {
  const path = resolveInside(place.root, config);
  const refuse = (reason: string): readonly WrittenNavItem[] => {
    const message = `nav includes "${config}", ${reason}`;
    walk.problems.push({
      code: 'techdocs/include-not-found',
      message,
      path: place.where,
      ...placeOf(place.text, config),
    });
    return [];
  };
  if (path === undefined || !/(?:^|\/)mkdocs\.ya?ml$/.test(path))
    return refuse('which is not an mkdocs.yml of this repository');
  if (!walk.tree.has(path)) return refuse('which does not exist');
  if (place.depth >= deepestInclude || walk.configPaths.length >= mostIncludes)
    return refuse('which is included too deep or too often');
  const root = folderOf(path);
  const text = walk.tree.text(path);
  const name = (text === undefined ? undefined : parseMkdocsConfig(text).settings.siteName) ?? root;
  const alias = joinPath(place.alias, slug(name) || slug(root) || 'included');
  const part = layoutPart(root, alias, place.depth + 1, walk);
  if (!part) return text === undefined ? [] : refuse('which has no pages');
  walk.included.push(...part.files);
  const children = part.nav ?? part.files.filter(({ uri }) => isPage(uri)).map(({ uri }) => ({ target: uri }));
  return [{ title: title ?? name, children }];
}

function slug(name: string): string {
  const parts = name
    .toLowerCase()
    .split('/')
    .map((part) => part.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, ''));
  return parts.filter((part) => part !== '').join('/');
}

/** One file per uri, and per address that pages differ in: the first by name stays. */
function uniqueFiles(files: readonly LayoutFile[], problems: LayoutProblem[]): readonly LayoutFile[] {
  const sorted = [...files].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  const readmes = sorted.filter(({ uri }) => /(?:^|\/)README\.md$/.test(uri));
  const ordered = [...sorted.filter((file) => !readmes.includes(file)), ...readmes];
  const taken = new Map<string, LayoutFile>();
  for (const file of ordered) {
    const key = (isPage(file.uri) ? pagePath(file.uri) : file.uri).normalize('NFC').toLowerCase();
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
