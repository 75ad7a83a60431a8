import { allowElements } from './sanitize-schema.ts';

const containers = 'svg g defs symbol use marker clipPath mask pattern switch title desc';
const shapes = 'path rect circle ellipse line polygon polyline text tspan textPath image style';
const paints = 'linearGradient radialGradient stop filter feGaussianBlur feOffset feMerge feMergeNode';
const effects = 'feBlend feColorMatrix feComposite feFlood feDropShadow feMorphology feTile feTurbulence';

const geometry = 'x y x1 x2 y1 y2 cx cy r rx ry fx fy dx dy d points width height';
const layout =
  'viewBox preserveAspectRatio transform refX refY markerWidth markerHeight markerUnits orient rotate overflow';
const paint = 'fill fill-opacity fill-rule opacity color clip-rule clip-path mask filter display visibility';
const stroke =
  'stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit';
const markers = 'marker-start marker-mid marker-end offset stop-color stop-opacity spreadMethod startOffset';
const units =
  'gradientUnits gradientTransform patternUnits patternTransform patternContentUnits clipPathUnits maskUnits maskContentUnits filterUnits';
const fonts = 'font-family font-size font-weight font-style text-anchor dominant-baseline letter-spacing textLength';
const filters = 'in in2 result stdDeviation mode operator type values flood-color flood-opacity k1 k2 k3 k4 radius';
const rendering =
  'vector-effect paint-order shape-rendering text-rendering alignment-baseline baseline-shift lengthAdjust';
const others = 'id class style href aria-label role';

/** What may stand in an SVG file of a docs folder, which is only ever shown as a picture. */
export const svgAllowList = allowElements(
  `${containers} ${shapes} ${paints} ${effects}`,
  `${geometry} ${layout} ${paint} ${stroke} ${markers} ${units} ${fonts} ${filters} ${rendering} ${others}`,
  {},
);

/** Elements dropped with what they contain; others that are not allowed are replaced by it. */
export const strippedFromSvg: ReadonlySet<string> = new Set(
  'script foreignObject metadata animate animateMotion animateTransform set handler'.split(' '),
);
