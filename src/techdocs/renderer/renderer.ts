import type { TechdocsConfig } from '../../config/config.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { StageContext } from '../../diagnostics/stage.ts';
import type { DocsBlobs } from '../docs-blobs.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';
import { type PythonChoice, pinned, preparePython } from './python-environment.ts';
import { renderShards, type SiteMessage } from './render-shards.ts';
import { judgeSandbox } from './sandbox-problems.ts';
import { openWorkerPool } from './worker-pool.ts';

/** Makes pages of Markdown. How, only this folder knows. */
export interface DocsRenderer {
  /**
   * Renders a site: its navigation at least once, and one message for every page that is not excluded, each as soon as it is there.
   * Resolves to the reason when the site as a whole cannot be rendered. Never rejects. Many sites may be handed over at once.
   */
  readonly render: (plan: DocsSitePlan, onMessage: (message: SiteMessage) => void) => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

/** What a renderer reads and how it may work. */
export interface RendererOptions extends Pick<StageContext, 'signal' | 'log' | 'concurrency'> {
  readonly config: TechdocsConfig;
  readonly blobs: DocsBlobs;
}

/** A renderer, or nothing and the problem that says why. */
export interface OpenedRenderer {
  readonly renderer?: DocsRenderer;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Starts a renderer in the Python that was chosen, which takes half a second. What was said of the choice is not said again.
 * Never throws.
 */
export async function openRenderer(choice: PythonChoice, options: RendererOptions): Promise<OpenedRenderer> {
  try {
    if (choice.python === undefined) return { diagnostics: [] };
    const first = await startRenderer(choice.python, options);
    if (!('failure' in first)) return first;
    if (choice.identity !== pinned) return failed(first.failure);
    // What was made for Callboard may have been damaged since.
    const again = await preparePython({ signal: options.signal, log: options.log, anew: true });
    if (again.python === undefined) return { diagnostics: again.diagnostics };
    const second = await startRenderer(again.python, options);
    if ('failure' in second) return failed(second.failure);
    return { ...second, diagnostics: [...again.diagnostics, ...second.diagnostics] };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

function failed(reason: string): OpenedRenderer {
  const message = `Docs are not built: the renderer does not start (${reason})`;
  return { diagnostics: [diagnose('techdocs/python-missing', { message })] };
}

async function startRenderer(
  python: string,
  { config, blobs, signal, concurrency }: RendererOptions,
): Promise<OpenedRenderer | { readonly failure: string }> {
  const pool = await openWorkerPool({ python, sandboxed: config.sandbox !== 'off', signal, size: concurrency });
  const ready = await pool.start();
  if ('failure' in ready) {
    await pool.close();
    return ready;
  }
  const { problems, mayRender } = judgeSandbox(ready.sandbox, config.sandbox);
  if (!mayRender) {
    await pool.close();
    return { diagnostics: problems };
  }
  const renderer: DocsRenderer = {
    render: (plan, onMessage) => renderShards(plan, { pool, blobs, config, concurrency }, onMessage),
    close: pool.close,
  };
  return { renderer, diagnostics: problems };
}
