import { parentPort } from 'node:worker_threads';
import { drawFormula } from './draw-formula.ts';
import type { Drawable, Drawing } from './drawing.ts';

/** The thread that draws what docs pages ask for. A drawing that harms it harms nothing else: it is ended and another one started. */
const mostMemory = 256 * 1024 * 1024;

// WebAssembly's memory is outside the limits of a thread's heap; Graphviz is told "no" instead, and says so.
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
  if (this.buffer.byteLength + pages * 65_536 > mostMemory) throw new RangeError('too much memory');
  return grow.call(this, pages);
};

async function draw(drawable: Drawable): Promise<Drawing> {
  if (drawable.type === 'formula') return drawFormula(drawable.text, drawable.display);
  const { drawGraph } = await import('./draw-graph.ts');
  return drawGraph(drawable.text, drawable.engine);
}

parentPort?.on('message', async (drawable: Drawable) => {
  try {
    parentPort?.postMessage(await draw(drawable));
  } catch (error) {
    // Graphviz' memory is in an unknown state now.
    parentPort?.postMessage({ ok: false, reason: String(error).replace(/\s+/g, ' ').slice(0, 200), broken: true });
  }
});
