import type { Catalog } from '../catalog/entity.ts';
import type { RepositoryFiles } from '../catalog/repository-files.ts';
import type { TechdocsConfig } from '../config/config.ts';
import type { Stage } from '../diagnostics/stage.ts';
import type { DocsBlobs } from './docs-blobs.ts';
import type { DocsSite } from './docs-site.ts';
import type { GoodDocs } from './good-docs.ts';
import { planDocsSites } from './plan/plan-docs-sites.ts';
import { layoutDiagnostics } from './sites/describe-site.ts';
import { findSites } from './sites/find-sites.ts';
import { renderMissing } from './sites/render-missing.ts';
import { setRefusedAside } from './sites/set-refused-aside.ts';
import { settleSites } from './sites/settle-sites.ts';

/** What the docs stage reads. */
export interface DocsInput {
  readonly catalog: Catalog;
  readonly snapshot: { readonly repositories: readonly RepositoryFiles[]; readonly blobs: DocsBlobs };
  readonly config: TechdocsConfig;
  /** Sites as the builds before could build them, by id; absent: none. */
  readonly lastGood?: ReadonlyMap<string, GoodDocs>;
}

/** Every docs site that could be built, or that an earlier build could. */
export interface BuiltDocs {
  /** Sorted by the ref of the entity that publishes them. */
  readonly sites: readonly DocsSite[];
  /** Entity ref → ref of the entity that publishes its docs; only entities whose docs are there. */
  readonly docsByEntity: ReadonlyMap<string, string>;
  /** What the next build is to remember. */
  readonly good: readonly GoodDocs[];
  /** Names of the entries of the cache that this build used. */
  readonly used: ReadonlySet<string>;
}

/** Renders the docs of the catalog's entities, or takes them from the cache. A site that fails costs only itself. */
export const buildDocs: Stage<DocsInput, BuiltDocs> = async (input, context) => {
  const { catalog, snapshot, config, lastGood = new Map() } = input;
  const { repositories, blobs } = snapshot;
  if (!config.enabled) return { value: nothing(lastGood), diagnostics: [] };
  const planned = planDocsSites(catalog, repositories);
  const plans = setRefusedAside(planned.plans, lastGood, context);
  const found = await findSites(plans, config, context);
  const { rendered, failures, ...renderer } = await renderMissing(found, { blobs, config }, context);
  const built = new Map([...found.cached, ...rendered]);
  const ofRenderer = [...found.python.diagnostics, ...renderer.diagnostics];
  const reason = renderer.isWithout ? ofRenderer[0]?.message : undefined;
  const settled = await settleSites(
    { planned, built, failures, reason, lastGood, catalog, repositories },
    { blobs, stateFolder: context.stateFolder },
  );
  const { sites, docsByEntity, good, notices } = settled;
  const entries = [...built.values()].map(({ hash }) => hash);
  const used = new Set([...entries, ...notices, ...good.map(({ entry }) => entry)]);
  return {
    value: { sites, docsByEntity, good, used },
    diagnostics: [...ofRenderer, ...planned.plans.flatMap(layoutDiagnostics), ...settled.diagnostics],
  };
};

function nothing(lastGood: ReadonlyMap<string, GoodDocs>): BuiltDocs {
  const good = [...lastGood.values()];
  return { sites: [], docsByEntity: new Map(), good, used: new Set(good.map(({ entry }) => entry)) };
}
