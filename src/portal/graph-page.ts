import type { CatalogEntity, Entity } from '../catalog/entity.ts';
import { mentionOf, type Portal } from './assemble-portal.ts';
import { frameOf } from './frame.ts';
import { estateDrawing } from './graph/estate-drawing.ts';
import { type EstateGraph, type EstateNode, estateData, linkEstate, type Position } from './graph/estate-graph.ts';
import { layOutEstate } from './graph/estate-positions.ts';
import { relationPhrase } from './graph/relation-phrases.ts';
import { kindRule } from './kinds.ts';
import { targetsOf } from './mention.ts';
import { partsOf, urlOf } from './urls.ts';
import type { GraphData, GraphPage } from './views/graph.ts';
import { textsIn } from './views/text/texts.ts';

/** Path of the whole estate's graph, which the live view loads. */
export const graphDataPath = 'catalog-graph/graph.json';

/** Kinds that tell more on their own pages than as dots among the software. */
const undrawnKinds: ReadonlySet<string> = new Set(['location', 'user']);

interface Estate {
  readonly graph: EstateGraph;
  readonly positions: readonly Position[];
}

// The page and its data show one layout, which takes seconds for a large estate.
const estates = new WeakMap<Portal, Estate>();

function estateOf(portal: Portal): Estate {
  const known = estates.get(portal);
  if (known) return known;
  const items = portal.catalog.entities.filter(({ ref }) => !undrawnKinds.has(partsOf(ref).kind));
  const graph = linkEstate(
    items.map((item) => estateNode(portal, item)),
    items.flatMap(({ ref, entity }) =>
      entity.relations.map(({ type, targetRef }) => ({ from: ref, to: targetRef, type })),
    ),
    portal.catalog.model.relationPairs,
  );
  const estate = { graph, positions: layOutEstate(graph) };
  estates.set(portal, estate);
  return estate;
}

function estateNode(portal: Portal, { ref, entity }: CatalogEntity): EstateNode {
  const { title, glyph, url, type, kind } = mentionOf(portal, ref);
  const group = groupOf(portal, ref, entity);
  const domain = targetsOf(portal.catalog.byRef.get(group)?.entity ?? entity, 'partOf')[0];
  const isDomain = partsOf(ref).kind === 'domain';
  return {
    ref,
    title,
    subtitle: type ?? kind.toLowerCase(),
    glyph,
    url: url ?? '',
    group,
    region: isDomain ? ref : domain && partsOf(domain).kind === 'domain' ? domain : '',
  };
}

/** What an entity stands with: its system, else its team; systems, domains and teams stand for themselves. */
function groupOf(portal: Portal, ref: string, entity: Entity): string {
  if (['system', 'domain', 'group'].includes(partsOf(ref).kind)) return ref;
  const home = [...targetsOf(entity, 'partOf'), ...targetsOf(entity, 'ownedBy')].find((target) =>
    portal.catalog.byRef.has(target),
  );
  if (!home) return ref;
  // A part of a component stands where that component does.
  return partsOf(home).kind === 'component'
    ? (targetsOf(portal.catalog.byRef.get(home)?.entity ?? entity, 'partOf')[0] ?? home)
    : home;
}

/** The estate for the live view: nodes with positions, edges by index. */
export function graphData(portal: Portal): GraphData {
  const { graph, positions } = estateOf(portal);
  const {
    catalog,
    config: { language },
  } = portal;
  const { model } = catalog;
  const kinds = [...new Set(graph.nodes.map(({ ref }) => partsOf(ref).kind))].sort();
  return {
    ...estateData(graph, positions),
    phrases: graph.relations.map((type) => relationPhrase(type, model.relationPairs, language)),
    kinds: Object.fromEntries(
      kinds.map((kind) => {
        const { plural, glyph } = kindRule(
          portal.catalog.model,
          portal.byKind.get(kind)?.[0]?.entity.kind ?? kind,
          portal.config.language,
        );
        return [kind, { title: plural, glyph }];
      }),
    ),
  };
}

/** `/catalog-graph/`. */
export function graphPage(portal: Portal): GraphPage {
  const { graph, positions } = estateOf(portal);
  const text = textsIn(portal.config.language).graph;
  const drawing = estateDrawing(graph, positions, portal.config.language);
  return {
    page: 'graph',
    frame: frameOf(portal, {
      path: 'catalog-graph/',
      title: text.graph,
      description: text.description(portal.config.title),
      section: 'graph',
    }),
    dataUrl: urlOf(portal.config.base, graphDataPath),
    glyphs: [...new Set(graph.nodes.map(({ glyph }) => glyph))].sort(),
    nodeCount: graph.nodes.length,
    edgeCount: graph.edges.length,
    ...(drawing && { drawing }),
    outline: outline(portal),
  };
}

/** Domains with their systems, then systems of no domain, each with the number of its parts. */
function outline(portal: Portal): GraphPage['outline'] {
  const systems = portal.byKind.get('system') ?? [];
  const entry = (ref: string) => ({
    entity: mentionOf(portal, ref),
    count: targetsOf(portal.catalog.byRef.get(ref)?.entity ?? emptyEntity, 'hasPart').length,
  });
  const domains = (portal.byKind.get('domain') ?? []).map((domain) => ({
    entity: mentionOf(portal, domain.ref),
    children: targetsOf(domain.entity, 'hasPart').map(entry),
  }));
  const placed = new Set(domains.flatMap(({ children }) => children.map(({ entity }) => entity.ref)));
  const loose = systems.filter(({ ref }) => !placed.has(ref));
  return [...domains, ...loose.map(({ ref }) => ({ entity: mentionOf(portal, ref), children: [] }))];
}

const emptyEntity = { apiVersion: '', kind: '', metadata: { name: '' }, relations: [] };
