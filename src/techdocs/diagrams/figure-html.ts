import type { Drawing } from './drawing.ts';

/** What a figure shows: a drawing, if there is one, and the text that it is made of. */
export interface FigureContent {
  readonly kind: 'graph' | 'uml';
  readonly source: string;
  readonly drawing?: Drawing & { readonly ok: true };
}

/** A figure with its source: folded away beneath the drawing, or in its place. */
export function figureOf({ kind, source, drawing }: FigureContent): string {
  if (!drawing) return `<figure class="cb-figure cb-figure-${kind}">${codeOf(source)}</figure>`;
  const colours = drawing.coloured ? ' cb-figure-coloured' : '';
  return `<figure class="cb-figure cb-figure-${kind}${colours}"><div class="cb-figure-view">${drawing.html}</div><details class="cb-figure-source"><summary>Source</summary>${codeOf(source)}</details></figure>`;
}

/** A figure that could not be drawn: why, and its source. */
export function failedFigure(kind: FigureContent['kind'], source: string, reason: string): string {
  return `<figure class="cb-figure cb-figure-${kind}"><figcaption class="cb-figure-note">${escapeHtml(reason)}</figcaption>${codeOf(source)}</figure>`;
}

/** Text as it may stand in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

function codeOf(source: string): string {
  return `<pre><code>${escapeHtml(source.trimEnd())}\n</code></pre>`;
}
