import { lstat, readFile, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { FileSelector, RepositoryFile, RepositoryFiles, RepositoryInfo } from '../../catalog/repository-files.ts';
import type { CrawlLimits } from '../../config/config.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { StageResult } from '../../diagnostics/stage.ts';
import type { GitObject } from '../git/object-reader.ts';
import type { Tree, TreeEntry } from '../git/tree.ts';
import { matchCatalogPaths, readInRounds } from '../read-repository.ts';
import type { WorkTreeFiles } from './list-files.ts';

/** What is to be read of the files of one repository on disk. */
export interface WorkTreeReading {
  /** Absolute path of the folder that holds them. */
  readonly root: string;
  readonly listed: WorkTreeFiles;
  readonly repository: RepositoryInfo;
  /** Globs of catalog files … */
  readonly catalogPaths: readonly string[];
  /** … and paths that are catalog files whatever they are called. Those that are not there are ignored. */
  readonly named: readonly string[];
  readonly limits: CrawlLimits;
  readonly selectors: readonly FileSelector[];
}

/**
 * Reads what is on disk as the crawl reads a commit: catalog files, then in rounds what the selectors want, within the same
 * limits. Of files that are wanted as blobs only the existence counts.
 */
export async function readWorkTree(reading: WorkTreeReading): Promise<StageResult<RepositoryFiles>> {
  const { root, repository, limits, selectors } = reading;
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, RepositoryFile>();
  const blobs = new Set<string>();
  const tree = makeTree(reading);
  const catalogPaths = matchCatalogPaths(tree, reading.catalogPaths);
  const named = reading.named.filter((path) => tree.entries.some((entry) => entry.path === path));
  const allPaths = [...new Set([...catalogPaths, ...named])].sort();
  await readInRounds(
    repository,
    allPaths,
    { listing: { committedAt: repository.committedAt, tree }, blobs: new Map() },
    {
      slug: repository.slug,
      limits,
      blobs: noStore,
      reader: { readBlobs: (paths, accept) => readFromDisk(root, paths, accept) },
      known: new Map(),
      files,
      report: (problem) => diagnostics.push(problem),
    },
    selectors.map((select) => textsOnly(select, blobs)),
  );
  for (const path of blobs) if (!files.has(path)) files.set(path, { path, oid: path, size: 0 });
  const read = { repository, catalogPaths: allPaths.filter((path) => files.has(path)), files };
  return { value: read, diagnostics };
}

// A file's path stands for its content's id: on disk there is one content at a path.
function makeTree({ listed, named }: WorkTreeReading): Tree {
  const kinds = new Map<string, TreeEntry['kind']>(listed);
  for (const path of named) if (!kinds.has(path)) kinds.set(path, 'file');
  const entries = [...kinds].map(([path, kind]) => ({ path, oid: path, kind }));
  return { entries: entries.sort((a, b) => (a.path < b.path ? -1 : 1)), refused: 0, truncated: false };
}

function textsOnly(select: FileSelector, blobs: Set<string>): FileSelector {
  return function* (view) {
    const paths = new Set(view.paths);
    for (const request of select(view)) {
      if (request.as === 'text') yield request;
      else if (paths.has(request.path)) blobs.add(request.path);
    }
  };
}

async function* readFromDisk(
  root: string,
  paths: readonly string[],
  accept: (size: number) => boolean,
): AsyncIterable<GitObject> {
  const home = await realpath(root);
  for (const path of paths) {
    const file = join(root, path);
    const found = await lstat(file).catch(() => undefined);
    if (!found?.isFile() || !(await isInside(home, file))) continue;
    if (!accept(found.size)) yield { oid: path, type: 'blob', size: found.size };
    else {
      const content = await readFile(file).catch(() => undefined);
      if (content) yield { oid: path, type: 'blob', size: content.length, content };
    }
  }
}

// A folder on the way may have become a link since the files were listed.
async function isInside(home: string, file: string): Promise<boolean> {
  const folder = await realpath(dirname(file));
  return folder === home || folder.startsWith(home.endsWith(sep) ? home : home + sep);
}

const noStore = {
  sizeOf: async () => undefined,
  write: async () => {},
  pathOf: (oid: string) => oid,
  read: async (oid: string) => Promise.reject(new Error(`Of ${oid} only the path was looked at.`)),
};
