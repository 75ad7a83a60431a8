import { join } from 'node:path';
import { readCatalog } from '../catalog/read-catalog.ts';
import type { CallboardConfig } from '../config/config.ts';
import { crawl } from '../crawl/crawl.ts';
import { openCrawlState } from '../crawl/known/crawl-state.ts';
import { applySeverities } from '../diagnostics/apply-severities.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts';
import { assemblePortal } from '../portal/assemble-portal.ts';

import { compileSite } from '../render/compile-site.ts';
import { OutputFolder } from '../render/output-folder.ts';
import { logoPathOf, renderPages } from '../render/render-pages.ts';
import { indexSearch } from '../search/index-search.ts';
import { buildDocs } from '../techdocs/build-docs.ts';
import { fileSelectors } from './file-selectors.ts';
import { openLastGood } from './last-good/last-good-memory.ts';
import { listUncatalogued } from './list-uncatalogued.ts';
import { refuseEmpty } from './refuse-empty.ts';
import { type BuildEvent, Run, type StageReport } from './run.ts';
import { callboardVersion } from './version.ts';
import { writeRelease } from './write-release.ts';

/** What a build is asked to do. */
export interface BuildOptions {
  readonly config: CallboardConfig;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: BuildEvent) => void;
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
export async function build({ config, ...options }: BuildOptions): Promise<BuildResult> {
  const { portal: portalConfig, techdocs } = config;
  const stateFolder = join(config.root, '.callboard');
  const run = new Run(stateFolder, options.signal ?? new AbortController().signal, options.onEvent ?? (() => {}));
  const site = compileSite(stateFolder, portalConfig.base);
  // Awaited by the pages stage; until then a failure must not count as unhandled.
  site.catch(() => {});

  const memory = run.collect(await openLastGood(stateFolder));
  const crawlState = run.collect(await openCrawlState(stateFolder));
  const snapshot = await run.stage(
    'crawl',
    crawl,
    {
      sources: config.sources,
      limits: config.crawl,
      memory: crawlState,
      follow: config.catalog,
      selectors: fileSelectors(memory.lastGood, config.catalog),
    },
    (value) => count(value.repositories.length, 'repository', 'repositories'),
  );
  const catalog = await run.stage(
    'catalog',
    readCatalog,
    { ...snapshot, ...config.catalog, lastGood: memory.lastGood, crawlProblems: [...run.diagnostics] },
    (value) => count(value.entities.length, 'entity', 'entities'),
  );
  refuseEmpty(catalog, run.diagnostics);
  const docs = await run.stage('techdocs', buildDocs, { catalog, snapshot, config: techdocs }, (value) =>
    count(value.sites.length, 'docs site', 'docs sites'),
  );
  const diagnostics = applySeverities(sortDiagnostics(run.diagnostics), config.diagnostics);
  const portal = assemblePortal({
    config: portalConfig,
    catalog,
    repositories: snapshot.repositories.map((item) => item.repository),
    docsSites: docs.sites,
    docsByEntity: docs.docsByEntity,
    diagnostics,
    callboardVersion,
    uncatalogued: listUncatalogued(snapshot, config),
    frameHosts: techdocs.iframeHosts,
    ...(portalConfig.logo && { logoPath: logoPathOf(portalConfig.logo) }),
  });

  const output = await OutputFolder.open(config.output);
  try {
    const logo = portalConfig.logo ? { logo: portalConfig.logo } : {};
    const rendered = await run.stage('pages', renderPages, { portal, site, output, ...logo }, (value) =>
      count(value.pages, 'page', 'pages'),
    );
    await run.stage('search', indexSearch, { folder: output.staging }, (value) =>
      count(value.pages, 'page indexed', 'pages indexed'),
    );
    await run.stage('manifest', writeRelease, { folder: output.staging }, (value) =>
      count(value.entries.length, 'file', 'files'),
    );
    await output.commit();
    const notKept = [...(await crawlState.keep(snapshot.next)), ...(await memory.keep(catalog.lastGood))];
    return {
      diagnostics: [...diagnostics, ...notKept],
      stages: run.reports,
      repositories: snapshot.repositories.length,
      entities: catalog.entities.length,
      pages: rendered.pages,
      output: config.output,
    };
  } catch (error) {
    await output.discard();
    throw error;
  }
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
