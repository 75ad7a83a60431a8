import pLimit from 'p-limit';
import type { TechdocsConfig } from '../../config/config.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { StageContext } from '../../diagnostics/stage.ts';
import { openDiagrams } from '../diagrams/open-diagrams.ts';
import type { DocsBlobs } from '../docs-blobs.ts';
import { isPage } from '../layout/docs-source.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';
import { openRenderer } from '../renderer/renderer.ts';
import type { FoundSites } from './find-sites.ts';
import { renderSite } from './render-site.ts';
import { type CachedSite, writeCachedSite } from './site-cache.ts';

/** What became of the sites that the cache did not have. */
export interface RenderedSites {
  readonly rendered: ReadonlyMap<DocsSitePlan, CachedSite>;
  /** Why the others could not be built: words without a full stop. */
  readonly failures: ReadonlyMap<DocsSitePlan, string>;
  /** What is to be said of the renderer. */
  readonly diagnostics: readonly Diagnostic[];
  /** There is no renderer: the diagnostics say why. */
  readonly isWithout: boolean;
}

/** Seconds after which it is said what a site took. */
const slowSeconds = 15;

/** Renders what is missing, several sites at once, the quick ones before those that take long. A site that fails costs only itself. */
export async function renderMissing(
  found: FoundSites,
  { blobs, config }: { readonly blobs: DocsBlobs; readonly config: TechdocsConfig },
  context: StageContext,
): Promise<RenderedSites> {
  const rendered = new Map<DocsSitePlan, CachedSite>();
  const failures = new Map<DocsSitePlan, string>();
  if (found.missing.length === 0) return { rendered, failures, diagnostics: [], isWithout: false };
  const { renderer, diagnostics } = await openRenderer(found.python, { ...context, blobs, config });
  if (!renderer) return { rendered, failures, diagnostics, isWithout: true };
  const diagrams = openDiagrams(config, context.concurrency);
  try {
    const tell = tellProgress(found.missing, context);
    // The renderer takes turns, so that slow sites do not hold quick ones back. Many are open for that, not so many as to fill memory.
    const limit = pLimit(context.concurrency + 16);
    await limit.map(orderOfRendering(found.missing), async (plan) => {
      const done = tell.start(plan);
      const options = { renderer, blobs, config, tools: diagrams.forSite() };
      const fill = (folder: string) => renderSite(plan, folder, options, tell.onPage);
      try {
        rendered.set(plan, await writeCachedSite(context.stateFolder, found.hashes.get(plan) ?? '', fill));
      } catch (error) {
        failures.set(plan, reasonOf(error));
      } finally {
        done();
      }
    });
  } finally {
    await Promise.all([renderer.close(), diagrams.close()]);
  }
  return { rendered, failures, diagnostics, isWithout: false };
}

/** Sites of more pages are dealt to all workers. */
const manyPages = 200;

// The largest first, so that none is left to run alone at the end; after them those that all workers share, which would hold up every
// other one and keep nobody waiting at the end.
function orderOfRendering(plans: readonly DocsSitePlan[]): readonly DocsSitePlan[] {
  const [shared, own] = [plans.filter(isShared), plans.filter((plan) => !isShared(plan))];
  return [...own.sort((a, b) => pagesOf(b) - pagesOf(a)), ...shared.sort((a, b) => pagesOf(a) - pagesOf(b))];
}

function isShared(plan: DocsSitePlan): boolean {
  return pagesOf(plan) > manyPages;
}

function pagesOf({ layout }: DocsSitePlan): number {
  return layout.files.filter(({ uri }) => isPage(uri)).length;
}

// Names the site that has been at work for longest.
function tellProgress(plans: readonly DocsSitePlan[], { progress, log }: StageContext) {
  const total = plans.reduce((sum, plan) => sum + pagesOf(plan), 0);
  const running = new Map<DocsSitePlan, number>();
  let done = 0;
  const onPage = () => {
    done += 1;
    const [slowest] = running.keys();
    progress(done, total, slowest?.repository.repository.slug);
  };
  const start = (plan: DocsSitePlan) => {
    running.set(plan, performance.now());
    return () => {
      const seconds = (performance.now() - (running.get(plan) ?? 0)) / 1000;
      running.delete(plan);
      const { repository } = plan.repository;
      if (seconds >= slowSeconds)
        log(`The docs of ${repository.slug} took ${Math.round(seconds)} s (${pagesOf(plan)} pages)`);
    };
  };
  return { onPage, start };
}

// An error of the file system names a path of this machine, which is nobody's business on a page.
function reasonOf(error: unknown): string {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code !== undefined && syscall !== undefined) return `they could not be written (${code})`;
  return error instanceof Error ? error.message : String(error);
}
