import { curveBumpX, curveMonotoneY, line } from 'd3';

type Point = readonly [number, number];

/** The way of an edge, before it is path data. */
export interface EdgeRoute {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly labelX: number;
  readonly labelY: number;
  /** `curve` runs level through its points, `flow` smoothly downwards, `stem` turns one rounded corner. */
  readonly shape: 'curve' | 'flow' | 'stem';
  readonly points: readonly Point[];
}

const level = line().curve(curveBumpX).digits(1);
const smooth = line().curve(curveMonotoneY).digits(1);
const cornerRadius = 8;

/** SVG path data of a route. */
export function edgePath(route: EdgeRoute): string {
  if (route.shape === 'stem') return stemPath(route.points);
  const draw = route.shape === 'flow' ? smooth : level;
  return draw(route.points.map(([x, y]) => [x, y])) ?? '';
}

function stemPath([from, turn, to]: readonly Point[]): string {
  if (!from || !turn || !to) return '';
  const [x, y] = turn;
  const number = (value: number): number => Math.round(value * 10) / 10;
  return `M${number(x)},${number(from[1])}V${number(y - cornerRadius)}Q${number(x)},${number(y)} ${number(x + cornerRadius)},${number(y)}H${number(to[0])}`;
}
