import type { GraphDrawing } from '../views/graph.ts';
import { assembleDrawing } from './assemble-drawing.ts';
import type { NeighbourhoodInput } from './graph-input.ts';
import { planNeighbourhood } from './neighbourhood-plan.ts';
import { layOutStar } from './star-layout.ts';

/**
 * Draws an entity with what it is related to: dependents left, the entity with its parts in the middle, dependencies right.
 * Pure and deterministic whatever the order of the input. `undefined` when there is nothing to draw beside the focus.
 */
export function drawNeighbourhood(input: NeighbourhoodInput): GraphDrawing | undefined {
  const plan = planNeighbourhood(input);
  if (plan.bundles.length === 0) return undefined;
  return assembleDrawing(input, layOutStar(input, plan.bundles), plan);
}
