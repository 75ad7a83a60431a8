import { inView, type Picture } from './picture.ts';
import { clearNode, hiddenNode } from './scene.ts';

/** More than this many at once is a texture, not text. */
const mostLabels = 140;
const lineHeight = 15;

interface Label {
  readonly text: string;
  /** Middle of the text's top edge, in pixels of the picture. */
  readonly x: number;
  readonly y: number;
  readonly font: string;
  readonly colour: string;
}

/** Paints as many labels as have room, the most important first: what is pointed at, its neighbours, groups, the best connected. */
export function paintLabels(context: CanvasRenderingContext2D, picture: Picture): void {
  const taken: { left: number; right: number; top: number }[] = [];
  let count = 0;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  for (const label of labelsOf(picture)) {
    if (count >= mostLabels) return;
    context.font = label.font;
    const half = context.measureText(label.text).width / 2 + 3;
    const box = { left: label.x - half, right: label.x + half, top: label.y };
    const crowded = taken.some(
      (other) => other.left < box.right && box.left < other.right && Math.abs(other.top - box.top) < lineHeight,
    );
    if (crowded) continue;
    taken.push(box);
    count++;
    context.lineWidth = 3.5;
    context.strokeStyle = picture.palette.page;
    context.strokeText(label.text, label.x, label.y);
    context.fillStyle = label.colour;
    context.fillText(label.text, label.x, label.y);
  }
}

function* labelsOf(picture: Picture): Generator<Label> {
  const { scene, prominence, focus, hovered, palette } = picture;
  const centre = hovered ?? focus;
  if (centre !== undefined) {
    yield* nodeLabel(picture, centre, 650, palette.link);
    for (const { index, relation } of scene.neighbours[centre] ?? []) {
      const shown = picture.shownRelations[relation] && prominence[index] !== hiddenNode;
      if (shown) yield* nodeLabel(picture, index, 550, palette.text);
    }
  }
  if (focus === undefined) yield* groupLabels(picture);
  for (const index of scene.byDegree) {
    const large = (scene.radii[index] ?? 0) * picture.transform.k > (scene.labelled ? 5 : 6);
    if (prominence[index] === clearNode && (large || focus !== undefined))
      yield* nodeLabel(picture, index, 450, palette.text);
  }
}

function* nodeLabel(picture: Picture, index: number, weight: number, colour: string): Generator<Label> {
  const { scene, transform, palette } = picture;
  const node = scene.nodes[index];
  if (!node || !inView(picture, node.x, node.y, 60)) return;
  const [x, y] = transform.apply([node.x, node.y]);
  const below = (scene.radii[index] ?? 5) * transform.k + 4;
  yield { text: shorten(node.title), x, y: y + below, font: `${weight} 12px ${palette.font}`, colour };
}

/** Names of groups, largest first, while they are wide enough to bear one. */
function* groupLabels({ scene, transform, palette }: Picture): Generator<Label> {
  for (const group of [...scene.groups].sort((a, b) => b.size - a.size)) {
    if ((group.width + 60) * transform.k < 46) continue;
    const [x, y] = transform.apply([group.x + group.width / 2, group.y]);
    const above = scene.labelled ? 34 * transform.k : 22 * transform.k + 18;
    yield { text: shorten(group.title), x, y: y - above, font: `600 12px ${palette.font}`, colour: palette.muted };
  }
}

function shorten(text: string): string {
  return text.length > 32 ? `${text.slice(0, 31)}…` : text;
}
