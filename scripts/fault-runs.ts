// Crawls simulated organisations in which everything goes wrong: CALLBOARD_FAULT_RUNS runs (by default 5,000) over 300 repositories
// in rows of 100, 500 ticks of a schedule, as many with mass removals, 200 crawls and 20 builds that are killed. Exits with 1 at the
// first broken promise and says what to run again: CALLBOARD_FAULT_ROW="faults 17" runs that row alone.
import { availableParallelism } from 'node:os';
import { execaNode } from 'execa';
import pLimit from 'p-limit';
import { simulateCrashes } from '../src/testing/crawl-simulation/crash/simulate-crashes.ts';
import { simulateFaults } from '../src/testing/crawl-simulation/simulate-faults.ts';
import { simulateRemovals } from '../src/testing/crawl-simulation/simulate-removals.ts';
import { simulateTicks } from '../src/testing/crawl-simulation/simulate-ticks.ts';

const runs = Number(process.env['CALLBOARD_FAULT_RUNS'] ?? 5000);
const row = process.env['CALLBOARD_FAULT_ROW'];
const kinds: Readonly<Record<string, (seed: number) => Promise<string | undefined>>> = {
  faults: (seed) => simulateFaults({ seed, repositories: 300, runs: Math.min(100, runs) }),
  ticks: (seed) => simulateTicks({ seed, repositories: 20, ticks: 100 }),
  removals: (seed) => simulateRemovals({ seed, repositories: 40, ticks: 100 }),
  crawls: (seed) => simulateCrashes({ seed, what: 'crawl', kills: 50 }),
  builds: (seed) => simulateCrashes({ seed, what: 'build', kills: 10 }),
};

if (row === undefined) {
  const rows = { faults: Math.ceil(runs / 100), ticks: 5, removals: 5, crawls: 4, builds: 2 };
  const all = Object.entries(rows).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => `${kind} ${index + 1}`),
  );
  const atOnce = pLimit(availableParallelism());
  const runRow = async (each: string) => {
    await execaNode(import.meta.filename, { env: { CALLBOARD_FAULT_ROW: each }, stdio: 'inherit' });
    console.log(`${each}: every promise kept`);
  };
  await Promise.all(all.map((each) => atOnce(() => runRow(each)))).catch(() => process.exit(1));
} else {
  const [kind = '', seed] = row.split(' ');
  const failure = await kinds[kind]?.(Number(seed));
  if (failure !== undefined) console.error(`CALLBOARD_FAULT_ROW="${row}"\n${failure}`);
  process.exitCode = failure === undefined ? 0 : 1;
}
