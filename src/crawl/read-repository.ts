import picomatch from 'picomatch';
import { isGlob, matchPaths } from '../catalog/locations/match-paths.ts';
import type {
  FileRequest,
  FileSelector,
  RepositoryFile,
  RepositoryFiles,
  RepositoryInfo,
  RepositoryView,
} from '../catalog/repository-files.ts';
import { pathInRepository } from '../catalog/repository-urls.ts';
import { deriveFacts } from '../catalog/suggestion/repository-facts.ts';
import { type CrawlLimits, followedSource } from '../config/config.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { WritableBlobStore } from './blob-store.ts';
import { isCommitGone } from './git/commit-gone.ts';
import type { Head } from './git/head.ts';
import type { Tree } from './git/tree.ts';
import { readContributors } from './history/read-contributors.ts';
import { addHistory, type HistoryRules } from './history/read-history.ts';
import { openLazily } from './lazy-reader.ts';
import { type FileReading, keepFiles, readUnknown } from './read-files.ts';
import { type KnownBlob, type RepositoryRecord, readRecord, writeRecord } from './repository-record.ts';
import type { FoundRepository, RepositoryReader } from './sources/source.ts';
import { collectWantedFiles } from './wanted-files.ts';

/** What reading a repository needs of the crawl. */
export interface RepositoryReading {
  readonly limits: CrawlLimits;
  readonly selectors: readonly FileSelector[];
  readonly blobs: WritableBlobStore;
  readonly stateFolder: string;
  readonly signal: AbortSignal;
  readonly report: (problem: Diagnostic) => void;
  /** Whether to ask who wrote what has no descriptor; absent: nobody wants to know. */
  readonly contributors?: boolean;
  /** The commit that an earlier run read it at, if any: what has not changed since is not fetched again. */
  readonly before?: string;
  /** Who changed which files when; absent: nobody wants to know. */
  readonly history?: HistoryRules;
}

/**
 * Reads the catalog files of a repository and whatever the selectors ask for, all at one commit. What an earlier run read of
 * that commit is not read again. `undefined`: it has no commit. Rejects when the repository cannot be read.
 */
export async function readRepository(
  found: FoundRepository,
  context: RepositoryReading,
): Promise<RepositoryFiles | undefined> {
  const { listedHead, open } = found;
  const reader = listedHead ? openLazily(found, listedHead, context.signal) : await open(context.signal);
  return readAt(reader, found, context).catch(async (error) => {
    // What a host listed may have another name by now, and another repository its old one: only the next list tells.
    const isAddress = found.id === found.address;
    if (!isCommitGone(error) || !isAddress) throw error;
    // Pushed by force since it was asked for: once more, where it stands now.
    return readAt(await found.open(context.signal, 'anew'), found, context);
  });
}

async function readAt(
  reader: RepositoryReader,
  found: FoundRepository,
  context: RepositoryReading,
): Promise<RepositoryFiles | undefined> {
  try {
    if (!reader.head) {
      const message = `${found.slug} has no commit on its default branch.`;
      context.report(diagnose('crawl/repository-empty', { message, source: { repository: found.slug } }));
      return undefined;
    }
    const { commit } = reader.head;
    const kept = await readRecord(context.stateFolder, found.id, commit);
    const record = kept ?? (await readAnew(reader, found, context));
    const reading = {
      slug: found.slug,
      limits: context.limits,
      blobs: context.blobs,
      reader,
      known: record.blobs,
      files: new Map<string, RepositoryFile>(),
      report: context.report,
    };
    for (const problem of reader.problems ?? []) context.report(problem);
    reportTree(found.slug, record.listing.tree, context.report);
    const repository = describeRepository(found, reader, reader.head, record);
    const named = matchTargets(record.listing.tree, repository, found.targets);
    const globbed = matchCatalogPaths(record.listing.tree, found.catalogPaths);
    const catalogPaths = [...new Set([...globbed, ...named])].sort();
    const { learned, present } = await readInRounds(repository, catalogPaths, record, reading, context.selectors);
    const isAsked = isBare(repository, catalogPaths) && (await askContributors(record, reader, context));
    // Only now: a reading that breaks off leaves what is kept of other commits, and this one, as it was.
    if (!kept || learned || isAsked) await writeRecord(context.stateFolder, found.id, commit, record);
    const files = reading.files;
    const unread = new Set(present.filter((path) => !files.has(path)));
    const read = {
      repository,
      catalogPaths: catalogPaths.filter((path) => files.has(path)),
      files,
      unread,
      ...(isBare(repository, catalogPaths) && describeBare(record)),
    };
    const { history: rules, report } = context;
    return rules ? await addHistory(read, { found, reader, rules, report }) : read;
  } finally {
    reader.close();
  }
}

// It says nothing of itself, and could.
function isBare({ generated, source }: RepositoryInfo, catalogPaths: readonly string[]): boolean {
  return catalogPaths.length === 0 && !generated && source !== followedSource;
}

