import type { Options as Schema } from 'rehype-sanitize';

/** Put before every `id` and `name` of docs, so that they never meet the portal's own. */
export const idPrefix = 'docs-';

const text = [
  'abbr',
  'address',
  'b',
  'bdi',
  'bdo',
  'blockquote',
  'br',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'hr',
  'i',
  'ins',
];
const moreText = [
  'kbd',
  'mark',
  'p',
  'pre',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
];
const structure = [
  'a',
  'article',
  'aside',
  'center',
  'details',
  'div',
  'dd',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'footer',
];
const moreStructure = [
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'li',
  'main',
  'nav',
  'ol',
  'section',
  'summary',
  'sup',
];
const tables = ['caption', 'col', 'colgroup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'];
const media = ['audio', 'iframe', 'img', 'picture', 'source', 'track', 'video'];
const drawing = ['svg', 'circle', 'ellipse', 'g', 'line', 'path', 'polygon', 'polyline', 'rect'];
const others = ['font', 'input', 'label', 'time', 'tt', 'u', 'ul', 'var', 'wbr'];

const shape = [
  'd',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'width',
  'height',
  'points',
  'transform',
];
const paint = [
  'fill',
  'fillRule',
  'clipRule',
  'fillOpacity',
  'opacity',
  'stroke',
  'strokeWidth',
  'strokeLineCap',
  'strokeLineJoin',
];
const shapes = Object.fromEntries(drawing.map((name) => [name, [...shape, ...paint]]));

/**
 * What may stand in a docs page. Elements and attributes not named here are dropped, ids and names get the prefix.
 * URLs, classes and iframes are judged afterwards, with what is known of the site.
 */
export const docsSchema: Schema = {
  tagNames: [...text, ...moreText, ...structure, ...moreStructure, ...tables, ...media, ...drawing, ...others],
  attributes: {
    '*': ['className', 'dir', 'id', 'lang', 'title', 'ariaLabel', 'ariaHidden', 'ariaDescribedBy', 'ariaLabelledBy'],
    a: ['href', 'name', 'download', 'dataFootnoteRef', 'dataFootnoteBackref'],
    audio: ['controls', 'src', 'loop', 'muted', 'preload'],
    blockquote: ['cite'],
    col: ['span', 'width'],
    colgroup: ['span'],
    div: ['align', 'dataTabs'],
    p: ['align'],
    del: ['dateTime'],
    details: ['open'],
    h1: ['align'],
    h2: ['align'],
    h3: ['align'],
    iframe: ['src', 'width', 'height', 'allowFullScreen', 'title'],
    img: ['src', 'srcSet', 'alt', 'width', 'height', 'align', 'sizes', 'loading'],
    input: [['type', 'checkbox', 'radio'], 'checked', 'disabled', 'name'],
    ins: ['dateTime'],
    label: ['htmlFor'],
    li: ['value'],
    ol: ['start', 'reversed', ['type', '1', 'a', 'A', 'i', 'I']],
    source: ['src', 'srcSet', 'type', 'media', 'sizes'],
    span: ['dataLinenos'],
    svg: [...shape, ...paint, 'viewBox', 'role'],
    table: ['align'],
    td: ['align', 'colSpan', 'rowSpan', 'headers', 'width', 'vAlign'],
    th: ['align', 'colSpan', 'rowSpan', 'headers', 'scope', 'abbr', 'width', 'vAlign'],
    time: ['dateTime'],
    tr: ['align', 'vAlign'],
    track: ['src', 'kind', 'srcLang', 'label', 'default'],
    video: ['controls', 'src', 'width', 'height', 'poster', 'loop', 'muted', 'preload', 'playsInline'],
    ...Object.fromEntries(Object.entries(shapes).filter(([name]) => name !== 'svg')),
  },
  ancestors: {
    ...Object.fromEntries(
      ['tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption', 'col', 'colgroup'].map((name) => [name, ['table']]),
    ),
    ...Object.fromEntries(drawing.filter((name) => name !== 'svg').map((name) => [name, ['svg']])),
  },
  clobber: ['id', 'name', 'ariaDescribedBy', 'ariaLabelledBy'],
  clobberPrefix: idPrefix,
  protocols: {},
  required: {},
  // With their content: it is code, not text.
  strip: [
    'script',
    'style',
    'template',
    'noscript',
    'object',
    'embed',
    'math',
    'title',
    'textarea',
    'select',
    'button',
    'foreignObject',
    'xmp',
    'noembed',
    'noframes',
    'plaintext',
  ],
  allowComments: false,
  allowDoctypes: false,
};
