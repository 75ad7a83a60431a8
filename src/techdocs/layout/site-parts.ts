import { matchPaths } from '../../catalog/locations/match-paths.ts';
import type { LayoutFile, LayoutProblem } from './docs-layout.ts';
import { type DocsTree, findConfig, findDocsSource, isPage } from './docs-source.ts';
import { type MkdocsSettings, parseMkdocsConfig } from './mkdocs-config.ts';
import { includedConfig, isAddress, type WrittenNavItem } from './mkdocs-nav.ts';
import { orderSite } from './ordering/site-ordering.ts';
import { placeOfName } from './place-in-text.ts';
import { folderOf, joinPath, relativeTo, resolveInside } from './repository-paths.ts';

/** The files and settings of one configuration: the site's own, or one that it includes. */
export interface SitePart {
  readonly files: readonly LayoutFile[];
  readonly nav: readonly WrittenNavItem[] | undefined;
  readonly settings: MkdocsSettings;
  readonly configPath: string | undefined;
  readonly docsDir: string;
}

/** What is collected while the parts of a site are laid out. */
export interface PartWalk {
  readonly tree: DocsTree;
  readonly configPaths: string[];
  /** Pages whose text decides something. */
  readonly textPaths: string[];
  readonly problems: LayoutProblem[];
  /** Included files, which belong to the whole site whatever level includes them. */
  readonly included: LayoutFile[];
}

interface PartPlace {
  readonly root: string;
  readonly alias: string;
  /** Configurations that lead here, outermost first. */
  readonly chain: readonly string[];
  readonly where: string;
  readonly text: string;
}

const deepestInclude = 5;
const mostIncludes = 100;
const nothing: MkdocsSettings = { redirects: new Map(), extensions: {} };

/** Lays out a folder's docs under an alias, with what they include; `undefined` when it holds none. Pure. */
export function layoutPart(
  root: string,
  alias: string,
  chain: readonly string[],
  walk: PartWalk,
): SitePart | undefined {
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
    const place = placeOfName(text ?? '', 'docs_dir');
    walk.problems.push({ code: 'techdocs/docs-dir-outside', message, path: where, ...place });
  }
  const settings = parsed?.settings ?? nothing;
  const place: PartPlace = { root, alias, chain: [...chain, where], where, text: text ?? '' };
  const nav = settings.nav?.flatMap((item) => resolveItem(item, place, walk));
  const files = source.files.map((path) => ({ uri: joinPath(alias, relativeTo(source.docsDir, path)), path }));
  // A README stands for a missing index, unless the site redirects its index elsewhere.
  if (source.readme === undefined || settings.redirects.has('index.md')) {
    return { files, nav, settings, configPath, docsDir: source.docsDir };
  }
  const index = { uri: joinPath(alias, 'index.md'), path: source.readme };
  if (files.some(({ uri }) => isPage(uri))) {
    return { files: [...files, index], nav, settings, configPath, docsDir: source.docsDir };
  }
  const beside = files.map(({ path }) => ({ uri: joinPath(alias, relativeTo(root, path)), path }));
  return { files: [...beside, index], nav, settings, configPath, docsDir: source.docsDir };
}

function resolveItem(item: WrittenNavItem, place: PartPlace, walk: PartWalk): readonly WrittenNavItem[] {
  const title = item.title === undefined ? {} : { title: item.title };
  if (item.children) return [{ ...title, children: item.children.flatMap((child) => resolveItem(child, place, walk)) }];
  const target = item.target ?? '';
  const include = includedConfig(target);
  if (include?.isPattern) return includeMatches(include.path, item.title, place, walk);
  if (include) return includePart(include.path, item.title, place, walk);
  if (place.alias === '' || isAddress(target)) return [{ ...title, target }];
  const from = { path: place.where, written: target };
  return [{ ...title, target: joinPath(place.alias, target.replace(/^\/+/, '')), from }];
}

