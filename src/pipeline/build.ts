import { join } from 'node:path';
import type { CallboardConfig } from '../config/config.ts';
import { type Clock, systemClock } from '../crawl/clock.ts';
import { crawl } from '../crawl/crawl.ts';
import { openCrawlState } from '../crawl/known/crawl-state.ts';
import { applySeverities } from '../diagnostics/apply-severities.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts';
import { compileSite } from '../render/compile-site.ts';
import { restoreFolders } from '../state/restore-folders.ts';
import { lockState } from '../state/state-lock.ts';
import { listDatedPages } from '../techdocs/history/history-files.ts';
import { assemble } from './assemble.ts';
import { openChanges } from './changes/changes-memory.ts';
import { count } from './count.ts';
import { describeCrawl } from './describe-crawl.ts';
import { fileSelectors } from './file-selectors.ts';
import { describeIncompleteFirst } from './first-build.ts';
import { openLastGood } from './last-good/last-good-memory.ts';
import { makeDocs } from './make-docs.ts';
import { refuseEmpty } from './refuse-empty.ts';
import { readGuardedCatalog } from './removals/read-guarded-catalog.ts';
import { type BuildEvent, Run, type StageReport } from './run.ts';
import { writePortal } from './write-portal.ts';

/** What a build is asked to do. */
export interface BuildOptions {
  readonly config: CallboardConfig;
  readonly signal?: AbortSignal;
  /** By default the clock of this machine. */
  readonly clock?: Clock;
  readonly onEvent?: (event: BuildEvent) => void;
  /** Names or URLs of the only repositories to read; all others stay as the last build left them. Absent or empty: all. */
  readonly only?: readonly string[];
  /** Asks for the addresses of the web that docs link to, also where the configuration does not say so. */
  readonly externalLinks?: boolean;
  /** Ids of removals that were held back and are meant, beside the one of the configuration. */
  readonly confirmRemovals?: readonly string[];
  /** What the portal gives as the time of its crawl, ISO 8601 in UTC; by default the time at which this begins. */
  readonly crawledAt?: string;
}

/** What a build made. */
export interface BuildResult {
  /** Sorted: by repository, path, line. */
  readonly diagnostics: readonly Diagnostic[];
  readonly stages: readonly StageReport[];
  readonly repositories: number;
  readonly entities: number;
  readonly pages: number;
  /** Absolute path of the portal's folder. */
  readonly output: string;
}

/**
 * Builds the portal: repositories in, a folder of static files out. Problems in content are diagnostics of the
 * result; a CallboardError means that nothing was built and the last portal is untouched.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const unlock = await lockState(join(options.config.root, '.callboard'));
  try {
    return await buildAlone(options);
  } finally {
    await unlock();
  }
}

async function buildAlone({ config, clock = systemClock, ...options }: BuildOptions): Promise<BuildResult> {
  const { confirmRemovals: id, techdocs } = config;
  const stateFolder = join(config.root, '.callboard');
  const run = new Run(stateFolder, options.signal ?? new AbortController().signal, options.onEvent ?? (() => {}));
  const crawledAt = options.crawledAt ?? new Date(clock.now()).toISOString();
  const confirmed = [...(id === undefined ? [] : [id]), ...(options.confirmRemovals ?? [])];
  run.collect({ value: undefined, diagnostics: await restoreFolders(stateFolder) });
  const site = compileSite(stateFolder, config.portal);
  // Awaited by the pages stage; until then a failure must not count as unhandled.
  site.catch(() => {});

  const wantsHistory = techdocs.enabled && techdocs.history;
  const memory = run.collect(await openLastGood(stateFolder));
  const crawlState = run.collect(await openCrawlState(stateFolder));
  const changes = run.collect(await openChanges(stateFolder));
  const crawled = await run.stage(
    'crawl',
    crawl,
    {
      sources: config.sources,
      limits: config.crawl,
      clock,
      memory: crawlState,
      only: options.only ?? [],
      follow: config.catalog,
      contributors: config.catalog.suggestions,
      selectors: fileSelectors(memory.lastGood, { ...config.catalog, mailmap: wantsHistory }),
      ...(wantsHistory && { history: { paths: listDatedPages, commits: config.crawl.commitsPerRepository } }),
    },
    (value) => count(value.repositories.length, 'repository', 'repositories'),
  );
  const guarded = await run.stage(
    'catalog',
    readGuardedCatalog,
    {
      snapshot: crawled,
      rules: config.catalog,
      lastGood: memory.lastGood,
      crawlProblems: [...run.diagnostics],
      confirmed,
    },
    ({ catalog }) => count(catalog.entities.length, 'entity', 'entities'),
  );
  const { catalog, snapshot, removals } = guarded;
  run.withdraw((item) => item.code === 'crawl/repository-removed' && removals.spokenFor.has(item.source?.repository));
  refuseEmpty(catalog, removals.held?.entities.length ?? 0, run.diagnostics);
  const { externalLinks = config.externalLinks.check } = options;
  const docs = await makeDocs(run, { guarded, config, lastGood: memory.docs, clock, externalLinks });
  const diagnostics = applySeverities(sortDiagnostics(run.diagnostics), config.diagnostics);
  const incompleteFirst = describeIncompleteFirst(snapshot, memory.lastGood);
  const crawlStatus = describeCrawl({ crawledAt, sources: config.sources, snapshot, removals, incompleteFirst });
  const compared = { catalog, repositories: snapshot.repositories, docsSites: docs.sites, crawledAt };
  const history = changes.compare(compared);
  const portal = assemble({ config, guarded, docs, diagnostics, crawl: crawlStatus, changes: history.changes });

  const { pages } = await writePortal(run, { portal, site, config, incompleteFirst });
  const notKept = [
    ...(await crawlState.keep(snapshot.next)),
    ...(await memory.keep(guarded.lastGood, docs)),
    ...(await history.keep()),
  ];
  return {
    diagnostics: [...diagnostics, ...notKept],
    stages: run.reports,
    repositories: snapshot.repositories.length,
    entities: catalog.entities.length,
    pages,
    output: config.output,
  };
}
