import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const containers = [
  'svg',
  'g',
  'defs',
  'symbol',
  'use',
  'marker',
  'clipPath',
  'mask',
  'pattern',
  'switch',
  'title',
  'desc',
];
const shapes = [
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polygon',
  'polyline',
  'text',
  'tspan',
  'textPath',
  'image',
  'style',
];
const paints = [
  'linearGradient',
  'radialGradient',
  'stop',
  'filter',
  'feGaussianBlur',
  'feOffset',
  'feMerge',
  'feMergeNode',
];
const effects = [
  'feBlend',
  'feColorMatrix',
  'feComposite',
  'feFlood',
  'feDropShadow',
  'feMorphology',
  'feTile',
  'feTurbulence',
];
const geometry = [
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'fx',
  'fy',
  'dx',
  'dy',
  'd',
  'points',
  'width',
  'height',
];
const layout = [
  'viewBox',
  'preserveAspectRatio',
  'transform',
  'refX',
  'refY',
  'markerWidth',
  'markerHeight',
  'markerUnits',
  'orient',
  'rotate',
];
const paint = [
  'fill',
  'fillOpacity',
  'fillRule',
  'stroke',
  'strokeWidth',
  'strokeOpacity',
  'strokeDashArray',
  'strokeDashOffset',
];
const morePaint = [
  'strokeLineCap',
  'strokeLineJoin',
  'strokeMiterLimit',
  'opacity',
  'color',
  'clipRule',
  'clipPath',
  'mask',
  'filter',
];
const markers = [
  'markerStart',
  'markerMid',
  'markerEnd',
  'offset',
  'stopColor',
  'stopOpacity',
  'gradientUnits',
  'gradientTransform',
];
const units = [
  'patternUnits',
  'patternTransform',
  'patternContentUnits',
  'clipPathUnits',
  'maskUnits',
  'maskContentUnits',
  'filterUnits',
];
const fonts = [
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'textAnchor',
  'dominantBaseline',
  'letterSpacing',
  'textLength',
  'lengthAdjust',
];
const filters = [
  'in',
  'in2',
  'result',
  'stdDeviation',
  'mode',
  'operator',
  'type',
  'values',
  'floodColor',
  'floodOpacity',
  'k1',
  'k2',
  'k3',
  'k4',
];
const others = [
  'id',
  'className',
  'style',
  'display',
  'visibility',
  'overflow',
  'href',
  'xLinkHref',
  'spreadMethod',
  'startOffset',
  'radius',
  'ariaLabel',
  'role',
  'vectorEffect',
  'paintOrder',
  'shapeRendering',
  'textRendering',
  'alignmentBaseline',
  'baselineShift',
  'xmlSpace',
];

const schema: Schema = {
  tagNames: [...containers, ...shapes, ...paints, ...effects],
  attributes: {
    '*': [...geometry, ...layout, ...paint, ...morePaint, ...markers, ...units, ...fonts, ...filters, ...others],
  },
  clobber: [],
  protocols: {},
  strip: ['script', 'foreignObject', 'metadata', 'animate', 'set', 'handler'],
};
const sanitize = unified().use(rehypeSanitize, schema).freeze();
const parser = unified().use(rehypeParse, { fragment: true });
const writer = unified().use(rehypeStringify, { space: 'svg', closeEmptyElements: true });
const largest = 8 * 1024 * 1024;

/**
 * Makes an SVG file from a docs folder safe to publish: an allow-list of drawing elements, no scripts, no styles or references that reach
 * outside. `undefined` when it is not UTF-8, not an SVG, or too large.
 */
export function makeSvgSafe(bytes: Uint8Array): string | undefined {
  if (bytes.byteLength > largest) return undefined;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const start = text.search(/<svg[\s>]/);
  if (start === -1) return undefined;
  const tree = sanitize.runSync(parser.parse(text.slice(start))) as Root;
  const svg = tree.children.find((child): child is Element => child.type === 'element' && child.tagName === 'svg');
  if (!svg) return undefined;
  visit(svg, 'element', keepInside);
  svg.properties['xmlns'] = 'http://www.w3.org/2000/svg';
  svg.properties['xmlnsXLink'] = 'http://www.w3.org/1999/xlink';
  return writer.stringify({ type: 'root', children: [svg] });
}

/** References only inside the drawing, pictures only as data; styles only where they cannot load or end anything. */
function keepInside(element: Element): void {
  const { properties } = element;
  for (const name of ['href', 'xLinkHref']) {
    const value = properties[name];
    const isPicture =
      element.tagName === 'image' && /^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=\s]*$/i.test(String(value));
    if (value !== undefined && !isPicture && !/^#[\w:.-]+$/.test(String(value))) delete properties[name];
  }
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'string' && reachesOutside(value) && name !== 'href' && name !== 'xLinkHref')
      delete properties[name];
  }
  if (element.tagName === 'style') {
    const css = element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    element.properties = {};
    element.children =
      reachesOutside(css) || /[<&]|@import|@font-face|\\/.test(css) ? [] : [{ type: 'text', value: css }];
  }
}

function reachesOutside(value: string): boolean {
  return /url\(\s*['"]?(?!#)|javascript:|expression\(|image-set\(/i.test(value) || /\\[0-9a-f]/i.test(value);
}
