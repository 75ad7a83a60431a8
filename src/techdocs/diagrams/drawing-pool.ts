import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { Drawable, Drawing } from './drawing.ts';

/** How long drawing may take, in seconds of the clock. */
export interface DrawingLimits {
  /** One graph or formula. */
  readonly each: number;
  /** All of one site together. */
  readonly site: number;
}

/** Draws what one docs site asks for, one after the other, so that no site holds up the others. */
export interface SiteDrawings {
  /** Never rejects: whatever goes wrong is the drawing's reason. */
  draw(drawable: Drawable): Promise<Drawing>;
}

const usualLimits: DrawingLimits = { each: 20, site: 120 };
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
const workerFile = new URL(`./drawing-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

/** Threads that draw, started when there is something to draw. What a thread does not finish in time ends with it. */
export class DrawingPool {
  readonly #idle: Worker[] = [];
  readonly #limit: ReturnType<typeof pLimit>;
  readonly #limits: DrawingLimits;

  constructor(size: number, limits: DrawingLimits = usualLimits) {
    this.#limit = pLimit(Math.max(1, size));
    this.#limits = limits;
  }

  /** Drawings of one site, which share the site's time. */
  forSite(): SiteDrawings {
    const inTurn = pLimit(1);
    let left = this.#limits.site;
    const draw = async (drawable: Drawable): Promise<Drawing> => {
      if (left <= 0)
        return { ok: false, reason: `the drawings of these docs took ${this.#limits.site} seconds in all` };
      const begun = performance.now();
      const drawing = await this.#draw(drawable);
      left -= (performance.now() - begun) / 1000;
      return drawing;
    };
    return { draw: (drawable) => inTurn(() => this.#limit(() => draw(drawable))) };
  }

  /** Ends all threads. Nothing may be drawn any more. */
  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((worker) => worker.terminate()));
  }

  #draw(drawable: Drawable): Promise<Drawing> {
    const worker = this.#idle.pop() ?? new Worker(workerFile, { resourceLimits, env: {}, execArgv: [] });
    const { each } = this.#limits;
    return new Promise((resolve) => {
      const finish = (drawing: Drawing, keep: boolean): void => {
        clearTimeout(timer);
        for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
        if (keep) this.#idle.push(worker);
        // What it still says on its way out concerns nobody.
        else void worker.on('error', () => {}).terminate();
        resolve(drawing);
      };
      const timer = setTimeout(() => {
        finish({ ok: false, reason: `drawing it took longer than ${each} seconds` }, false);
      }, each * 1000);
      worker.once('message', (drawing: Drawing & { readonly broken?: true }) => finish(drawing, !drawing.broken));
      worker.once('error', (error) => finish({ ok: false, reason: describeEnd(error) }, false));
      worker.once('exit', () => finish({ ok: false, reason: 'drawing it ended the drawing thread' }, false));
      worker.postMessage(drawable);
    });
  }
}

function describeEnd(error: unknown): string {
  const { code } = error as { readonly code?: string };
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'drawing it needs too much memory'
    : String(error).replace(/\s+/g, ' ').slice(0, 200);
}
