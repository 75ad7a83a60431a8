import * as words from '@text/docs';
import type { Mermaid, MermaidConfig } from 'mermaid';
import { element } from './element.ts';
import { onThemeChange } from './graph/theme.ts';
import { describeDrawing } from './mermaid/describe-drawing.ts';
import { readDrawing } from './mermaid/safe-drawing.ts';
import { withStrictStyles } from './mermaid/strict-styles.ts';
import { readThemeVariables } from './mermaid/theme-variables.ts';

/** A block of Mermaid's language, and where its drawing goes. */
interface Diagram {
  readonly id: string;
  readonly text: string;
  readonly figure: HTMLElement;
  /** Has colours of its own: drawn for the light theme, and turned round in the dark one. */
  readonly coloured: boolean;
  sheet?: CSSStyleSheet;
}

/** What a diagram's own text may not change. */
const secure = [
  ...['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'suppressErrorRendering', 'maxEdges', 'dompurifyConfig'],
  ...['theme', 'themeVariables', 'themeCSS', 'darkMode', 'fontFamily', 'altFontFamily', 'htmlLabels', 'logLevel'],
  ...['arrowMarkerAbsolute', 'deterministicIds', 'deterministicIDSeed', 'forceLegacyMathML', 'legacyMathML'],
];
const ownColours =
  /^\s*(?:style|classDef|linkStyle)\s|^\s*rect\s+rgba?\(|\bUpdate(?:Element|Rel)Style\(|^\s*box\s+(?:rgba?|#)/m;

const settings = (host: HTMLElement): MermaidConfig => ({
  startOnLoad: false,
  securityLevel: 'strict',
  secure,
  suppressErrorRendering: true,
  logLevel: 'fatal',
  theme: 'base',
  look: 'classic',
  // The other one is six times as large; a diagram may still ask for it.
  layout: 'dagre',
  themeVariables: readThemeVariables(host),
  fontFamily: getComputedStyle(host).fontFamily,
  htmlLabels: false,
  flowchart: { htmlLabels: false, useMaxWidth: false, wrappingWidth: 260 },
  class: { htmlLabels: false },
  deterministicIds: true,
});

/** Makes a figure of a block: the drawing, or the reason why there is none; its source always stays at hand. */
const frameBlock = (block: HTMLElement, index: number): Diagram => {
  const text = block.textContent.trim();
  const figure = element('figure', { class: 'cb-figure cb-figure-mermaid' });
  const coloured = ownColours.test(text);
  if (coloured) figure.classList.add('cb-figure-coloured');
  block.replaceWith(figure);
  figure.append(block);
  return { id: `cb-mermaid-${index}`, text, figure, coloured };
};

const draw = async (mermaid: Mermaid, diagram: Diagram): Promise<void> => {
  const { id, text, figure } = diagram;
  const source = figure.querySelector('.mermaid');
  if (!source) return;
  try {
    const { result, css } = await withStrictStyles(() => mermaid.render(id, text));
    const drawing = readDrawing(result.svg, css, id);
    if (!drawing) throw new Error('Mermaid gives no drawing of it');
    document.adoptedStyleSheets = [
      ...document.adoptedStyleSheets.filter((sheet) => sheet !== diagram.sheet),
      drawing.sheet,
    ];
    diagram.sheet = drawing.sheet;
    describeDrawing(drawing.svg);
    const view = element('div', { class: 'cb-figure-view' }, drawing.svg);
    const folded = element('details', { class: 'cb-figure-source' }, element('summary', {}, words.source), source);
    if (figure.querySelector('details')?.open) folded.open = true;
    figure.replaceChildren(view, folded);
    if (view.scrollWidth > view.clientWidth) view.tabIndex = 0;
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error)
      .split('\n')
      .slice(0, 4)
      .join(' ')
      .slice(0, 300);
    const note = element('figcaption', { class: 'cb-figure-note' }, words.notDrawn(reason));
    figure.replaceChildren(note, source);
  }
};

const start = async (url: string): Promise<void> => {
  const blocks = [...document.querySelectorAll<HTMLElement>('[data-prose] :is(pre, div).mermaid')];
  const host = document.querySelector<HTMLElement>('[data-prose]');
  if (blocks.length === 0 || !host) return;
  const { default: mermaid } = (await import(/* @vite-ignore */ url)) as { readonly default: Mermaid };
  const diagrams = blocks.map(frameBlock);
  const paper = element('div', { hidden: '' });
  paper.style.colorScheme = 'light';
  host.append(paper);
  let wanted = 0;
  const drawAll = async (): Promise<void> => {
    wanted += 1;
    const turn = wanted;
    for (const diagram of diagrams) {
      if (turn !== wanted) return;
      mermaid.initialize(settings(diagram.coloured ? paper : host));
      await draw(mermaid, diagram);
    }
  };
  let drawing = drawAll();
  onThemeChange(() => {
    wanted += 1;
    drawing = drawing.then(drawAll);
  });
};

const { mermaid } = document.querySelector<HTMLElement>('[data-mermaid]')?.dataset ?? {};
if (mermaid) void start(mermaid);