function describeBare({
  listing: { tree, author },
  contributors,
}: RepositoryRecord): Pick<RepositoryFiles, 'facts' | 'author' | 'contributors'> {
  return { facts: deriveFacts(pathsOf(tree)), ...(author && { author }), ...(contributors && { contributors }) };
}

// Whose a repository could be is a guess: where it cannot be asked for, the guess is worse, and nothing else.
async function askContributors(
  record: RepositoryRecord,
  reader: RepositoryReader,
  { contributors, signal }: RepositoryReading,
): Promise<boolean> {
  // Where a file says whose it is, nobody need guess.
  if (!contributors || record.contributors || deriveFacts(pathsOf(record.listing.tree)).codeowners) return false;
  try {
    record.contributors = await readContributors(reader);
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

// Of the commit before, everything is taken that this one shares with it.
async function readAnew(
  reader: RepositoryReader,
  { id, knownBlobs = new Map() }: FoundRepository,
  { stateFolder, before }: RepositoryReading,
): Promise<RepositoryRecord> {
  const earlier = before === undefined ? undefined : await readRecord(stateFolder, id, before);
  const listing = await reader.readCommit(
    earlier && before ? { commit: before, tree: earlier.listing.tree } : undefined,
  );
  const blobs = new Map<string, KnownBlob>();
  for (const { oid } of earlier ? listing.tree.entries : []) {
    const known = earlier?.blobs.get(oid);
    if (known) blobs.set(oid, known);
  }
  for (const [oid, known] of knownBlobs) blobs.set(oid, known);
  return { listing, blobs };
}

/** Reads catalog files, then round by round what the selectors want given what was read, until nothing new is wanted. */
export async function readInRounds(
  repository: RepositoryInfo,
  catalogPaths: readonly string[],
  record: RepositoryRecord,
  reading: FileReading,
  selectors: readonly FileSelector[],
): Promise<{ readonly learned: boolean; readonly present: readonly string[] }> {
  const { tree } = record.listing;
  const collected = collectWantedFiles(repository.slug, tree, reading.limits.filesPerRepository);
  const view: RepositoryView = {
    repository,
    catalogPaths,
    paths: pathsOf(tree),
    text: (path) => reading.files.get(path)?.text,
  };
  let requests: Iterable<FileRequest> = catalogPaths.map((path) => ({ path, as: 'text' }));
  let learned = false;
  for (let round = 0; ; round += 1) {
    const wanted = collected.add(requests, reading.report);
    // Catalog files are a round of their own, also when there are none: a selector may want files of any repository.
    if (wanted.length === 0 && round > 0) return { learned, present: collected.present() };
    learned = (await readUnknown(wanted, reading)) || learned;
    keepFiles(wanted, reading);
    requests = selectors.flatMap((select) => [...select(view)]);
  }
}

function pathsOf({ entries }: Tree): readonly string[] {
  return entries.filter((entry) => entry.kind === 'file').map((entry) => entry.path);
}

/** Files of a tree that match one of the globs, sorted. A link that matches is among them: it is reported when it is read. */
export function matchCatalogPaths(tree: Tree, globs: readonly string[]): readonly string[] {
  const matches = picomatch([...globs], { dot: true });
  return tree.entries.filter((entry) => matches(entry.path)).map((entry) => entry.path);
}

// A path that is not there is left out: whoever names it is told.
function matchTargets(tree: Tree, repository: RepositoryInfo, targets: FoundRepository['targets'] = []): string[] {
  return targets.flatMap((target) => {
    const path = pathInRepository(repository, target);
    if (path === undefined) return [];
    if (tree.entries.some((entry) => entry.path === path)) return [path];
    return isGlob(path) ? (matchPaths(path, pathsOf(tree)) ?? []) : [];
  });
}

function describeRepository(
  found: FoundRepository,
  { generated }: RepositoryReader,
  head: Head,
  record: RepositoryRecord,
): RepositoryInfo {
  const { open: _open, address: _address, catalogPaths: _catalogPaths, remote: _remote, ...rest } = found;
  const { knownBlobs: _knownBlobs, listedHead: _listedHead, targets: _targets, ...info } = rest;
  return { ...info, ...head, committedAt: record.listing.committedAt, ...(generated && { generated }) };
}

function reportTree(repository: string, tree: Tree, report: (problem: Diagnostic) => void): void {
  if (tree.truncated) {
    const message = `The commit has more than ${tree.entries.length} paths; the rest is not looked at.`;
    report(diagnose('crawl/too-many-paths', { message, source: { repository } }));
  }
  if (tree.refused > 0) {
    const message = `${tree.refused} path(s) of this commit are not safe to use and are left out.`;
    report(diagnose('crawl/path-refused', { message, source: { repository } }));
  }
}
