/** How an element may stand in plainly written HTML. */
export interface PlainElement {
  /** Closes an open paragraph when it starts, so in plain HTML there is none. */
  readonly block: boolean;
  /** The only parents it may have. */
  readonly parents?: readonly string[];
  /** It holds elements with this parent and white space only. */
  readonly holds?: true;
  /** Name of a set of elements of which none may stand inside another. */
  readonly notInside?: string;
}

const inline = 'abbr b bdi bdo cite code del dfn em i ins kbd label mark q s samp small span strong sub sup time u var';
const blocks = 'address article aside blockquote center details div dl figcaption figure footer header main nav ol';
const moreBlocks = 'section summary ul pre';
const words = (text: string) => text.split(' ');

/** Elements whose place in plain HTML is known for certain. */
export const plainElements: ReadonlyMap<string, PlainElement> = new Map<string, PlainElement>([
  ...words(inline).map((name) => [name, { block: false }] as const),
  ...words(`${blocks} ${moreBlocks}`).map((name) => [name, { block: true }] as const),
  ...words('br img input wbr').map((name) => [name, { block: false }] as const),
  ['hr', { block: true }],
  ['a', { block: false, notInside: 'a' }],
  ['p', { block: true, notInside: 'p' }],
  ...words('h1 h2 h3 h4 h5 h6').map((name) => [name, { block: true, notInside: 'heading' }] as const),
  ['li', { block: true, parents: ['ul', 'ol'] }],
  ['dt', { block: true, parents: ['dl'] }],
  ['dd', { block: true, parents: ['dl'] }],
  ['table', { block: true, holds: true }],
  ...words('thead tbody tfoot').map((name) => [name, { block: false, parents: ['table'], holds: true }] as const),
  ['tr', { block: false, parents: ['thead', 'tbody', 'tfoot'], holds: true }],
  ['td', { block: false, parents: ['tr'] }],
  ['th', { block: false, parents: ['tr'] }],
]);

/** Plain elements without an end tag. */
export const plainVoid: ReadonlySet<string> = new Set(['br', 'img', 'input', 'wbr', 'hr']);

/** Drawing elements whose names need no adjusting, and that lead out of SVG nowhere. */
export const plainSvgElements: ReadonlySet<string> = new Set(
  words('svg g path circle ellipse line polygon polyline rect'),
);

/** Attributes of drawings that parsers leave as they are written. */
export const plainSvgAttributes: ReadonlySet<string> = new Set(
  words(
    'aria-hidden class clip-rule cx cy d fill fill-opacity fill-rule focusable height id opacity points r role rx ry stroke stroke-linecap stroke-linejoin stroke-width title transform viewBox width x x1 x2 xmlns y y1 y2',
  ),
);

/** Whether a parser puts an element right there: into the open parent, without closing or opening any other. */
export function fitsInto(name: string, parent: string | undefined, open: ReadonlyMap<string, number>): boolean {
  const rule = plainElements.get(name);
  const held = parent === undefined ? undefined : plainElements.get(parent)?.holds;
  const parents = rule?.parents;
  if (parents ? !parents.includes(parent ?? '') : held) return false;
  if (rule?.block && (open.get('p') ?? 0) > 0) return false;
  return rule?.notInside === undefined || (open.get(rule.notInside) ?? 0) === 0;
}
