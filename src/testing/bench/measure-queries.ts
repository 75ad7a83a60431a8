import { randomLcg } from 'd3';
import type { Catalog } from '../../catalog/entity.ts';
import { dependents } from '../../catalog/graph/dependents.ts';
import { linkGraph } from '../../catalog/graph/link-graph.ts';
import { neighbourhood } from '../../catalog/graph/neighbourhood.ts';
import { ownedInHierarchy, owningGroups } from '../../catalog/graph/ownership.ts';
import { rollUp } from '../../catalog/graph/roll-up.ts';
import { cycles, strongParts } from '../../catalog/graph/strong-parts.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { syntheticCatalog } from './synthetic-catalog.ts';

type Query = readonly [title: string, run: (catalog: Catalog, ref: string) => number, of?: 'group'];

/** Each gives the size of its result. */
const queries: readonly Query[] = [
  ['`dependents`, all counted, 100 described', (catalog, ref) => dependents(catalog, ref, { limit: 100 }).count],
  ['`dependents`, all described', (catalog, ref) => dependents(catalog, ref).count],
  ['`neighbourhood`, depth 1', (catalog, ref) => neighbourhood(catalog, ref, 1).nodes.length],
  ['the same, 200 entities at most', (catalog, ref) => neighbourhood(catalog, ref, 1, { limit: 200 }).nodes.length],
  ['depth 3, 200 entities at most', (catalog, ref) => neighbourhood(catalog, ref, 3, { limit: 200 }).nodes.length],
  ['depth 3, outwards, software', (catalog, ref) => neighbourhood(catalog, ref, 3, outwards).nodes.length],
  ['`owningGroups`', (catalog, ref) => owningGroups(catalog, ref).length],
  ['`ownedInHierarchy`', (catalog, ref) => ownedInHierarchy(catalog, ref).length, 'group'],
];
const outwards = { direction: 'out', kinds: ['component', 'api', 'resource'] } as const;

const wholes: readonly (readonly [title: string, run: (catalog: Catalog) => number])[] = [
  ['`cycles` of `dependsOn`', (catalog) => cycles(catalog, ['dependsOn']).length],
  [
    '`strongParts` of `dependsOn` and `consumesApi`',
    (catalog) => strongParts(catalog, ['dependsOn', 'consumesApi']).length,
  ],
  ['`rollUp` to systems', (catalog) => rollUp(catalog, 'system').length],
  ['`rollUp` to domains', (catalog) => rollUp(catalog, 'domain').length],
];

/**
 * Asks a synthetic catalog of so many entities each query about 500 entities taken at random and about the 20 with the
 * most relations: three times, of which the median counts, after a round that nobody measures. Gives back two Markdown
 * tables.
 */
export function measureQueries(entities: number, seed: number): string {
  const { value: catalog } = readCatalog({ repositories: syntheticCatalog({ entities, seed }), allow: ['*'] });
  const [building = 0] = milliseconds([''], () => linkGraph(catalog).refs.length).times;
  const rows = queries.map((query) => describeQuery(catalog, query, seed));
  const relations = catalog.entities.reduce((sum, { claims }) => sum + claims.length, 0);
  return [
    `${catalog.entities.length.toLocaleString('en')} entities, ${relations.toLocaleString('en')} relations; their graph is made in ${building.toFixed(0)} ms.`,
    '',
    '| ms | 500 at random: median | 99th percentile | worst | 20 hubs: median | worst | results there |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    '| of the whole catalog, ms | median | worst | results |',
    '| --- | ---: | ---: | ---: |',
    ...wholes.map(([title, run]) => describeWhole(catalog, title, run)),
  ].join('\n');
}

function describeQuery(catalog: Catalog, [title, run, of]: Query, seed: number): string {
  const items = catalog.entities.filter(({ ref }) => of === undefined || ref.startsWith(`${of}:`));
  const chance = randomLcg(seed);
  const some = Array.from({ length: 500 }, () => items[Math.floor(chance() * items.length)]?.ref ?? '');
  const size = (item: (typeof items)[number]) => item.entity.relations.length;
  const sorted = [...items].sort((a, b) => size(b) - size(a));
  const hubs = sorted.slice(0, 20).map(({ ref }) => ref);
  const ask = (ref: string) => run(catalog, ref);
  milliseconds([...some, ...hubs], ask);
  const random = milliseconds(some, ask, 3);
  const largest = milliseconds(hubs, ask, 3);
  const cells = [quantile(random.times, 0.5), quantile(random.times, 0.99), quantile(random.times, 1)];
  const hubCells = [quantile(largest.times, 0.5), quantile(largest.times, 1)];
  const figures = [...cells, ...hubCells].map((time) => time.toFixed(3));
  return `| ${[title, ...figures, Math.max(...largest.results).toLocaleString('en')].join(' | ')} |`;
}

function describeWhole(catalog: Catalog, title: string, run: (catalog: Catalog) => number): string {
  const { times, results } = milliseconds(new Array<string>(11).fill(''), () => run(catalog));
  const figures = [quantile(times, 0.5), quantile(times, 1)].map((time) => time.toFixed(1));
  return `| ${[title, ...figures, (results[0] ?? 0).toLocaleString('en')].join(' | ')} |`;
}

/** Each is asked `rounds` times; its time is the median of them. */
function milliseconds(refs: readonly string[], ask: (ref: string) => number, rounds = 1) {
  const times: number[] = [];
  const results: number[] = [];
  for (const ref of refs) {
    const asked: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const startedAt = performance.now();
      results.push(ask(ref));
      asked.push(performance.now() - startedAt);
    }
    times.push(quantile(asked, 0.5));
  }
  return { times, results };
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