function refuse(config: string, reason: string, place: PartPlace, walk: PartWalk): readonly WrittenNavItem[] {
  const message = `nav includes "${config}", ${reason}`;
  const at = placeOfName(place.text, config);
  walk.problems.push({ code: 'techdocs/include-not-found', message, path: place.where, ...at });
  return [];
}

/** Every configuration that a pattern matches, as a section of its own name. */
function includeMatches(
  pattern: string,
  title: string | undefined,
  place: PartPlace,
  walk: PartWalk,
): readonly WrittenNavItem[] {
  const { root, chain } = place;
  const inRoot = walk.tree.paths.flatMap((path) =>
    isInFolder(path, root) && isConfigName(path) ? [relativeTo(root, path)] : [],
  );
  const found = matchPaths(pattern.replace(/^(?:\.\/)+/, ''), inRoot);
  if (!found) return refuse(pattern, 'which has too many wildcards', place, walk);
  const others = found.filter((path) => !chain.includes(joinPath(root, path)));
  if (others.length === 0) return refuse(pattern, 'which matches no mkdocs.yml of this repository', place, walk);
  const children = others.flatMap((path) => includePart(path, undefined, place, walk));
  return title === undefined ? children : [{ title, children }];
}

function includePart(
  config: string,
  title: string | undefined,
  place: PartPlace,
  walk: PartWalk,
): readonly WrittenNavItem[] {
  const { tree } = walk;
  const path = resolveInside(place.root, config);
  if (path === undefined || !isConfigName(path))
    return refuse(config, 'which is not an mkdocs.yml of this repository', place, walk);
  if (!tree.has(path)) return refuse(config, 'which does not exist', place, walk);
  if (place.chain.includes(path)) return refuse(config, 'which leads back to itself', place, walk);
  if (place.chain.length > deepestInclude || walk.configPaths.length >= mostIncludes)
    return refuse(config, 'which is included too deep or too often', place, walk);
  const root = folderOf(path);
  const text = tree.text(path);
  const name = (text === undefined ? undefined : parseMkdocsConfig(text).settings.siteName) ?? root;
  const alias = joinPath(place.alias, aliasOf(name) || aliasOf(root) || 'included');
  const part = layoutPart(root, alias, place.chain, walk);
  if (!part) return text === undefined ? [] : refuse(config, 'which has no pages', place, walk);
  walk.included.push(...part.files);
  return [{ title: title ?? name, children: part.nav ?? orderPart(part, alias, walk) }];
}

/** The navigation of an included site that has none of its own: its folders, by their ordering files. */
function orderPart(part: SitePart, alias: string, walk: PartWalk): readonly WrittenNavItem[] {
  const { docsDir, settings } = part;
  const files = part.files.map(({ uri, path }) => ({ uri: relativeTo(alias, uri), path }));
  const ordered = orderSite({
    tree: walk.tree,
    docsDir,
    files,
    settings: settings.ordering,
    nav: undefined,
    always: true,
  });
  walk.configPaths.push(...ordered.orderPaths);
  walk.textPaths.push(...ordered.titlePaths);
  walk.problems.push(...ordered.problems);
  const prefix = (item: WrittenNavItem): WrittenNavItem => {
    if (item.children) return { ...item, children: item.children.map(prefix) };
    const target = item.target ?? '';
    return isAddress(target) ? item : { ...item, target: joinPath(alias, target) };
  };
  return (ordered.nav ?? []).map(prefix);
}

function isInFolder(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

function isConfigName(path: string): boolean {
  return /(?:^|\/)mkdocs\.ya?ml$/.test(path);
}

/** The folder of an included site, as the monorepo plugin names it: a plain name as it is, any other as a slug. */
function aliasOf(name: string): string {
  const isPlain = /^[\w.\-/]+$/.test(name);
  const parts = name.split('/').map((part) => (isPlain ? part.replace(/^\.+/, '') : slug(part)));
  return parts.filter((part) => part !== '').join('/');
}

function slug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
}
