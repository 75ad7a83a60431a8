import type { RepositoryFiles } from '../catalog/repository-files.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { StageContext, StageResult } from '../diagnostics/stage.ts';
import type { WritableBlobStore } from './blob-store.ts';
import type { Head } from './git/head.ts';
import type { GitObject } from './git/object-reader.ts';
import type { KnownRepository } from './known/known-repository.ts';
import type { KeptRepository } from './plan/decide-outcomes.ts';
import type { ReadingRules } from './read-found.ts';
import { readRepository } from './read-repository.ts';
import { listRecords } from './repository-record.ts';
import type { FoundRepository, RepositoryReader } from './sources/source.ts';

/**
 * Reads a repository as an earlier run kept it, asking nobody: what that run could have is had again byte for byte. Where that
 * is damaged, another commit that is still kept stands in. `undefined`, with a diagnostic: all that was kept of it is lost.
 */
export async function readKept(
  kept: KeptRepository,
  rules: ReadingRules,
  context: StageContext,
): Promise<StageResult<RepositoryFiles | undefined>> {
  const { repository } = kept.known;
  const first = await readCommitOf(kept, repository.commit, rules, context);
  if (first) return first;
  for (const commit of await listRecords(context.stateFolder, repository.id)) {
    const other = commit === repository.commit ? undefined : await readCommitOf(kept, commit, rules, context);
    if (other) return other;
  }
  const message = `What earlier builds kept of ${kept.repository.slug} is damaged or missing.`;
  const problem = diagnose('crawl/kept-copy-lost', { message, source: { repository: kept.repository.slug } });
  return { value: undefined, diagnostics: [problem] };
}

async function readCommitOf(
  { known, repository }: KeptRepository,
  commit: string,
  { limits, selectors, blobs, history }: ReadingRules,
  { stateFolder, signal }: StageContext,
): Promise<StageResult<RepositoryFiles> | undefined> {
  const diagnostics: Diagnostic[] = [];
  const found: FoundRepository = {
    ...describeKept(known, repository.slug),
    open: async () => openKept(known, commit, blobs),
  };
  const report = (problem: Diagnostic) => diagnostics.push(problem);
  const rules = { limits, selectors, blobs, stateFolder, signal, report, ...(history && { history }) };
  const files = await readRepository(found, rules).catch(() => {
    signal.throwIfAborted();
    return undefined;
  });
  if (!files) return undefined;
  const { stale } = repository;
  return {
    value: stale ? { ...files, repository: { ...files.repository, stale } } : files,
    diagnostics: gatherMissing(diagnostics, repository.slug),
  };
}

// Its repository is not to blame for what is not kept of it.
function gatherMissing(diagnostics: readonly Diagnostic[], slug: string): readonly Diagnostic[] {
  const others = diagnostics.filter(({ code }) => code !== 'crawl/blob-missing');
  const count = diagnostics.length - others.length;
  if (count === 0) return diagnostics;
  const files = count === 1 ? '1 file' : `${count} files`;
  const message = `${slug} lacks ${files} that this build wants and earlier ones did not keep.`;
  return [...others, diagnose('crawl/kept-copy-lost', { message, severity: 'warning', source: { repository: slug } })];
}

function describeKept(
  { repository, address, catalogPaths, targets }: KnownRepository,
  slug: string,
): Omit<FoundRepository, 'open'> {
  const { branch: _branch, commit: _commit, committedAt: _committedAt, stale: _stale, ...info } = repository;
  return { ...info, slug, address, catalogPaths, ...(targets && { targets }), remote: false };
}

function openKept({ repository }: KnownRepository, commit: string, blobs: WritableBlobStore): RepositoryReader {
  const head: Head = { commit, branch: repository.branch };
  return {
    head,
    ...(repository.generated && { generated: true }),
    readCommit: () => Promise.reject(new Error('it is not kept')),
    readBlobs: (oids, accept) => readBlobs(blobs, oids, accept),
    close: () => {},
  };
}

async function* readBlobs(
  blobs: WritableBlobStore,
  oids: readonly string[],
  accept: (size: number) => boolean,
): AsyncGenerator<GitObject> {
  for (const oid of oids) {
    const content = await blobs.read(oid).catch(() => undefined);
    if (!content) continue;
    const size = content.length;
    yield { oid, type: 'blob', size, ...(accept(size) && { content: Buffer.from(content) }) };
  }
}
