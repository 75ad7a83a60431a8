/** What is to be drawn. */
export type Drawable =
  | { readonly type: 'graph'; readonly engine: GraphEngine; readonly text: string }
  | { readonly type: 'formula'; readonly display: boolean; readonly text: string };

/** Graphviz' layout engines that a fence may name. */
export type GraphEngine = 'dot' | 'neato' | 'fdp' | 'sfdp' | 'twopi' | 'circo' | 'osage' | 'patchwork';

/** Declarations by class name, for what CSS alone can say: no element of a page has a `style` attribute. */
export type ClassStyles = Readonly<Record<string, string>>;

/** A drawing, or why there is none. */
export type Drawing =
  | { readonly ok: true; readonly html: string; readonly coloured?: boolean; readonly styles: ClassStyles }
  | { readonly ok: false; readonly reason: string /** Counted from 1, in the text. */; readonly line?: number };
