/** Put before every `id` and `name` of docs, so that they never meet the portal's own. */
export const idPrefix = 'docs-';

/** Attributes by element. What is not named is dropped; an element not named is replaced by what it contains. */
export type AllowedElements = ReadonlyMap<string, ReadonlySet<string>>;

/** What may stand in a page, by namespace, so that no name means one thing here and another to a browser. */
export interface AllowList {
  readonly html: AllowedElements;
  readonly svg: AllowedElements;
  readonly mathml: AllowedElements;
}

const words = (text: string) => (text === '' ? [] : text.split(' '));

/** Makes a table of elements from lists of names: `common` for all of them, more for some. */
export function allowElements(names: string, common: string, more: Readonly<Record<string, string>>): AllowedElements {
  const all = [...new Set([...words(names), ...Object.keys(more)])];
  return new Map(all.map((name) => [name, new Set([...words(common), ...words(more[name] ?? '')])]));
}

const text = 'abbr address b bdi bdo br cite code dfn em hr i kbd mark pre q rp rt ruby s samp small strike strong';
const moreText = 'sub sup u var wbr tt font center';
const structure = 'article aside dd dl dt figcaption figure footer h4 h5 h6 header main nav section summary ul';
const tables = 'caption tbody thead tfoot';
const global = 'class dir id lang title aria-label aria-hidden aria-describedby aria-labelledby';
const cell = 'align colspan rowspan headers width valign';

const shapes = 'circle ellipse g line path polygon polyline rect';
const shape = 'd cx cy r rx ry x y x1 x2 y1 y2 width height points transform';
const paint =
  'fill fill-rule clip-rule fill-opacity opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray';
const drawingGlobal = 'class id title aria-label aria-hidden';

/**
 * What may stand in a docs page: GitHub's list, without what the portal has no use for. Ids and names get the prefix; addresses, classes
 * and iframes are judged when the element is rewritten, with what is known of the site.
 */
export const docsAllowList: AllowList = {
  html: allowElements(`${text} ${moreText} ${structure} ${tables} picture`, global, {
    a: 'href name download data-footnote-ref data-footnote-backref',
    audio: 'controls src loop muted preload',
    blockquote: '',
    col: 'span width',
    colgroup: 'span',
    del: 'datetime',
    details: 'open',
    div: 'align data-tabs',
    h1: 'align',
    h2: 'align',
    h3: 'align',
    iframe: 'src width height allowfullscreen',
    img: 'src alt width height align',
    input: 'type checked disabled name',
    ins: 'datetime',
    label: 'for',
    li: 'value',
    ol: 'start reversed type',
    p: 'align',
    source: 'src type media',
    span: 'data-linenos',
    table: 'align',
    td: cell,
    th: `${cell} scope abbr`,
    time: 'datetime',
    tr: 'align valign',
    track: 'src kind srclang label default',
    video: 'controls src width height poster loop muted preload playsinline',
  }),
  svg: allowElements(shapes, `${drawingGlobal} ${shape} ${paint}`, { svg: 'viewBox role' }),
  mathml: new Map(),
};

/** Elements that only mean something inside a table. */
export const tableParts: ReadonlySet<string> = new Set(words('tbody thead tfoot tr td th caption col colgroup'));

/** HTML elements dropped with what they contain: it is code, or something else than text of the page. */
export const strippedElements: ReadonlySet<string> = new Set(
  words('script style template noscript object embed title textarea select button xmp noembed noframes plaintext'),
);

/** Attributes that may only have one of these values. */
export const allowedValues: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['input type', new Set(['checkbox', 'radio'])],
  ['ol type', new Set(['1', 'a', 'A', 'i', 'I'])],
]);

/** Attributes that hold ids of elements, one or several. */
export const idAttributes: ReadonlySet<string> = new Set(words('id name for headers aria-describedby aria-labelledby'));
