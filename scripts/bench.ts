// Builds synthetic organisations and prints what each stage took; reads larger catalogs alone; crawls an emulated host; makes docs.
// Options: --only build|catalog|queries|validate|crawl|docs --repositories --entities --docs --seed --size --latency
import { availableParallelism, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benchDocs } from '../src/testing/bench/bench-docs.ts';
import { describeMeasurements } from '../src/testing/bench/describe-measurements.ts';
import { type BuildMeasurement, measureBuild } from '../src/testing/bench/measure-build.ts';
import { measureCatalogs } from '../src/testing/bench/measure-catalog.ts';
import { measureCrawls } from '../src/testing/bench/measure-crawl.ts';
import { measureQueries } from '../src/testing/bench/measure-queries.ts';
import { describeValidate, measureValidate } from '../src/testing/bench/measure-validate.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    repositories: { type: 'string', default: '1000' },
    entities: { type: 'string', default: '10000' },
    docs: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: 'small' },
    latency: { type: 'string', default: '0' },
  },
});
const numbers = [values.repositories, values.entities, values.docs, values.seed].map(Number);
const [repositories = 0, entities = 0, docs = 0, seed = 0] = numbers;
const sharesOf = (size: number) => [0.1, 0.3, 1].map((share) => size * share);
const wants = (part: string) => (values.only ?? part) === part;
const builds: BuildMeasurement[] = [];
for (const share of wants('build') ? sharesOf(1) : []) {
  const [some = 0, most = 0, few = 0] = [repositories, entities, docs].map((size) => Math.round(size * share));
  console.error(`bench: ${most} entities of ${some} repositories, ${few} docs sites`);
  builds.push(await measureBuild({ repositories: some, entities: most, docs: few, seed }));
}
console.log(`${availableParallelism()} cores, ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.version}`);
if (builds.length > 0) console.log(`\n${describeMeasurements(builds)}`);
if (wants('catalog')) console.log(`\n${await measureCatalogs(sharesOf(entities * 10), seed)}`);
if (wants('queries')) console.log(`\n${measureQueries(entities * 10, seed)}`);
if (wants('validate')) console.log(`\n${describeValidate(await measureValidate(50))}`);
if (wants('crawl')) console.log(`\n${await measureCrawls(sharesOf(repositories), values.size, values.latency)}`);
if (values.only === 'docs') console.log(`\n${await benchDocs(docs)}`);
