import { isPublishedAsset } from '../layout/asset-types.ts';
import type { LayoutFile } from '../layout/docs-layout.ts';
import type { DocsTree } from '../layout/docs-source.ts';
import { isAddress, type WrittenNavItem } from '../layout/mkdocs-nav.ts';
import { folderOf, isWithin, joinPath, pathsWithin, relativeTo } from '../layout/repository-paths.ts';
import { decisionListPage, withDecisionList } from './decision-list-page.ts';
import { isDecisionFolder, parseDecisionName } from './decision-name.ts';
import { type DecisionLog, type FoundDecision, findDecisions, indexUris, mayBeDecision } from './find-decisions.ts';

/** A site before its decisions are looked for. */
export interface DecisionInput {
  readonly root: string;
  readonly tree: DocsTree;
  readonly files: readonly LayoutFile[];
  /** Folders of the repository that hold decisions whatever they are called. */
  readonly folders: readonly string[];
  readonly nav: readonly WrittenNavItem[] | undefined;
}

/** A site with its decisions: their pages, the lists of them, and where these are in the navigation. */
export interface DecisionLayout {
  readonly files: readonly LayoutFile[];
  readonly nav: readonly WrittenNavItem[] | undefined;
  /** Text of lists by uri. */
  readonly generated: Readonly<Record<string, string>>;
  readonly decisions: readonly FoundDecision[];
  /** Records and indexes, whose text is needed. */
  readonly textPaths: readonly string[];
}

/** Folders beside the docs in which tools keep decisions: adr-tools, MADR, Log4brains. */
const customaryFolders = [
  'doc/adr',
  'docs/adr',
  'docs/adrs',
  'docs/decisions',
  'adr',
  'adrs',
  'decisions',
  'doc/decisions',
];

/** Folders outside a site's docs that hold its decisions: those that are named, else the first customary one with records. */
export function decisionFoldersBeside(root: string, tree: DocsTree, named: readonly string[]): readonly string[] {
  if (named.length > 0) return named;
  const found = customaryFolders.map((folder) => joinPath(root, folder)).find((folder) => holdsRecords(folder, tree));
  return found === undefined ? [] : [found];
}

function holdsRecords(folder: string, tree: DocsTree): boolean {
  return pathsWithin(tree.paths, folder).some((path) => {
    const name = /\.md$/i.test(path) ? parseDecisionName(relativeTo(folderOf(path), path)) : undefined;
    return name?.number !== undefined || name?.date !== undefined;
  });
}

/** Finds a site's decisions, adds those that lie beside its docs, and gives every folder of them a list. Pure. */
export function layoutDecisions({ root, tree, files, folders, nav }: DecisionInput): DecisionLayout {
  const paths = new Set(files.map(({ path }) => path));
  const inDocs = files.some(({ uri }) => mayBeDecision(uri, []));
  const beside = decisionFoldersBeside(root, tree, folders).filter((folder) => {
    const isOutside = !pathsWithin(tree.paths, folder).some((path) => paths.has(path));
    return isOutside && (folders.includes(folder) || !inDocs);
  });
  const added = beside.flatMap((folder) => filesOf(folder, files, tree));
  const all = [...files, ...added];
  const named = folders.flatMap((folder) => urisOfFolder(folder, all));
  const logs = findDecisions(all, named, tree.text).filter(({ folder }) => folder !== '' || named.includes(''));
  const byUri = new Map(all.map((file) => [file.uri, file]));
  const generated: Record<string, string> = {};
  const lists: LayoutFile[] = [];
  for (const log of logs) {
    const index = indexUris(log.folder).find((uri) => byUri.has(uri));
    if (index === undefined) {
      const [uri = ''] = indexUris(log.folder);
      generated[uri] = decisionListPage(log);
      lists.push({ uri, path: sourceFolder(log, byUri) });
    } else {
      const text = tree.text(byUri.get(index)?.path ?? '');
      const longer = text === undefined ? undefined : withDecisionList(text, index, log);
      if (longer !== undefined) generated[index] = longer;
    }
  }
  const addedUris = new Set(added.map(({ uri }) => uri));
  return {
    files: [...all, ...lists],
    nav: nav && placeLists(nav, logs, lists, addedUris),
    generated,
    decisions: logs.flatMap(({ decisions }) => decisions),
    textPaths: all.filter(({ uri }) => mayBeDecision(uri, named)).map(({ path }) => path),
  };
}

