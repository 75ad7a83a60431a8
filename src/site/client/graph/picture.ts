import type { ZoomTransform } from 'd3';
import type { Prominence, Scene } from './scene.ts';
import type { Palette } from './theme.ts';

/** All that one frame of the graph depends on. */
export interface Picture {
  readonly scene: Scene;
  readonly prominence: readonly Prominence[];
  /** By index into the scene's relations. */
  readonly shownRelations: readonly boolean[];
  readonly transform: ZoomTransform;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly glyphs: ReadonlyMap<string, Path2D>;
  readonly focus: number | undefined;
  readonly hovered: number | undefined;
  /** The view is on its way: a frame matters more than every edge in it. */
  readonly moving: boolean;
}

/** Is a point of the scene within the picture, or at most `reach` pixels beyond its edge? */
export function inView({ transform, width, height }: Picture, x: number, y: number, reach: number): boolean {
  const [left, top] = transform.apply([x, y]);
  return left > -reach && top > -reach && left < width + reach && top < height + reach;
}

/** A point of the scene. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The part of the scene that the picture shows: top left, bottom right. */
export function viewOf({ transform, width, height }: Picture): readonly [Point, Point] {
  const [left, top] = transform.invert([0, 0]);
  const [right, bottom] = transform.invert([width, height]);
  return [
    { x: left, y: top },
    { x: right, y: bottom },
  ];
}

/** Does the line between two points lie wholly beyond one edge of the view? */
export function passesBy([start, end]: readonly [Point, Point], a: Point, b: Point): boolean {
  return (
    Math.max(a.x, b.x) < start.x ||
    Math.min(a.x, b.x) > end.x ||
    Math.max(a.y, b.y) < start.y ||
    Math.min(a.y, b.y) > end.y
  );
}
