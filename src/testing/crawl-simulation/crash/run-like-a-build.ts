import { join } from 'node:path';
import { readCatalog } from '../../../catalog/read-catalog.ts';
import type { SourceConfig } from '../../../config/config.ts';
import { loadConfig } from '../../../config/load-config.ts';
import { type Clock, systemClock } from '../../../crawl/clock.ts';
import { build } from '../../../pipeline/build.ts';
import { openLastGood } from '../../../pipeline/last-good/last-good-memory.ts';
import { crawlOnce, filesUnder } from '../../crawl-once.ts';

/** What a process is to do with a folder, at which fixed instant. */
export type Task = {
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: number;
} & (
  | { readonly what: 'crawl'; readonly sources: readonly SourceConfig[] }
  | { readonly what: 'build'; readonly token: string }
);

/** Crawls, reads the catalog and remembers both, in the order of a build; or builds. Gives back what there is to see of it. */
export async function runLikeABuild(task: Task): Promise<unknown> {
  const clock: Clock = { ...systemClock, now: () => task.now };
  if (task.what === 'build') {
    const config = await loadConfig(join(task.folder, 'callboard.yaml'), { TOKEN: task.token });
    const { diagnostics, pages, entities, repositories } = await build({ config, clock });
    return { diagnostics, pages, entities, repositories };
  }
  const state = join(task.folder, '.callboard');
  const { value: memory, diagnostics: lost } = await openLastGood(state);
  const crawled = await crawlOnce(task.sources, state, { clock, selectors: [filesUnder('docs/', 'blob')] });
  const { repositories, outcomes } = crawled.snapshot;
  const { lastGood } = memory;
  const catalog = readCatalog({ repositories, allow: ['*'], lastGood, crawlProblems: crawled.diagnostics });
  const notKept = [...(await crawled.keep()), ...(await memory.keep(catalog.value.lastGood))];
  return {
    outcomes,
    repositories: repositories.map(({ repository, files }) => ({ repository, files: [...files.values()] })),
    entities: catalog.value.entities.map(({ entity }) => entity),
    diagnostics: [...lost, ...crawled.diagnostics, ...catalog.diagnostics, ...notKept],
  };
}
