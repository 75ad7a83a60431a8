import { describe, expect, it } from 'vitest';
import type { GraphData } from '../../../portal/views/graph.ts';
import { buildScene, findNodes, prominenceOf } from './scene.ts';
import { parseState } from './state.ts';

const node = (ref: string, kind: 'component' | 'api', x: number): GraphData['nodes'][number] => ({
  ref,
  title: ref,
  kind,
  url: `/${ref}/`,
  group: 'g',
  x,
  y: 0,
});
const scene = buildScene({
  nodes: [
    node('shop', 'component', 0),
    node('orders', 'component', 1),
    node('orders-api', 'api', 2),
    node('ledger', 'component', 3),
  ],
  edges: [
    [0, 1, 0],
    [1, 2, 1],
    [2, 3, 0],
  ],
  relations: ['dependsOn', 'providesApi'],
  phrases: ['depends on', 'provides'],
  kinds: { component: { title: 'Components', glyph: 'component' }, api: { title: 'APIs', glyph: 'api' } },
});
const prominence = (query: string) => prominenceOf(scene, parseState(query, scene.kinds, scene.relations));

describe('prominenceOf', () => {
  it.each([
    ['', [2, 2, 2, 2]],
    ['?focus=orders', [2, 2, 2, 1]],
    ['?focus=orders&depth=2', [2, 2, 2, 2]],
    ['?kinds=component', [2, 2, 0, 2]],
    ['?focus=orders&depth=2&kinds=component', [2, 2, 0, 1]],
    ['?focus=orders&depth=2&relations=dependsOn', [2, 2, 1, 1]],
    ['?focus=unknown', [2, 2, 2, 2]],
  ])('of %s', (query, expected) => {
    expect(prominence(query)).toEqual(expected);
  });
});

describe('findNodes', () => {
  it.each([
    ['ord', ['orders', 'orders-api']],
    ['api orders', ['orders-api']],
    ['orders-api', ['orders-api']],
    ['', []],
    ['nothing', []],
  ])('finds %s', (query, expected) => {
    expect(findNodes(scene, query, 5).map((index) => scene.nodes[index]?.ref)).toEqual(expected);
  });
});
