// Measures builds, catalogs, queries, validation, crawls of an emulated host, docs, and pages in a browser.
// Options: --only build|catalog|queries|validate|crawl|docs|pages --repositories --entities --docs --seed --size --latency
import { availableParallelism, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benchDocs } from '../src/testing/bench/bench-docs.ts';
import { measureBuilds } from '../src/testing/bench/measure-build.ts';
import { measureCatalogs } from '../src/testing/bench/measure-catalog.ts';
import { measureCrawls } from '../src/testing/bench/measure-crawl.ts';
import { measurePages } from '../src/testing/bench/measure-pages.ts';
import { measureQueries } from '../src/testing/bench/measure-queries.ts';
import { describeValidate, measureValidate } from '../src/testing/bench/measure-validate.ts';

const text = (value: string) => ({ type: 'string', default: value }) as const;
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    repositories: text('1000'),
    entities: text('10000'),
    docs: text('100'),
    seed: text('1'),
    size: text('small'),
    latency: text('0'),
  },
});
const size = { repositories: +values.repositories, entities: +values.entities, docs: +values.docs, seed: +values.seed };
const { repositories, entities, docs, seed } = size;
const sharesOf = (whole: number) => [0.1, 0.3, 1].map((share) => whole * share);
const wants = (part: string) => (values.only ?? part) === part;
console.log(`${availableParallelism()} cores, ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.version}`);
const parts: Readonly<Record<string, () => string | Promise<string>>> = {
  build: () => measureBuilds(size),
  catalog: () => measureCatalogs(sharesOf(entities * 10), seed),
  queries: () => measureQueries(entities * 10, seed),
  validate: async () => describeValidate(await measureValidate(50)),
  crawl: () => measureCrawls(sharesOf(repositories), values.size, values.latency),
  ...(values.only === 'docs' && { docs: () => benchDocs(docs) }),
  ...(values.only === 'pages' && { pages: () => measurePages(size) }),
};
for (const [part, measure] of Object.entries(parts)) if (wants(part)) console.log(`\n${await measure()}`);
