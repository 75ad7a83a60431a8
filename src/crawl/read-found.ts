import type { FileSelector } from '../catalog/repository-files.ts';
import type { CrawlLimits } from '../config/config.ts';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { StageContext, StageResult } from '../diagnostics/stage.ts';
import type { WritableBlobStore } from './blob-store.ts';
import { describeFailure } from './describe-failure.ts';
import type { HistoryRules } from './history/read-history.ts';
import type { Reading } from './plan/decide-outcomes.ts';
import { readRepository } from './read-repository.ts';
import { RepositoryError } from './repository-error.ts';
import type { FoundRepository } from './sources/source.ts';

/** What reading needs of the crawl it is part of. */
export interface ReadingRules {
  readonly limits: CrawlLimits;
  readonly selectors: readonly FileSelector[];
  readonly blobs: WritableBlobStore;
  /** Whose history is wanted; absent: nobody's. */
  readonly history?: HistoryRules;
  /** Whether to ask who wrote what has no descriptor; absent: nobody wants to know. */
  readonly contributors?: boolean;
}

/** Problems after which a repository is not as whole as it could be. */
const shortfalls: readonly DiagnosticCode[] = [
  'crawl/too-many-paths',
  'crawl/too-many-files',
  'crawl/too-many-bytes',
  'crawl/blob-missing',
];

/**
 * Reads one repository, which stood at `before` when it was last read. Whatever goes wrong is a diagnostic and part of the
 * result; rejects only when the run is cancelled.
 */
export async function readFound(
  found: FoundRepository,
  { limits, selectors, blobs, history, contributors = false }: ReadingRules,
  context: StageContext,
  before?: string,
): Promise<StageResult<Reading>> {
  context.signal.throwIfAborted();
  const diagnostics: Diagnostic[] = [];
  const report = (problem: Diagnostic) => diagnostics.push(problem);
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(new Error('took too long')), limits.secondsPerRepository * 1000);
  const signal = AbortSignal.any([context.signal, timeout.signal]);
  const { stateFolder } = context;
  try {
    const given = { contributors, ...(before && { before }), ...(history && { history }) };
    const rules = { limits, selectors, blobs, stateFolder, signal, report, ...given };
    const files = await readRepository(found, rules);
    if (!files) return { value: { type: 'empty', reason: 'It has no commit on its default branch.' }, diagnostics };
    const shortfall = diagnostics.find(({ code }) => shortfalls.includes(code))?.message;
    return { value: { type: 'read', files, ...(shortfall !== undefined && { shortfall }) }, diagnostics };
  } catch (error) {
    context.signal.throwIfAborted();
    const problem = timeout.signal.aborted ? describeTimeout(found, limits) : describeFailure(error, found);
    context.log(`${found.slug}: ${problem.message}`);
    const type = error instanceof RepositoryError && error.isEmpty ? 'empty' : 'failed';
    return { value: { type, reason: sentence(problem.message) }, diagnostics: [problem] };
  } finally {
    clearTimeout(timer);
  }
}

function describeTimeout({ slug }: FoundRepository, { secondsPerRepository }: CrawlLimits): Diagnostic {
  const message = `${slug} was given up after ${secondsPerRepository} seconds.`;
  return diagnose('crawl/repository-too-slow', { message, source: { repository: slug } });
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