/** Files of a folder beside the docs: under its own name, or as the whole site where there is no other. */
function filesOf(folder: string, files: readonly LayoutFile[], tree: DocsTree): readonly LayoutFile[] {
  const name = relativeTo(folderOf(folder), folder);
  const wanted = isDecisionFolder(name) ? name : 'decisions';
  const isTaken = files.some(({ uri }) => isWithin(uri, wanted));
  const alias = files.length === 0 ? '' : isTaken ? `${wanted}-records` : wanted;
  return pathsWithin(tree.paths, folder)
    .filter((path) => /\.md$/i.test(path) || isPublishedAsset(path))
    .filter(
      (path) =>
        !relativeTo(folder, path)
          .split('/')
          .some((part) => part.startsWith('.')),
    )
    .map((path) => ({ uri: joinPath(alias, relativeTo(folder, path)), path }));
}

/** Where a folder of the repository is in the site. */
function urisOfFolder(folder: string, files: readonly LayoutFile[]): readonly string[] {
  const file = files.find(
    ({ uri, path }) =>
      isWithin(path, folder) && path.endsWith(relativeTo(folder, path)) && uri.endsWith(relativeTo(folder, path)),
  );
  if (!file) return [];
  return [file.uri.slice(0, file.uri.length - relativeTo(folder, file.path).length).replace(/\/$/, '')];
}

function sourceFolder({ folder, decisions }: DecisionLog, files: ReadonlyMap<string, LayoutFile>): string {
  const [first] = decisions;
  const file = first && files.get(first.uri);
  if (!file) return folder;
  const below = folder === '' ? file.uri : relativeTo(folder, file.uri);
  return file.path.slice(0, file.path.length - below.length).replace(/\/$/, '');
}

/** A list comes first in the section that names its decisions; decisions from beside the docs get a section of their own. */
function placeLists(
  nav: readonly WrittenNavItem[],
  logs: readonly DecisionLog[],
  lists: readonly LayoutFile[],
  added: ReadonlySet<string>,
): readonly WrittenNavItem[] {
  let placed = nav;
  for (const log of logs) {
    const list = lists.find(({ uri }) => folderOf(uri) === log.folder)?.uri;
    if (list !== undefined) placed = insertList(placed, list, log.folder, false).items;
    if (!log.decisions.some(({ uri }) => added.has(uri))) continue;
    const pages = log.decisions.map(({ uri }) => ({ target: uri }));
    const index = list ?? indexUris(log.folder).find((uri) => added.has(uri));
    placed = [
      ...placed,
      { title: 'Decisions', children: [...(index === undefined ? [] : [{ target: index }]), ...pages] },
    ];
  }
  return placed;
}

function insertList(
  items: readonly WrittenNavItem[],
  list: string,
  folder: string,
  isSection: boolean,
): { readonly items: readonly WrittenNavItem[]; readonly done: boolean } {
  let done = false;
  const deeper = items.map((item) => {
    if (done || !item.children) return item;
    const below = insertList(item.children, list, folder, true);
    done = below.done;
    return below.done ? { ...item, children: below.items } : item;
  });
  if (done) return { items: deeper, done };
  const names = (item: WrittenNavItem) =>
    item.target !== undefined && !isAddress(item.target) && isWithin(item.target, folder);
  const first = items.findIndex(names);
  if (first === -1) return { items, done: false };
  const at = isSection ? 0 : first;
  return { items: [...items.slice(0, at), { target: list }, ...items.slice(at)], done: true };
}
