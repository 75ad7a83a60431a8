import pLimit from 'p-limit';
import type { FileSelector, RepositoryFiles } from '../catalog/repository-files.ts';
import type { CrawlLimits, SourceConfig } from '../config/config.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { StageContext, StageResult } from '../diagnostics/stage.ts';
import { openBlobStore } from './blob-store.ts';
import type { Clock } from './clock.ts';
import { type CrawlRun, startCrawlRun } from './crawl-run.ts';
import { describeFailure } from './describe-failure.ts';
import { requireGit } from './git/require-git.ts';
import { rememberFirst } from './known/remember-first.ts';
import { readRepository } from './read-repository.ts';
import type { Snapshot, SourceListing } from './snapshot.ts';
import { gitSource } from './sources/git.ts';
import { githubSource } from './sources/github.ts';
import { gitlabSource } from './sources/gitlab.ts';
import { localSource } from './sources/local.ts';
import type { FoundRepository, Listing, Source } from './sources/source.ts';
import { uniqueRepositories } from './unique-repositories.ts';

/** What to crawl. */
export interface CrawlInput {
  /** In order of precedence: of a repository that two sources find, the first one's word counts. */
  readonly sources: readonly SourceConfig[];
  readonly limits: CrawlLimits;
  /** Asked which files they want beyond the catalog files, until none wants more. */
  readonly selectors: readonly FileSelector[];
  /** By default the clock of this machine. */
  readonly clock?: Clock;
}

/**
 * Finds the repositories of all sources and reads of each, at one commit, the few files that matter. A source or repository
 * that fails is a diagnostic; the others are read all the same. Throws a `CallboardError` only when there is no usable Git.
 */
export async function crawl(input: CrawlInput, context: StageContext): Promise<StageResult<Snapshot>> {
  await requireGit(context.signal);
  const run = startCrawlRun(input.clock);
  const sources = input.sources.map((config) => openSource(config, run));
  const discovered = await Promise.all(sources.map((source) => discover(source, context)));
  const unique = uniqueRepositories(discovered.flatMap(({ value }) => value.repositories));
  const blobs = openBlobStore(context.stateFolder);
  const bySlug = [...unique.value].sort((a, b) => (a.slug < b.slug ? -1 : 1));

  let done = 0;
  context.progress(0, bySlug.length);
  // Repositories on this machine keep the processors busy; those of other hosts are mostly waited for.
  const [here, elsewhere] = [pLimit(context.concurrency * 2), pLimit(context.concurrency * 8)];
  const readAndCount = async (found: FoundRepository) => {
    const result = await readOne(found, input, blobs, context);
    done += 1;
    context.progress(done, bySlug.length, found.slug);
    return result;
  };
  const results = await Promise.all(
    bySlug.map((found) => (found.remote ? elsewhere : here)(() => readAndCount(found))),
  );
  const repositories = results.flatMap(({ value }) => value ?? []);
  const read = new Map(repositories.map((files) => [files.repository.id, files]));
  return {
    value: {
      listings: sources.map((source, index) => describeListing(source, discovered[index]?.value)),
      repositories,
      blobs,
      ...rememberFirst(bySlug, read, new Date(run.clock.now()).toISOString()),
      removed: [],
      isFirst: true,
    },
    diagnostics: [...discovered, unique, ...results].flatMap(({ diagnostics }) => diagnostics),
  };
}

function describeListing({ name }: Source, listing: Listing | undefined): SourceListing {
  const { repositories = [], ...completeness } = listing ?? { complete: false, reason: 'it was not listed' };
  return { source: name, repositoryIds: repositories.map(({ id }) => id), ...completeness };
}

async function discover(source: Source, context: StageContext): Promise<StageResult<Listing>> {
  const result = await source.discover(context);
  if (result.value.repositories.length > 0 || result.diagnostics.length > 0) return result;
  const message = `Source "${source.name}" holds no repository.`;
  return { value: result.value, diagnostics: [diagnose('crawl/source-empty', { message })] };
}

function openSource(config: SourceConfig, run: CrawlRun): Source {
  switch (config.type) {
    case 'local':
      return localSource(config);
    case 'git':
      return gitSource(config, run);
    case 'github':
      return githubSource(config, run);
    case 'gitlab':
      return gitlabSource(config, run);
  }
}

async function readOne(
  found: FoundRepository,
  { limits, selectors }: CrawlInput,
  blobs: ReturnType<typeof openBlobStore>,
  context: StageContext,
): Promise<StageResult<RepositoryFiles | undefined>> {
  context.signal.throwIfAborted();
  const diagnostics: Diagnostic[] = [];
  const report = (problem: Diagnostic) => diagnostics.push(problem);
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(new Error('took too long')), limits.secondsPerRepository * 1000);
  const signal = AbortSignal.any([context.signal, timeout.signal]);
  const { stateFolder } = context;
  try {
    const value = await readRepository(found, { limits, selectors, blobs, stateFolder, signal, report });
    return { value, diagnostics };
  } catch (error) {
    context.signal.throwIfAborted();
    const source = { repository: found.slug };
    const message = `${found.slug} was given up after ${limits.secondsPerRepository} seconds.`;
    const problem = timeout.signal.aborted
      ? diagnose('crawl/repository-too-slow', { message, source })
      : describeFailure(error, found);
    context.log(`${found.slug}: ${problem.message}`);
    return { value: undefined, diagnostics: [problem] };
  } finally {
    clearTimeout(timer);
  }
}
