import { type ZoomTransform, zoomIdentity } from 'd3';
import { attachCamera, type Bounds, type Camera } from './camera.ts';
import { readGlyphPaths } from './glyph-paths.ts';
import { paint } from './paint.ts';
import type { Picture } from './picture.ts';
import { nodeFinder } from './pointer.ts';
import { clearNode, hiddenNode, prominenceOf, type Scene } from './scene.ts';
import type { GraphState } from './state.ts';
import { onThemeChange, readPalette } from './theme.ts';

/** The graph on its canvas. */
export interface LiveGraph {
  readonly camera: Camera;
  /** Shows another state; moves to the neighbourhood of its focus, or to everything; `covered`: pixels at the end. */
  show(state: GraphState, move: boolean, covered: number): void;
}

/** Room around a small estate, in pixels; a label's height more than where the camera fits it. */
const stageMargin = 64;

/** Milliseconds without a step after which the view has come to rest. */
const restAfter = 120;

/** Starts painting `scene`; `open` hears of a click on a node. */
export function startLiveGraph(
  canvas: HTMLCanvasElement,
  scene: Scene,
  open: (index: number, event: MouseEvent) => void,
): LiveGraph {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('The browser gives no canvas context.');
  let picture: Picture = {
    scene,
    prominence: [],
    shownRelations: [],
    transform: zoomIdentity,
    width: 0,
    height: 0,
    palette: readPalette(canvas.parentElement ?? document.body),
    glyphs: readGlyphPaths(new Set(scene.kinds.map(scene.glyphOfKind))),
    focus: undefined,
    hovered: undefined,
    moving: false,
  };
  let waiting = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const change = (part: Partial<Picture>): void => {
    picture = { ...picture, ...part };
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      paint(context, picture);
    });
  };
  const rules = { leastScale: scene.labelled ? 0.7 : 0, wheelScrolls: scene.labelled };
  if (scene.labelled) canvas.style.blockSize = `${stageHeight(scene, canvas.clientWidth)}px`;
  const camera = attachCamera(canvas, rules, (transform: ZoomTransform) => {
    clearTimeout(rest);
    rest = setTimeout(() => change({ moving: false }), restAfter);
    change({ transform, moving: true });
  });
  const resize = (): void => {
    const [width, height, ratio] = [canvas.clientWidth, canvas.clientHeight, devicePixelRatio];
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    context.scale(ratio, ratio);
    change({ width, height });
  };
  resize();
  new ResizeObserver(resize).observe(canvas);
  onThemeChange(() => change({ palette: readPalette(canvas.parentElement ?? document.body) }));
  document.fonts.ready.then(() => change({}));
  attachPointer(
    canvas,
    () => picture,
    (hovered) => change({ hovered }),
    open,
  );
  return {
    camera,
    show: (state, move, covered) => {
      const prominence = prominenceOf(scene, state);
      const focus = state.focus === undefined ? undefined : scene.indexOf.get(state.focus);
      const shownRelations = scene.relations.map((relation) => !state.hiddenRelations.has(relation));
      change({ prominence, focus, shownRelations });
      if (move) camera.fit(boundsOf(scene, prominence), covered);
    },
  };
}

function attachPointer(
  canvas: HTMLCanvasElement,
  current: () => Picture,
  hover: (index: number | undefined) => void,
  open: (index: number, event: MouseEvent) => void,
): void {
  const find = nodeFinder(current().scene);
  const at = (event: MouseEvent): number | undefined => {
    const { transform, prominence } = current();
    const [x, y] = transform.invert([event.offsetX, event.offsetY]);
    return find(x, y, transform.k, prominence);
  };
  canvas.addEventListener('pointermove', (event) => {
    const index = event.buttons === 0 ? at(event) : undefined;
    if (index === current().hovered) return;
    canvas.classList.toggle('cb-pointing', index !== undefined);
    hover(index);
  });
  canvas.addEventListener('pointerleave', () => hover(undefined));
  // d3-zoom swallows the click that ends a drag.
  canvas.addEventListener('click', (event) => {
    const index = at(event);
    if (index !== undefined) open(index, event);
  });
}

/** Pixels in which a small estate is as large as in the still drawing, where the page is wide enough for that. */
function stageHeight(scene: Scene, width: number): number {
  const { left, top, right, bottom } = boundsOf(scene, []);
  const scale = Math.min(1, (width - 2 * stageMargin) / (right - left));
  const whole = (bottom - top) * Math.max(scale, 0.7) + 2 * stageMargin;
  // On a phone a finger moves the picture: there must be page left to scroll by.
  const most = width < 700 ? innerHeight * 0.7 : 1600;
  return Math.max(Math.min(whole, most), 384);
}

/** What is clear, or everything that is shown when nothing is. */
function boundsOf(scene: Scene, prominence: Picture['prominence']): Bounds {
  const clear = scene.nodes.filter((_, index) => prominence[index] === clearNode);
  const shown = clear.length > 0 ? clear : scene.nodes.filter((_, index) => prominence[index] !== hiddenNode);
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of shown) {
    bounds.left = Math.min(bounds.left, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.max(bounds.bottom, y);
  }
  return shown.length > 0 ? bounds : { left: 0, top: 0, right: 1, bottom: 1 };
}
