import { join } from 'node:path';
import pLimit from 'p-limit';
import type { Catalog } from '../catalog/entity.ts';
import type { RepositoryFiles } from '../catalog/repository-files.ts';
import type { TechdocsConfig } from '../config/config.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Stage, StageContext } from '../diagnostics/stage.ts';
import type { DocsBlobs } from './docs-blobs.ts';
import type { DocsSite } from './docs-site.ts';
import { isPage } from './layout/docs-source.ts';
import { type DocsSitePlan, planDocsSites } from './plan/plan-docs-sites.ts';
import { preparePython } from './renderer/python-environment.ts';
import { openWorkerPool, type WorkerPool } from './renderer/worker-pool.ts';
import { renderSite } from './sites/render-site.ts';
import { type CachedSite, readCachedSite, writeCachedSite } from './sites/site-cache.ts';
import { hashSite, rendererDigest } from './sites/site-hash.ts';

/** What the docs stage reads. */
export interface DocsInput {
  readonly catalog: Catalog;
  readonly snapshot: { readonly repositories: readonly RepositoryFiles[]; readonly blobs: DocsBlobs };
  readonly config: TechdocsConfig;
}

/** Every docs site that could be built. */
export interface BuiltDocs {
  /** Sorted by the ref of the entity that publishes them. */
  readonly sites: readonly DocsSite[];
  /** Entity ref → ref of the entity that publishes its docs; only entities whose docs were built. */
  readonly docsByEntity: ReadonlyMap<string, string>;
}

/** Renders the docs of the catalog's entities, or takes them from the cache. A site that fails costs only itself. */
export const buildDocs: Stage<DocsInput, BuiltDocs> = async ({ catalog, snapshot, config }, context) => {
  if (!config.enabled) return { value: { sites: [], docsByEntity: new Map() }, diagnostics: [] };
  const { plans, docsByEntity, diagnostics } = planDocsSites(catalog, snapshot.repositories);
  const renderer = await rendererDigest(config);
  const hashes = new Map(plans.map((plan) => [plan, hashSite(plan, renderer)]));
  const cached = await readCached(plans, hashes, context);
  const missing = plans.filter((plan) => !cached.has(plan));
  const python =
    missing.length === 0 ? { diagnostics: [] } : await preparePython({ ...context, python: config.python });
  const rendered = new Map<DocsSitePlan, CachedSite>();
  const failures: Diagnostic[] = [];
  if (python.python !== undefined) {
    const pool = await openWorkerPool({ ...context, python: python.python, size: context.concurrency });
    try {
      await renderMissing(missing, { pool, config, blobs: snapshot.blobs, hashes, rendered, failures, context });
    } finally {
      await pool.close();
    }
  }
  const built = plans.flatMap((plan) => {
    const site = cached.get(plan) ?? rendered.get(plan);
    return site ? [{ plan, site }] : [];
  });
  const published = new Set(built.map(({ plan }) => plan.entityRef));
  return {
    value: {
      sites: built.map(({ plan, site }) => toDocsSite(plan, site, snapshot.blobs)),
      docsByEntity: new Map([...docsByEntity].filter(([, publisher]) => published.has(publisher))),
    },
    diagnostics: [
      ...diagnostics,
      ...python.diagnostics,
      ...plans.flatMap(layoutDiagnostics),
      ...failures,
      ...built.flatMap(({ plan, site }) =>
        site.record.diagnostics.map((item) => ({ ...item, entityRef: plan.entityRef })),
      ),
    ],
  };
};

async function readCached(
  plans: readonly DocsSitePlan[],
  hashes: ReadonlyMap<DocsSitePlan, string>,
  { stateFolder }: StageContext,
): Promise<ReadonlyMap<DocsSitePlan, CachedSite>> {
  const limit = pLimit(16);
  const cached = new Map<DocsSitePlan, CachedSite>();
  await limit.map(plans, async (plan) => {
    const site = await readCachedSite(stateFolder, hashes.get(plan) ?? '');
    if (site) cached.set(plan, site);
  });
  return cached;
}

interface Rendering {
  readonly pool: WorkerPool;
  readonly config: TechdocsConfig;
  readonly blobs: DocsBlobs;
  readonly hashes: ReadonlyMap<DocsSitePlan, string>;
  readonly rendered: Map<DocsSitePlan, CachedSite>;
  readonly failures: Diagnostic[];
  readonly context: StageContext;
}

async function renderMissing(missing: readonly DocsSitePlan[], rendering: Rendering): Promise<void> {
  const { context, hashes, rendered, failures } = rendering;
  const pagesOf = ({ layout }: DocsSitePlan) => layout.files.filter(({ uri }) => isPage(uri)).length;
  const sizes = new Map(missing.map((plan) => [plan, pagesOf(plan)]));
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  let done = 0;
  // The largest first, so that none is left to run alone at the end.
  const queue = [...missing].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
  const limit = pLimit(context.concurrency + 1);
  await limit.map(queue, async (plan) => {
    const options = { ...rendering, concurrency: context.concurrency };
    const onPage = () => {
      done += 1;
      context.progress(done, total, plan.repository.repository.slug);
    };
    try {
      const fill = (folder: string) => renderSite(plan, folder, options, onPage);
      rendered.set(plan, await writeCachedSite(context.stateFolder, hashes.get(plan) ?? '', fill));
    } catch (error) {
      failures.push(siteFailed(plan, error));
    }
  });
  failures.sort((a, b) => ((a.entityRef ?? '') < (b.entityRef ?? '') ? -1 : 1));
}

function siteFailed({ layout, repository, entityRef }: DocsSitePlan, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The docs in "${layout.root || '.'}" could not be built: ${reason}`;
  const path = layout.configPath ?? layout.files[0]?.path;
  const source = { repository: repository.repository.slug, ...(path !== undefined && { path }) };
  return diagnose('techdocs/site-failed', { message, source, entityRef });
}

function layoutDiagnostics({ layout, repository, entityRef }: DocsSitePlan): readonly Diagnostic[] {
  return layout.problems.map(({ code, message, path, line, column }) => {
    const source = { repository: repository.repository.slug, path, ...(line && { line }), ...(column && { column }) };
    return diagnose(code, { message, source, entityRef });
  });
}

function toDocsSite(plan: DocsSitePlan, { record, folder }: CachedSite, blobs: DocsBlobs): DocsSite {
  return {
    entityRef: plan.entityRef,
    repository: plan.repository.repository.slug,
    root: plan.layout.root,
    title: record.title,
    nav: record.nav,
    pages: record.pages.map(({ file, ...page }) => ({ ...page, htmlFile: join(folder, 'pages', file) })),
    assets: record.assets.map((asset) => ({
      path: asset.path,
      size: asset.size,
      file: 'oid' in asset ? blobs.pathOf(asset.oid) : join(folder, 'assets', asset.file),
    })),
    redirects: new Map(record.redirects),
  };
}
