import { paintLabels } from './paint-labels.ts';
import { inView, type Picture, type Point, passesBy, viewOf } from './picture.ts';
import { clearNode, hiddenNode, quietRelations, type Scene } from './scene.ts';

/** From this many pixels of radius on a node shows its kind's glyph. */
const glyphRadius = 6;

/** Lines per stroke: painting without a graphics card takes time by the square of the lines in one path. */
const batch = 100;

/** While the view moves, this many edges stand for all of them. */
const mostMovingEdges = 4_000;

/** Paints the whole picture; the context's own transform is the device's pixel ratio. */
export function paint(context: CanvasRenderingContext2D, picture: Picture): void {
  const { transform, palette } = picture;
  context.save();
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, picture.width, picture.height);
  context.translate(transform.x, transform.y);
  context.scale(transform.k, transform.k);
  paintGroups(context, picture);
  paintEdges(context, picture);
  paintNodes(context, picture);
  paintHighlight(context, picture);
  context.restore();
  paintLabels(context, picture);
}

function paintGroups(context: CanvasRenderingContext2D, { scene, palette, transform }: Picture): void {
  context.beginPath();
  for (const group of scene.groups) {
    if (scene.labelled) {
      context.roundRect(group.x - 64, group.y - 40, group.width + 128, group.height + 88, 14);
    } else {
      const [rx, ry] = [(group.width / 2) * 1.15 + 26, (group.height / 2) * 1.15 + 22];
      const [x, y] = [group.x + group.width / 2, group.y + group.height / 2];
      context.moveTo(x + rx, y);
      context.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
    }
  }
  context.fillStyle = palette.page;
  context.fill();
  context.lineWidth = 1 / transform.k;
  context.strokeStyle = palette.rule;
  context.stroke();
}

function paintEdges(context: CanvasRenderingContext2D, picture: Picture): void {
  const { scene, prominence, shownRelations, transform, palette, focus } = picture;
  const least = focus === undefined ? 1 : clearNode;
  const painted = scene.relations.map(
    (relation, index) => shownRelations[index] && (focus !== undefined || !quietRelations.has(relation)),
  );
  context.lineWidth = 1 / transform.k;
  context.strokeStyle = palette.faint;
  context.globalAlpha = focus === undefined ? Math.max(0.03, Math.min(0.45, 400 / (scene.edges.length + 1))) : 0.5;
  const view = viewOf(picture);
  let count = 0;
  context.beginPath();
  const stride = picture.moving ? Math.ceil(scene.edges.length / mostMovingEdges) : 1;
  for (const [index, [from, to, relation]] of scene.edges.entries()) {
    const [a, b] = [scene.nodes[from], scene.nodes[to]];
    if (index % stride !== 0 || !painted[relation] || !a || !b || passesBy(view, a, b)) continue;
    if ((prominence[from] ?? 0) < least || (prominence[to] ?? 0) < least) continue;
    // Far out, an edge of a few pixels is not seen but costs as much as a long one.
    if ((Math.abs(a.x - b.x) + Math.abs(a.y - b.y)) * transform.k < 3) continue;
    connect(context, scene, a, b);
    if (++count % batch !== 0) continue;
    context.stroke();
    context.beginPath();
  }
  context.stroke();
  context.globalAlpha = 1;
}

/** Where nodes stand in rows, edges bow, as in the still drawing: a straight one would run through those between. */
function connect(context: CanvasRenderingContext2D, scene: Scene, from: Point, to: Point): void {
  context.moveTo(from.x, from.y);
  const [bendX, bendY] = bend(scene, from, to);
  if (scene.labelled) context.quadraticCurveTo(bendX, bendY, to.x, to.y);
  else context.lineTo(to.x, to.y);
}

function bend(scene: Scene, from: Point, to: Point): [number, number] {
  const bow = scene.labelled ? 0.14 : 0;
  return [(from.x + to.x) / 2 + (to.y - from.y) * bow, (from.y + to.y) / 2 - (to.x - from.x) * bow];
}

function paintNodes(context: CanvasRenderingContext2D, picture: Picture): void {
  const { scene, prominence, transform, palette } = picture;
  const large: number[] = [];
  for (const level of [1, 2] as const) {
    context.beginPath();
    for (const [index, node] of scene.nodes.entries()) {
      if (prominence[index] !== level || !inView(picture, node.x, node.y, 40)) continue;
      const radius = Math.max(scene.radii[index] ?? 5, 1.2 / transform.k);
      if (radius * transform.k >= glyphRadius) large.push(index);
      else {
        context.moveTo(node.x + radius, node.y);
        context.arc(node.x, node.y, radius, 0, 2 * Math.PI);
      }
    }
    context.fillStyle = level === clearNode ? palette.muted : palette.ruleStrong;
    context.fill();
  }
  for (const index of large) paintGlyph(context, picture, index, palette.muted, palette.ruleStrong);
}

function paintGlyph(
  context: CanvasRenderingContext2D,
  picture: Picture,
  index: number,
  ink: string,
  ring: string,
): void {
  const { scene, transform, palette, glyphs, prominence } = picture;
  const [node, radius = 5] = [scene.nodes[index], scene.radii[index]];
  if (!node) return;
  context.globalAlpha = prominence[index] === clearNode || ink === palette.link ? 1 : 0.35;
  context.beginPath();
  context.arc(node.x, node.y, radius, 0, 2 * Math.PI);
  context.fillStyle = palette.page;
  context.fill();
  context.lineWidth = Math.min(1, 1.5 / transform.k);
  context.strokeStyle = ring;
  context.stroke();
  context.save();
  const scale = (radius * 1.25) / 20;
  context.translate(node.x - 10 * scale, node.y - 10 * scale);
  context.scale(scale, scale);
  context.lineWidth = 1.6;
  context.strokeStyle = ink;
  const glyph = glyphs.get(scene.glyphOfKind(node.kind));
  if (glyph) context.stroke(glyph);
  context.restore();
  context.globalAlpha = 1;
}

/** The node under the pointer, or else the focus, with its edges and neighbours, in the accent colour. */
function paintHighlight(context: CanvasRenderingContext2D, picture: Picture): void {
  const { scene, prominence, shownRelations, transform, palette, focus, hovered } = picture;
  const centre = hovered ?? focus;
  const node = centre === undefined ? undefined : scene.nodes[centre];
  if (centre === undefined || !node) return;
  context.lineWidth = 1.6 / transform.k;
  context.strokeStyle = palette.link;
  context.beginPath();
  const shown = (scene.neighbours[centre] ?? []).filter(
    ({ index, relation }) => shownRelations[relation] && prominence[index] !== hiddenNode,
  );
  for (const { index, outward } of shown) {
    const other = scene.nodes[index];
    if (!other) continue;
    const [from, to, radius] = outward ? [node, other, scene.radii[index]] : [other, node, scene.radii[centre]];
    connect(context, scene, from, to);
    const [x, y] = bend(scene, from, to);
    arrowhead(context, { x, y }, to, radius ?? 5, transform.k);
  }
  context.stroke();
  for (const index of [...shown.map((neighbour) => neighbour.index), centre]) {
    paintGlyph(context, picture, index, palette.link, palette.link);
  }
}

function arrowhead(context: CanvasRenderingContext2D, from: Point, to: Point, radius: number, zoom: number): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const size = 6 / zoom;
  const [x, y] = [to.x - radius * Math.cos(angle), to.y - radius * Math.sin(angle)];
  for (const turn of [-0.45, 0.45]) {
    context.moveTo(x, y);
    context.lineTo(x - size * Math.cos(angle + turn), y - size * Math.sin(angle + turn));
  }
}
