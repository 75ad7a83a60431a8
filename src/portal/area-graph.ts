import type { CatalogEntity } from '../catalog/entity.ts';
import { reach } from '../catalog/graph/walk.ts';
import type { Portal } from './assemble-portal.ts';
import type { FlowEdge } from './graph/area-layout.ts';
import { targetsOf } from './mention.ts';
import { partsOf } from './urls.ts';

/** What is drawn of a system or domain: refs only. */
export interface AreaGraph {
  readonly members: readonly string[];
  readonly outsiders: readonly string[];
  /** `from` relies on `to`; distinct. */
  readonly edges: readonly FlowEdge[];
}

/** Relations by which one entity relies on another: from the entity to the target, or the other way. */
const reliance: Readonly<Record<string, 'on' | 'by'>> = {
  dependsOn: 'on',
  dependencyOf: 'by',
  consumesApi: 'on',
  apiConsumedBy: 'by',
  // An API is as good as what provides it.
  apiProvidedBy: 'on',
  providesApi: 'by',
};

/**
 * The parts of a system or domain, and who relies on whom among and around them. Everything is rolled up to what is drawn:
 * inside, to the part it belongs to; outside, to its system, or on a domain's drawing to its domain.
 */
export function areaGraph(portal: Portal, item: CatalogEntity): AreaGraph {
  const { byRef } = portal.catalog;
  const members = new Set(targetsOf(item.entity, 'hasPart').filter((ref) => byRef.has(ref)));
  const outsideKinds = partsOf(item.ref).kind === 'domain' ? ['domain', 'system'] : ['system'];
  const place = (ref: string): string => {
    const above = reach(portal.catalog, [ref], 'partOf').map((whole) => whole.ref);
    const inside = above.find((each) => members.has(each));
    if (inside) return inside;
    const home = outsideKinds.flatMap((kind) => above.filter((each) => partsOf(each).kind === kind));
    return home.find((each) => each !== item.ref) ?? ref;
  };
  const edges = new Map<string, FlowEdge>();
  for (const { ref: source } of reach(portal.catalog, [...members], 'hasPart')) {
    for (const { type, targetRef } of byRef.get(source)?.entity.relations ?? []) {
      const way = reliance[type];
      if (way === undefined || !byRef.has(targetRef)) continue;
      const ends = [place(source), place(targetRef)];
      const [from, to] = (way === 'on' ? ends : ends.reverse()) as [string, string];
      if (from !== to && from !== item.ref && to !== item.ref) edges.set(`${from}\n${to}`, { from, to });
    }
  }
  const refs = [...edges.values()].flatMap(({ from, to }) => [from, to]);
  return {
    members: [...members],
    outsiders: [...new Set(refs)].filter((ref) => !members.has(ref)),
    edges: [...edges.values()],
  };
}
