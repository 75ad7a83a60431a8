// Builds synthetic organisations of growing size and prints what each stage took. Options: --repositories --entities --docs --seed
import { availableParallelism, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { describeMeasurements } from '../src/testing/bench/describe-measurements.ts';
import { type BuildMeasurement, measureBuild } from '../src/testing/bench/measure-build.ts';

const { values } = parseArgs({
  options: {
    repositories: { type: 'string', default: '1000' },
    entities: { type: 'string', default: '10000' },
    docs: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
});
const [repositories, entities, docs, seed] = [values.repositories, values.entities, values.docs, values.seed].map(
  Number,
) as [number, number, number, number];
const measurements: BuildMeasurement[] = [];
for (const share of [0.1, 0.3, 1]) {
  const size = {
    repositories: Math.round(repositories * share),
    entities: Math.round(entities * share),
    docs: Math.round(docs * share),
    seed,
  };
  console.error(`bench: ${size.entities} entities of ${size.repositories} repositories, ${size.docs} docs sites`);
  measurements.push(await measureBuild(size));
}
console.log(`${availableParallelism()} cores, ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.version}\n`);
console.log(describeMeasurements(measurements));
