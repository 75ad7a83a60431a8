import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphDrawing } from '../views/graph.ts';
import type { AreaInput } from './area-choice.ts';
import { drawArea } from './area-drawing.ts';
import type { GraphSubject } from './graph-input.ts';

const subject = (ref: string): GraphSubject => ({ ref, title: ref.slice(2), subtitle: 'service', glyph: 'component' });

/** An area with members `m:0…`, neighbours `o:0…`, and edges by number: members first, then neighbours. */
function areaOf(members: number, outsiders: number, pairs: readonly (readonly [number, number])[]): AreaInput {
  const refs = [
    ...Array.from({ length: members }, (_, index) => `m:${index}`),
    ...Array.from({ length: outsiders }, (_, index) => `o:${index}`),
  ];
  const edges = pairs.flatMap(([from, to]) => {
    const [a = '', b = ''] = [refs[from % refs.length], refs[to % refs.length]];
    return a === b || (a.startsWith('o') && b.startsWith('o')) ? [] : [{ from: a, to: b }];
  });
  const distinct = [...new Map(edges.map((edge) => [`${edge.from} ${edge.to}`, edge])).values()];
  return {
    title: 'Shop',
    members: refs.slice(0, members).map(subject),
    outsiders: refs.slice(members).map(subject),
    edges: distinct,
  };
}

const areas = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 5 }),
    fc.array(fc.tuple(fc.nat(16), fc.nat(16)), { maxLength: 24 }),
  )
  .map((parts) => areaOf(...parts));

function overlap(a: GraphDrawing['nodes'][number], b: GraphDrawing['nodes'][number]): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('the drawing of a system', () => {
  it('overlaps no two boxes, frames all members and nobody else, and stays on the paper', () => {
    fc.assert(
      fc.property(areas, (area) => {
        const drawing = drawArea(area);
        const [frame] = drawing?.clusters ?? [];
        if (!drawing || !frame) throw new Error('not drawn');
        const inFrame = { ...drawing.nodes[0], ...frame } as GraphDrawing['nodes'][number];
        for (const [index, node] of drawing.nodes.entries()) {
          expect(drawing.nodes.slice(index + 1).filter((other) => overlap(node, other))).toEqual([]);
          expect(overlap(inFrame, node)).toBe(node.id.startsWith('m'));
          expect(node.x >= 0 && node.x + node.width <= drawing.width).toBe(true);
          expect(node.y >= 0 && node.y + node.height <= drawing.height).toBe(true);
        }
        for (const { path } of drawing.edges) {
          const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
          expect(numbers.length).toBeGreaterThan(3);
          expect(numbers.every((value) => value >= 0 && value <= Math.max(drawing.width, drawing.height))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is the same whatever the order of its input', () => {
    fc.assert(
      fc.property(areas, (area) => {
        const turned = {
          ...area,
          members: [...area.members].reverse(),
          outsiders: [...area.outsiders].reverse(),
          edges: [...area.edges].reverse(),
        };
        expect(drawArea(turned)).toEqual(drawArea(area));
      }),
      { numRuns: 50 },
    );
  });

  it('leads from what relies down to what is relied on', () => {
    const drawing = drawArea(
      areaOf(3, 2, [
        [0, 1],
        [1, 2],
        [3, 0],
        [2, 4],
      ]),
    );
    const heights = ['o:0', 'm:0', 'm:1', 'm:2', 'o:1'].map((ref) => drawing?.nodes.find(({ id }) => id === ref)?.y);
    expect([...heights].sort((a = 0, b = 0) => a - b)).toEqual(heights);
    expect(drawing?.summary).toBe('Shop with 3 parts and 2 around it. An arrow leads to what is relied on.');
  });

  it('keeps the best connected where there are too many, and says how many are left out', () => {
    const drawing = drawArea(
      areaOf(
        60,
        9,
        Array.from({ length: 9 }, (_, index) => [60 + index, 59]),
      ),
    );
    expect(drawing?.nodes.filter(({ id }) => id.startsWith('m'))).toHaveLength(40);
    expect(drawing?.nodes.filter(({ id }) => id.startsWith('o'))).toHaveLength(5);
    expect(drawing?.nodes.some(({ id }) => id === 'm:59')).toBe(true);
    expect(drawing?.omitted).toBe(24);
  });

  it('is none of a system without parts', () => {
    expect(drawArea(areaOf(0, 0, []))).toBeUndefined();
  });
});
