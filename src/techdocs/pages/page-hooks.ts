import type { PageProblem } from './page-state.ts';

/** A block of code of a page. */
export interface CodeBlock {
  /** As the fence names it, lower case: `mermaid`, `dot`, `python`; a class `language-…` of the block or its own class. */
  readonly language: string;
  /** What stands in it, without highlighting. */
  readonly text: string;
}

/** A formula of a page, without its delimiters. */
export interface Maths {
  readonly text: string;
  /** On lines of its own, not within a sentence. */
  readonly display: boolean;
}

/**
 * What stands in an element's place. `html` is made by Callboard's own drawing libraries (KaTeX, Graphviz), never handed through from
 * an author, and still passes the allow-list of figures (`figure-allow-list.ts`): drawing and MathML elements, no
 * scripts, handlers, styles or addresses but links. Without `html` the element stays as it is.
 */
export interface Figure {
  readonly html?: string;
  /** Declarations by class name that `html` needs besides the portal's own styles; they become the page's own style sheet. */
  readonly styles?: Readonly<Record<string, string>>;
  readonly problem?: PageProblem;
}

/**
 * Where other rooms take part in the one pass over a page. The visitor calls a hook for each matching element with its text, before it
 * looks at what is inside the element; what comes back takes the element's place (`<pre>` with its `.highlight`, `.arithmatex`).
 * Work that takes time returns a promise: the pass goes on meanwhile and the page is written when all its promises have settled, so
 * nothing is collected beforehand and pages without figures wait for nothing. A rejected promise leaves the element as it is.
 * A hook is called in reading order and may not keep anything of a page for another. Hooks reach a page through `PagePlace.hooks`.
 */
export interface PageHooks {
  /** Languages, lower case, for which `codeBlock` wants to be asked; code in others costs nothing. */
  readonly languages: ReadonlySet<string>;
  codeBlock(block: CodeBlock): Figure | Promise<Figure> | undefined;
  /** Asked for every `.arithmatex` element. */
  maths(maths: Maths): Figure | Promise<Figure> | undefined;
}
