import { instance, type Viz } from '@viz-js/viz';
import type { Drawing, GraphEngine } from './drawing.ts';
import { finishDrawing } from './finish-drawing.ts';

const longest = 200_000;
const largest = 512 * 1024;
/** Graphviz knows the widths of Arial's letters by heart; there is no font file. */
const letters = { fontname: 'Arial' };

let viz: Promise<Viz> | undefined;

/**
 * Draws a graph with Graphviz. It has no files, no network and no fonts, only its own memory; a graph that takes for ever has to be
 * stopped from outside.
 */
export async function drawGraph(text: string, engine: GraphEngine): Promise<Drawing> {
  if (text.length > longest) return { ok: false, reason: `it is longer than ${longest} characters` };
  viz ??= instance();
  const result = (await viz).render(text, {
    engine,
    format: 'svg_inline',
    graphAttributes: { ...letters, bgcolor: 'transparent' },
    nodeAttributes: letters,
    edgeAttributes: letters,
  });
  if (result.status !== 'success') return { ok: false, ...describeErrors(result.errors.map(({ message }) => message)) };
  const { svg, coloured } = finishDrawing(result.output, { kind: 'Graph', standIn: letters.fontname });
  return svg.length > largest
    ? { ok: false, reason: 'the drawing would be larger than 512 KiB' }
    : { ok: true, html: svg, coloured, styles: {} };
}

function describeErrors(messages: readonly string[]): { readonly reason: string; readonly line?: number } {
  const message = messages.find((text) => /error/i.test(text)) ?? messages[0] ?? 'Graphviz gives no reason';
  const line = /\bline (\d+)/.exec(message)?.[1];
  const reason = message.replace(/\s+/g, ' ').trim().slice(0, 200);
  return line === undefined ? { reason } : { reason, line: Number(line) };
}
