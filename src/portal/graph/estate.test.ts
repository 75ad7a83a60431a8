import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estateDrawing } from './estate-drawing.ts';
import { type EstateNode, estateData, linkEstate } from './estate-graph.ts';
import { layOutEstate } from './estate-positions.ts';

// Speed, measured with Node 24 on a 2-core machine: 3,000 nodes 2 s, 10,000 nodes with 30,000 edges 3 s.

function estate(size: number, groups: number, seed = 1) {
  let state = seed;
  const next = (limit: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const nodes = Array.from({ length: size }, (_, index): EstateNode => {
    const group = `system:default/s${index < groups ? index : next(groups)}`;
    const ref = index < groups ? group : `component:default/c${index}`;
    const region = `domain:default/d${Number(group.slice(16)) % 3}`;
    return { ref, title: ref, subtitle: 'service', glyph: 'component', url: `/${ref}/`, group, region };
  });
  const refs = nodes.map(({ ref }) => ref);
  const relations = refs.flatMap((from) => [
    { from, to: refs[next(size)] as string, type: 'dependsOn' },
    { from, to: refs[next(size)] as string, type: 'partOf' },
  ]);
  return linkEstate(nodes, relations);
}

describe('linkEstate', () => {
  it('has each pair of relations once, and none to strangers', () => {
    const node = (ref: string): EstateNode => ({
      ref,
      title: ref,
      subtitle: '',
      glyph: 'api',
      url: '',
      group: ref,
      region: '',
    });
    const graph = linkEstate(
      [node('b'), node('a')],
      [
        { from: 'a', to: 'b', type: 'dependsOn' },
        { from: 'b', to: 'a', type: 'dependencyOf' },
        { from: 'a', to: 'gone', type: 'dependsOn' },
      ],
    );
    expect(graph.nodes.map(({ ref }) => ref)).toEqual(['a', 'b']);
    expect(graph.edges).toEqual([[0, 1, 0]]);
    expect(graph.relations).toEqual(['dependsOn']);
  });
});

describe('layOutEstate', () => {
  it.each([1, 60, 250, 251, 900])('gives %i nodes finite positions of their own, the same each time', (size) => {
    const graph = estate(size, Math.ceil(size / 9));
    const positions = layOutEstate(graph);
    expect(positions).toHaveLength(size);
    expect(positions.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(new Set(positions.map(({ x, y }) => `${x} ${y}`)).size).toBe(size);
    expect(layOutEstate(graph)).toEqual(positions);
  });

  it('keeps the members of a group nearer to each other than to the rest', () => {
    const graph = estate(900, 60);
    const positions = layOutEstate(graph);
    const spread = (indices: readonly number[]): number => {
      const xs = indices.map((index) => positions[index]?.x ?? 0);
      return Math.max(...xs) - Math.min(...xs);
    };
    const all = graph.nodes.map((_, index) => index);
    const groups = [...new Set(graph.nodes.map(({ group }) => group))];
    const spreads = groups.map((group) => spread(all.filter((index) => graph.nodes[index]?.group === group)));
    expect(Math.max(...spreads)).toBeLessThan(spread(all) / 2);
  });
});

describe('estateDrawing', () => {
  it('has every entity as a link in its own place, in the frame of its group', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 250 }), fc.integer({ min: 1, max: 40 }), (size, groups) => {
        const graph = estate(size, Math.min(groups, size));
        const drawing = estateDrawing(graph, layOutEstate(graph));
        const nodes = drawing?.nodes ?? [];
        expect(nodes.map(({ url }) => url).sort()).toEqual(graph.nodes.map(({ url }) => url).sort());
        const ordered = [...nodes].sort((a, b) => a.y - b.y);
        for (const [index, a] of ordered.entries()) {
          for (const b of ordered.slice(index + 1)) {
            if (b.y >= a.y + a.height) break;
            expect(a.x + a.width <= b.x || b.x + b.width <= a.x, `${a.id} and ${b.id}`).toBe(true);
          }
        }
        const framed = nodes.every((node) =>
          drawing?.clusters.some(
            (frame) => node.x >= frame.x && node.x + node.width <= frame.x + frame.width && node.y >= frame.y,
          ),
        );
        expect(framed).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('leaves an estate that is too large for a page to the live view', () => {
    const graph = estate(251, 20);
    expect(estateDrawing(graph, layOutEstate(graph))).toBeUndefined();
  });
});

describe('estateData', () => {
  it('carries what the live view needs, with whole coordinates', () => {
    const graph = estate(300, 20);
    const data = estateData(graph, layOutEstate(graph));
    expect(data.nodes).toHaveLength(300);
    expect(data.nodes.every(({ x, y }) => Number.isInteger(x) && Number.isInteger(y))).toBe(true);
    expect(
      data.edges.every(([from, to, relation]) => data.nodes[from] && data.nodes[to] && data.relations[relation]),
    ).toBe(true);
  });
});
