import { type AllowList, allowElements } from './sanitize-schema.ts';

const shapes = 'circle ellipse line path polygon polyline rect defs linearGradient radialGradient marker clipPath';
const place = 'd cx cy r rx ry x y x1 x2 y1 y2 dx dy width height points transform offset rotate';
const paint =
  'fill fill-rule fill-opacity opacity stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray stroke-miterlimit clip-rule clip-path stop-color stop-opacity marker-start marker-mid marker-end';
const type =
  'text-anchor dominant-baseline font-family font-size font-style font-weight letter-spacing text-decoration textLength lengthAdjust';
const gradients = 'gradientUnits gradientTransform markerWidth markerHeight markerUnits refX refY orient clipPathUnits';
const drawing = `class id role aria-label aria-hidden ${place} ${paint} ${type} ${gradients}`;

const rows = 'math semantics mrow mi mn mo ms mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover';
const tables = 'mtable mtr mtd mlabeledtr mstyle mpadded mphantom menclose mmultiscripts mprescripts none merror';
const maths =
  'class accent accentunder align columnalign columnlines columnspacing depth display displaystyle fence height linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation rowlines rowspacing rspace scriptlevel separator stretchy symmetric voffset width xmlns';

/**
 * What may stand in a figure that a hook made: drawings, formulas, and plain elements around them. Nothing that loads, runs or styles; links
 * are judged as any other link of the page.
 */
export const figureAllowList: AllowList = {
  html: allowElements(
    'div span figure figcaption details summary pre p br em strong code',
    'class aria-hidden aria-label role title',
    {
      a: 'href title',
    },
  ),
  svg: allowElements(`${shapes} text tspan g title desc`, drawing, {
    svg: 'viewBox preserveAspectRatio',
    a: 'href',
    stop: 'offset stop-color stop-opacity',
  }),
  mathml: allowElements(`${rows} ${tables}`, maths, { annotation: 'encoding' }),
};

/** Classes of the libraries that draw, and of the wrapper that `placeFigure` makes. */
const figureClasses =
  /^(?:katex|docs-figure|docs-maths|cb-figure|figure|graph|node|edge|cluster|caption)(?:-[\w-]{1,40})?$/;
/** KaTeX's own short names; they mean something within `.katex` only. */
const katexClasses =
  /^(?:base|strut|m(?:ord|op|bin|rel|open|close|punct|inner|frac|space|over|under|table|tight|normal|line|sizing)|minner|vlist(?:-[a-z0-9]{1,3})?|pstrut|frac-line|sqrt|root|sizing|reset-size\d+|size\d+|fontsize-ensurer|op-(?:symbol|limits)|small-op|large-op|delimsizing(?:inner)?|delimcenter|nulldelimiter|accent(?:-body|-full)?|col-align-[clr]|arraycolsep|math(?:normal|it|bf|rm|sf|tt|bb|cal|scr|frak|boldfrak|boldsf|sfit|itsf|nrm)|boldsymbol|text(?:bb|bf|it|rm|sf|tt|scr|frak|boldfrak|boldsf|itsf)?|amsrm|tag|eqn-num|hline|vertical-separator|stretchy|svg-align|hide-tail|halfarrow-(?:left|right)|brace-(?:left|center|right)|x-arrow(?:-pad)?|boxpad|f?colorbox|fbox|cancel-(?:pad|lap)|angl(?:pad)?|reflectbox|msupsub|accentunder|cd-(?:arrow-pad|vert-arrow|label-left|label-right)|leqno|fleqn|mainrm|delim-size[14]|[lrc]lap|inner|fix|rule|overline(?:-line)?|underline(?:-line)?|newline|enclosing|mtr-glue|mult|k\d{1,4})$/;

/** Keeps the classes of figures. */
export function keepFigureClasses(value: string): string {
  return value
    .split(/\s+/)
    .filter((name) => figureClasses.test(name) || katexClasses.test(name))
    .join(' ');
}
