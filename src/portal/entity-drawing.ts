import type { CatalogEntity } from '../catalog/entity.ts';
import { areaGraph } from './area-graph.ts';
import { mentionOf, type Portal } from './assemble-portal.ts';
import { drawArea } from './graph/area-drawing.ts';
import type { GraphSubject, NeighbourhoodInput, SubjectRelation } from './graph/graph-input.ts';
import { drawNeighbourhood } from './graph/neighbourhood-drawing.ts';
import { targetsOf } from './mention.ts';
import { partsOf } from './urls.ts';
import type { GraphDrawing } from './views/graph.ts';

/** Relations that the rail says better than a drawing would. */
const undrawn: ReadonlySet<string> = new Set(['ownedBy', 'ownerOf']);

/** The drawing of an entity: of a system or domain, its inside; of anything else, its neighbourhood. `undefined` when there is nothing. */
export function entityDrawing(portal: Portal, item: CatalogEntity): GraphDrawing | undefined {
  const inside = ['system', 'domain'].includes(partsOf(item.ref).kind) ? insideDrawing(portal, item) : undefined;
  if (inside) return inside;
  const input = neighbourhoodOf(portal, item);
  return input.neighbours.length === 0 ? undefined : drawNeighbourhood(input);
}

function insideDrawing(portal: Portal, item: CatalogEntity): GraphDrawing | undefined {
  const { members, outsiders, edges } = areaGraph(portal, item);
  const subjects = (refs: readonly string[]) => refs.map((ref) => subjectOf(portal, ref));
  return drawArea({
    title: mentionOf(portal, item.ref).title,
    members: subjects(members),
    outsiders: subjects(outsiders),
    edges,
    language: portal.config.language,
  });
}

function neighbourhoodOf(portal: Portal, item: CatalogEntity): NeighbourhoodInput {
  const system = systemOf(portal, item);
  const relations = item.entity.relations.filter(
    ({ type, targetRef }) => !undrawn.has(type) && targetRef !== item.ref && targetRef !== system?.ref,
  );
  const edges: readonly SubjectRelation[] = relations.map(({ type, targetRef }) => ({
    from: item.ref,
    to: targetRef,
    type,
  }));
  const refs = [...new Set(relations.map(({ targetRef }) => targetRef))];
  return {
    focus: subjectOf(portal, item.ref),
    neighbours: refs.map((ref) => subjectOf(portal, ref)),
    edges,
    pairs: portal.catalog.model.relationPairs,
    language: portal.config.language,
    ...(system && {
      cluster: {
        title: mentionOf(portal, system.ref).title,
        ref: system.ref,
        members: [item.ref, ...targetsOf(system.entity, 'hasPart')],
      },
    }),
  };
}

function systemOf(portal: Portal, { entity }: CatalogEntity): CatalogEntity | undefined {
  if (['System', 'Domain', 'Group', 'User'].includes(entity.kind)) return undefined;
  const ref = targetsOf(entity, 'partOf').find((target) => partsOf(target).kind === 'system');
  return ref ? portal.catalog.byRef.get(ref) : undefined;
}

function subjectOf(portal: Portal, ref: string): GraphSubject {
  const mention = mentionOf(portal, ref);
  const subtitle = [mention.type ?? mention.kind.toLowerCase(), mention.owner?.text].filter(Boolean).join(' · ');
  return {
    ref,
    title: mention.title,
    subtitle,
    glyph: mention.glyph,
    ...(mention.url ? { url: mention.url } : { missing: true }),
    weight: portal.catalog.byRef.get(ref)?.entity.relations.length ?? 0,
  };
}
