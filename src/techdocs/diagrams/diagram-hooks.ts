import type { CodeBlock, Figure, Maths, PageHooks } from '../pages/page-hooks.ts';
import type { PageProblem } from '../pages/page-state.ts';
import type { Drawing, GraphEngine } from './drawing.ts';
import type { SiteDrawings } from './drawing-pool.ts';
import { escapeHtml, failedFigure, figureOf } from './figure-html.ts';

/** Draws PlantUML diagrams. */
export interface UmlDrawings {
  /** Never rejects: whatever goes wrong is the drawing's reason. */
  draw(text: string): Promise<Drawing>;
}

/** What draws for the pages of one site. */
export interface SiteTools {
  readonly drawings: SiteDrawings;
  /** Absent: the portal's owner has not set PlantUML up. */
  readonly uml?: UmlDrawings;
}

const engines: Readonly<Record<string, GraphEngine>> = {
  dot: 'dot',
  gv: 'dot',
  graphviz: 'dot',
  'graphviz-dot': 'dot',
  'graphviz-neato': 'neato',
  'graphviz-fdp': 'fdp',
  'graphviz-sfdp': 'sfdp',
  'graphviz-twopi': 'twopi',
  'graphviz-circo': 'circo',
  'graphviz-osage': 'osage',
  'graphviz-patchwork': 'patchwork',
};
const languages: ReadonlySet<string> = new Set([...Object.keys(engines), 'plantuml', 'puml', 'uml', 'c4plantuml']);

/** The hooks of one page: Graphviz, PlantUML and formulas. Made anew for every page, because a note stands on each only once. */
export function diagramHooks({ drawings, uml }: SiteTools): PageHooks {
  let noted = false;
  return {
    languages,
    async codeBlock({ language, text }: CodeBlock): Promise<Figure> {
      const engine = Object.hasOwn(engines, language) ? engines[language] : undefined;
      if (engine) return graphFigure(await drawings.draw({ type: 'graph', engine, text }), 'graph', text);
      if (uml) return graphFigure(await uml.draw(text), 'uml', text);
      if (noted) return { html: figureOf({ kind: 'uml', source: text }) };
      noted = true;
      return umlNote(text);
    },
    async maths({ text, display }: Maths): Promise<Figure> {
      const drawing = await drawings.draw({ type: 'formula', display, text });
      if (drawing.ok) return { html: drawing.html, styles: drawing.styles };
      const reason = `The formula cannot be typeset: ${drawing.reason}`;
      return {
        html: `<code class="cb-figure-wrong" title="${escapeHtml(reason)}">${escapeHtml(text)}</code>`,
        problem: problemOf(
          'techdocs/formula-failed',
          `the formula cannot be typeset: ${drawing.reason}`,
          text,
          drawing.line,
        ),
      };
    },
  };
}

function graphFigure(drawing: Drawing, kind: 'graph' | 'uml', source: string): Figure {
  if (drawing.ok) return { html: figureOf({ kind, source, drawing }) };
  const what = kind === 'graph' ? 'graph' : 'PlantUML diagram';
  const message = `the ${what} cannot be drawn: ${drawing.reason}`;
  return {
    html: failedFigure(kind, source, `This ${what} cannot be drawn: ${drawing.reason}.`),
    problem: problemOf('techdocs/diagram-failed', message, source, drawing.line),
  };
}

function umlNote(source: string): Figure {
  const note = 'PlantUML is not set up for this portal, so its diagrams are shown as their source.';
  return { html: failedFigure('uml', source, note) };
}

/** A problem is found again in the Markdown by the text of its line. */
function problemOf(code: PageProblem['code'], message: string, text: string, line: number | undefined): PageProblem {
  const lines = text.split('\n').map((content) => content.trim());
  const address = (line === undefined ? undefined : lines[line - 1]) || lines.find((content) => content !== '') || '';
  return { code, message, address };
}
