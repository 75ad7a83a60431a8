// Reads hostile catalog files, all of them: 100,000 by default. Options: --runs --seed. Exits with 1 at the first broken promise.
import { parseArgs } from 'node:util';
import { fuzzCatalog } from '../src/testing/fuzz/fuzz-catalog.ts';
import { readRecordedFiles } from '../src/testing/fuzz/recorded-files.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string' } } });
const runs = Number(values.runs);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const recorded = readRecordedFiles();
const batch = 5000;
const codes = new Map<string, number>();
let [done, entities, slowest] = [0, 0, 0];
console.log(`seed ${seed}, ${recorded.length} recorded files`);
while (done < runs && process.exitCode === undefined) {
  const report = fuzzCatalog({ runs: Math.min(batch, runs - done), seed: seed + done, recorded });
  done = Math.min(done + batch, runs);
  entities += report.entities;
  slowest = Math.max(slowest, report.slowest);
  for (const [code, count] of report.codes) codes.set(code, (codes.get(code) ?? 0) + count);
  console.log(`${done} of ${runs}: ${entities} entities read, ${codes.size} codes, slowest ${slowest.toFixed(0)} ms`);
  if (report.failure === undefined) continue;
  console.error(report.failure);
  process.exitCode = 1;
}
