import { quadtree } from 'd3';
import { hiddenNode, type Prominence, type Scene } from './scene.ts';

/** How near a pointer must come, in pixels beyond the node's edge. */
const reach = 10;

/** Finds the node at a point of the scene; `zoom` is pixels per unit. */
export function nodeFinder(
  scene: Scene,
): (x: number, y: number, zoom: number, prominence: readonly Prominence[]) => number | undefined {
  const tree = quadtree<number>(
    scene.nodes.map((_, index) => index),
    (index) => scene.nodes[index]?.x ?? 0,
    (index) => scene.nodes[index]?.y ?? 0,
  );
  const largest = Math.max(0, ...scene.radii);
  return (x, y, zoom, prominence) => {
    const index = tree.find(x, y, largest + reach / zoom);
    return index === undefined || prominence[index] === hiddenNode ? undefined : index;
  };
}
