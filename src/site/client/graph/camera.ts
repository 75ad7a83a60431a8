import { select, type ZoomTransform, zoom, zoomIdentity } from 'd3';

/** Moves the view over the canvas; every way to move ends in the same transform. */
export interface Camera {
  /** Multiplies the scale about the middle of the view. */
  zoomBy(factor: number): void;
  /** Pixels of the view. */
  panBy(x: number, y: number): void;
  /** Shows the box as large as fits beside what covers the canvas's end, but not larger than life. */
  fit(box: Bounds, covered: number): void;
}

/** A part of the scene. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Room around what is fitted, in pixels. */
const margin = 56;
const duration = 350;

/** How the view begins and what it leaves to the page. */
export interface CameraRules {
  /** Below this scale nothing is fitted: what does not fit is reached by moving. */
  readonly leastScale: number;
  /** The wheel scrolls the page, and zooms only with Ctrl or ⌘ held: for a view as tall as the page. */
  readonly wheelScrolls: boolean;
}

/** Zoom by wheel, pinch and double click, pan by dragging, as d3-zoom does; `moved` hears of every step. */
export function attachCamera(
  canvas: HTMLCanvasElement,
  rules: CameraRules,
  moved: (transform: ZoomTransform) => void,
): Camera {
  const selection = select(canvas);
  const behaviour = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([0.02, 6])
    .filter((event: MouseEvent) => {
      const withKey = event.ctrlKey || event.metaKey;
      return event.type === 'wheel' ? withKey || !rules.wheelScrolls : !withKey && !event.button;
    })
    .on('zoom', (event: { transform: ZoomTransform }) => moved(event.transform));
  selection.call(behaviour);
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const target = () => selection.transition().duration(calm.matches ? 0 : duration);
  let fitted = false;
  return {
    zoomBy: (factor) => behaviour.scaleBy(target(), factor),
    panBy: (x, y) => behaviour.translateBy(selection, ...scaled(canvas, x, y)),
    fit: ({ left, top, right, bottom }, covered) => {
      const [width, height] = [canvas.clientWidth - covered, canvas.clientHeight];
      const start = getComputedStyle(canvas).direction === 'rtl' ? covered : 0;
      const fitting = Math.min(
        1.25,
        Math.max(width - 2 * margin, 60) / Math.max(right - left, 1),
        Math.max(height - 2 * margin, 60) / Math.max(bottom - top, 1),
      );
      const scale = Math.max(fitting, rules.leastScale);
      // What does not fit is shown from its corner, as a page is.
      const [x, y] = [
        Math.max(0, (right - left) * scale + 2 * margin - width),
        Math.max(0, (bottom - top) * scale + 2 * margin - height),
      ];
      const transform = zoomIdentity
        .translate(start + (width + x) / 2, (height + y) / 2)
        .scale(scale)
        .translate(-(left + right) / 2, -(top + bottom) / 2);
      if (fitted) behaviour.transform(target(), transform);
      else behaviour.transform(selection, transform);
      fitted = true;
    },
  };
}

function scaled(canvas: HTMLCanvasElement, x: number, y: number): [number, number] {
  const scale = (canvas as HTMLCanvasElement & { __zoom?: ZoomTransform }).__zoom?.k ?? 1;
  return [x / scale, y / scale];
}
