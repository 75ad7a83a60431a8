import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CallboardConfig } from '../../config/config.ts';
import { systemClock } from '../../crawl/clock.ts';
import { crawl } from '../../crawl/crawl.ts';
import { openCrawlState } from '../../crawl/known/crawl-state.ts';
import { openChanges } from '../../pipeline/changes/changes-memory.ts';
import { fileSelectors } from '../../pipeline/file-selectors.ts';
import { openLastGood } from '../../pipeline/last-good/last-good-memory.ts';
import { makeDocs } from '../../pipeline/make-docs.ts';
import { readGuardedCatalog } from '../../pipeline/removals/read-guarded-catalog.ts';
import { Run } from '../../pipeline/run.ts';
import { lockState } from '../../state/state-lock.ts';
import { readDemoHistory } from './demo-history.ts';
import { demoContent, makeDemoRepositories } from './make-demo-repositories.ts';

/** Days before the demo's newest commit on which builds are remembered. */
const daysBefore = [14, 7];
const day = 24 * 3_600_000;

/**
 * Lets the state remember how the demo was one and two weeks before its newest commit, so that its portal has a history
 * from the first build on. `source` is the name of the source that reads the demo. Does nothing where something is
 * remembered. Writes no portal. Answers on how many days it looked.
 */
export async function rememberEarlierBuilds(config: CallboardConfig, source: string): Promise<number> {
  const stateFolder = join(config.root, '.callboard');
  if (existsSync(join(stateFolder, 'state/changes'))) return 0;
  const { repositories } = await readDemoHistory(join(demoContent, 'history.yaml'));
  const commits = Object.values(repositories).flatMap((repository) => repository.commits);
  const newest = Math.max(...commits.map(({ at }) => Date.parse(at)));
  const unlock = await lockState(stateFolder);
  try {
    for (const days of daysBefore) {
      const until = new Date(newest - days * day).toISOString();
      const { target } = await makeDemoRepositories({ target: join(stateFolder, `demo-${until.slice(0, 10)}`), until });
      const sources = config.sources.map((each) =>
        each.type === 'local' && each.name === source ? { ...each, path: target } : each,
      );
      await rememberBuild({ ...config, sources }, stateFolder, until);
    }
  } finally {
    await unlock();
  }
  return daysBefore.length;
}

/** What `build` does up to the portal, of which only what changed is kept. */
async function rememberBuild(config: CallboardConfig, stateFolder: string, crawledAt: string): Promise<void> {
  const run = new Run(stateFolder, new AbortController().signal, () => {});
  const memory = run.collect(await openLastGood(stateFolder));
  const changes = run.collect(await openChanges(stateFolder));
  const snapshot = await run.stage(
    'crawl',
    crawl,
    {
      sources: config.sources,
      limits: config.crawl,
      clock: systemClock,
      memory: run.collect(await openCrawlState(stateFolder)),
      only: [],
      follow: config.catalog,
      contributors: false,
      selectors: fileSelectors(memory.lastGood, { ...config.catalog, mailmap: false }),
    },
    () => '',
  );
  const guarded = await run.stage(
    'catalog',
    readGuardedCatalog,
    {
      snapshot,
      rules: config.catalog,
      lastGood: memory.lastGood,
      crawlProblems: [...run.diagnostics],
      confirmed: [],
    },
    () => '',
  );
  const docs = await makeDocs(run, {
    guarded,
    config,
    lastGood: memory.docs,
    clock: systemClock,
    externalLinks: false,
  });
  const { catalog } = guarded;
  await changes
    .compare({ catalog, repositories: guarded.snapshot.repositories, docsSites: docs.sites, crawledAt })
    .keep();
}
