import type { GraphDrawing } from '../views/graph.ts';
import { textsIn } from '../views/text/texts.ts';
import { boundsOf } from './drawing-sizes.ts';
import { edgePath } from './edge-path.ts';
import type { NeighbourhoodInput } from './graph-input.ts';
import type { NeighbourhoodPlan } from './neighbourhood-plan.ts';
import type { Layout } from './star-layout.ts';

/** Room between the drawing and its edge. */
const margin = 16;

const round = (value: number): number => Math.round(value * 10) / 10;

/** Moves a layout so that it begins at the margin, and describes it. */
export function assembleDrawing(input: NeighbourhoodInput, layout: Layout, plan: NeighbourhoodPlan): GraphDrawing {
  const bounds = boundsOf([...layout.nodes, ...(layout.frame ? [layout.frame] : [])]);
  const [dx, dy] = [margin - bounds.x, margin - bounds.y];
  const width = bounds.width + 2 * margin;
  const moved = <Value extends { readonly x: number; readonly y: number }>(value: Value): Value => ({
    ...value,
    x: round(value.x + dx),
    y: round(value.y + dy),
  });
  return {
    width: round(width),
    height: round(bounds.height + 2 * margin),
    nodes: layout.nodes.map(moved),
    edges: layout.edges.map((route) => ({
      from: route.from,
      to: route.to,
      label: route.label,
      path: edgePath({ ...route, points: route.points.map(([x, y]) => [x + dx, y + dy]) }),
      labelX: round(route.labelX + dx),
      labelY: round(route.labelY + dy),
    })),
    clusters: layout.frame ? [{ ...moved(layout.frame), title: input.cluster?.title ?? '' }] : [],
    summary: summarise(input, plan),
    omitted: plan.omitted,
    focusAt: Math.round((dx / width) * 10),
  };
}

/** One clause per relation: "orders-service and what it is related to (depends on: 2; consumes it: 1)." */
function summarise(input: NeighbourhoodInput, plan: NeighbourhoodPlan): string {
  const text = textsIn(input.language ?? 'en').graph;
  const clauses = new Map<string, number>();
  for (const { label, outward, subjects } of plan.bundles) {
    const clause = outward ? label : text.toIt(label);
    clauses.set(clause, (clauses.get(clause) ?? 0) + subjects.length);
  }
  const parts = [...clauses].map(([clause, count]) => `${clause}: ${count}`);
  const rest = plan.omitted > 0 ? ` ${text.notDrawn(plan.omitted)}` : '';
  return text.relatedTo(input.focus.title, parts) + rest;
}
