import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphDrawing } from '../views/graph.ts';
import { type Box, fontSize } from './drawing-sizes.ts';
import type { GraphSubject, NeighbourhoodInput } from './graph-input.ts';
import { drawNeighbourhood } from './neighbourhood-drawing.ts';
import { measureText } from './text-width.ts';

// Speed, measured on one core of a 2-core machine with Node 24: 0.2 ms for 8 neighbours, 0.4 ms for 40.

const subject = (ref: string, title = ref): GraphSubject => ({
  ref,
  title,
  subtitle: 'service · Order team',
  glyph: ref.startsWith('api') ? 'api' : 'component',
  url: `/catalog/${ref}/`,
});

const focus = subject('component:default/orders', 'orders');

function around(relations: readonly (readonly [string, string, 'from' | 'to'])[]): NeighbourhoodInput {
  return {
    focus,
    neighbours: [...new Set(relations.map(([ref]) => ref))].map((ref) => subject(ref)),
    edges: relations.map(([ref, type, side]) =>
      side === 'from' ? { from: focus.ref, to: ref, type } : { from: ref, to: focus.ref, type },
    ),
  };
}

function draw(input: NeighbourhoodInput): GraphDrawing {
  const drawing = drawNeighbourhood(input);
  if (!drawing) throw new Error('Nothing was drawn.');
  return drawing;
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function pairs<Value>(values: readonly Value[]): readonly (readonly [Value, Value])[] {
  return values.flatMap((a, index) => values.slice(index + 1).map((b) => [a, b] as const));
}

function labelBoxes({ edges }: GraphDrawing): readonly Box[] {
  return edges
    .filter((edge) => edge.label)
    .map(({ label, labelX, labelY }) => {
      const [width, height] = [measureText(label, fontSize.label), fontSize.label];
      return { x: labelX - width / 2, y: labelY - height / 2, width, height };
    });
}

const relationTypes = [
  'dependsOn',
  'dependencyOf',
  'consumesApi',
  'apiConsumedBy',
  'providesApi',
  'apiProvidedBy',
  'partOf',
  'hasPart',
  'ownedBy',
  'ownerOf',
  'memberOf',
  'parentOf',
  'certifiedBy',
];

const neighbourhoods = fc
  .record({
    glyph: fc.constantFrom('component', 'api', 'group', 'system' as const),
    relations: fc.array(
      fc.record({
        name: fc.integer({ min: 0, max: 45 }),
        type: fc.constantFrom(...relationTypes),
        outward: fc.boolean(),
      }),
      { minLength: 1, maxLength: 60 },
    ),
    title: fc.string({ maxLength: 60, unit: 'grapheme' }),
    clustered: fc.option(fc.integer({ min: 1, max: 7 })),
  })
  .map(({ glyph, relations, title, clustered }): NeighbourhoodInput => {
    const refs = [...new Set(relations.map(({ name }) => `component:default/n${name}`))];
    return {
      focus: { ...focus, glyph },
      neighbours: refs.map((ref, index) => subject(ref, index % 3 === 0 ? `${title} ${ref}` : ref)),
      edges: relations.map(({ name, type, outward }) => {
        const ref = `component:default/n${name}`;
        return outward ? { from: focus.ref, to: ref, type } : { from: ref, to: focus.ref, type };
      }),
      ...(clustered !== null && {
        cluster: { title: 'order-management', members: [focus.ref, ...refs.filter((_, i) => i % clustered === 0)] },
      }),
    };
  });

const shuffled = <Value>(values: readonly Value[]): Value[] =>
  values.map((_, i) => values[(i * 7 + 3) % values.length] as Value);

describe('drawNeighbourhood', () => {
  it('keeps every node, label and frame clear of the others', () => {
    fc.assert(
      fc.property(neighbourhoods, (input) => {
        const drawing = draw(input);
        const labels = labelBoxes(drawing);
        expect(pairs(drawing.nodes).filter(([a, b]) => overlap(a, b))).toEqual([]);
        expect(pairs(labels).filter(([a, b]) => overlap(a, b))).toEqual([]);
        expect(labels.flatMap((label) => drawing.nodes.filter((node) => overlap(label, node)))).toEqual([]);
        for (const { x, y, width, height } of [...drawing.nodes, ...labels, ...drawing.clusters]) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(drawing.width);
          expect(y + height).toBeLessThanOrEqual(drawing.height);
        }
      }),
    );
  });

  it('frames exactly the members of the cluster', () => {
    fc.assert(
      fc.property(neighbourhoods, (input) => {
        const { nodes, clusters } = draw(input);
        const inside = nodes.filter((node) => clusters.some((frame) => overlap(frame, node))).map(({ id }) => id);
        const members = nodes.map(({ id }) => id).filter((id) => input.cluster?.members.includes(id));
        expect(inside).toEqual(members);
      }),
    );
  });

  it('draws the focus once, edges between drawn nodes only, and counts whom it left out', () => {
    fc.assert(
      fc.property(neighbourhoods, (input) => {
        const { nodes, edges, omitted } = draw(input);
        const ids = nodes.map(({ id }) => id);
        expect(nodes.filter((node) => node.focus).map(({ id }) => id)).toEqual([focus.ref]);
        expect(new Set(ids).size).toBe(ids.length);
        expect(edges.every(({ from, to }) => ids.includes(from) && ids.includes(to))).toBe(true);
        expect(nodes.length - 1 + omitted).toBe(input.neighbours.length);
      }),
    );
  });

  it('does not depend on the order of its input', () => {
    fc.assert(
      fc.property(neighbourhoods, (input) => {
        const other = { ...input, neighbours: input.neighbours.toReversed(), edges: shuffled(input.edges) };
        fc.pre(new Set(other.edges).size === input.edges.length);
        expect(drawNeighbourhood(other)).toEqual(drawNeighbourhood(input));
      }),
    );
  });

  it.each([
    ['what depends on it to the left', 'dependsOn', 'to', 'left'],
    ['what consumes it to the left', 'consumesApi', 'to', 'left'],
    ['what it depends on to the right', 'dependsOn', 'from', 'right'],
    ['the inverse of a relation as the relation', 'dependencyOf', 'from', 'left'],
    ['its owner to the right', 'ownedBy', 'from', 'right'],
    ['its API below', 'providesApi', 'from', 'below'],
  ] as const)('places %s', (_, type, side, place) => {
    const { nodes } = draw(around([['api:default/other', type, side]]));
    const [middle, other] = [nodes.find((node) => node.focus), nodes.find((node) => !node.focus)] as [Box, Box];
    const centre = { x: other.x + other.width / 2, y: other.y };
    const found = centre.x < middle.x ? 'left' : centre.x > middle.x + middle.width ? 'right' : 'below';
    expect(found).toBe(place);
  });

  it('draws both halves of a pair once', () => {
    const { edges } = draw(
      around([
        ['component:default/shop', 'dependsOn', 'to'],
        ['component:default/shop', 'dependencyOf', 'from'],
      ]),
    );
    expect(edges).toMatchObject([{ from: 'component:default/shop', to: focus.ref, label: 'depends on' }]);
  });

  it('keeps the heaviest of many, and the one of another kind', () => {
    const many = Array.from({ length: 40 }, (_, index) => [`component:default/n${index}`, 'dependsOn', 'to'] as const);
    const input = around([...many, ['component:default/part', 'certifies', 'to']]);
    const neighbours = input.neighbours.map((other) => ({ ...other, weight: other.ref.endsWith('9') ? 5 : 0 }));
    const { nodes, omitted, summary } = draw({ ...input, neighbours });
    const ids = nodes.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['component:default/n9', 'component:default/n39', 'component:default/part']),
    );
    expect(omitted).toBe(29);
    expect(summary).toContain('29 more are not drawn');
  });

  it('cuts long titles to their boxes and keeps them whole for those who ask', () => {
    const title = 'a-component-whose-name-goes-on-and-on-without-any-regard-for-the-reader';
    const input = around([['component:default/long', 'dependsOn', 'from']]);
    const { nodes } = draw({ ...input, neighbours: [subject('component:default/long', title)] });
    const node = nodes.find(({ id }) => id === 'component:default/long');
    expect(node?.title).toMatch(/^a-component-.*…$/);
    expect(measureText(node?.title ?? '', fontSize.title)).toBeLessThan(node?.width ?? 0);
    expect(node?.fullTitle).toBe(title);
  });

  it('draws nothing for an entity that stands alone', () => {
    expect(drawNeighbourhood({ focus, neighbours: [], edges: [] })).toBeUndefined();
  });
});
