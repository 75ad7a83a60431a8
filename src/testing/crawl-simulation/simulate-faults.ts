import { checkRun } from './check-run.ts';
import { checkState } from './check-state.ts';
import { endTrouble, startTrouble } from './fault-schedule.ts';
import { randomChange } from './organisation-changes.ts';
import { describe } from './simulate-ticks.ts';
import { type Simulation, type SimulationSize, startSimulation } from './simulation.ts';

/** A row of fault runs in one organisation: each begins with what the one before it left. */
export interface FaultRow extends SimulationSize {
  readonly runs: number;
  /** Told after every run. */
  readonly onRun?: (run: number) => void;
}

/**
 * Runs after an undisturbed crawl: changes, a crawl or two in which things go wrong, then two clean ones, each held against the
 * model.
 * Gives back what was wrong first, or `undefined`.
 */
export async function simulateFaults({ runs, onRun, ...size }: FaultRow): Promise<string | undefined> {
  const simulation = await startSimulation(size);
  try {
    const first = await crawlInPeace(simulation);
    if (first.length > 0) return describe(size.seed, 'the first crawl', [], first);
    for (let run = 0; run < runs; run += 1) {
      const { happened, problems } = await simulateRun(simulation);
      if (problems.length > 0) return describe(size.seed, `run ${run}`, happened, problems);
      onRun?.(run);
    }
    const said = await checkState(simulation);
    return said.length > 0 ? describe(size.seed, 'the end', [], said) : undefined;
  } finally {
    await simulation.close();
  }
}

async function simulateRun(simulation: Simulation) {
  const { organisation, random } = simulation;
  const happened: string[] = [];
  const most = 4 + organisation.repositories.length / 30;
  for (let count = random.below(most); count > 0; count -= 1) {
    const [name, change] = randomChange(random);
    happened.push(name);
    change(organisation, random);
  }
  const problems: string[] = [];
  // Trouble seldom comes alone.
  for (let rough = random.chance(0.3) ? 2 : 1; rough > 0 && problems.length === 0; rough -= 1) {
    organisation.startRun();
    happened.push(...startTrouble(simulation));
    const limits = { minutes: random.chance(0.2) ? 1 + random.below(5) : 600, secondsPerRepository: 2 };
    problems.push(...(await checkRun(simulation, await simulation.crawl('rough', limits))));
    endTrouble(simulation);
  }
  for (let clean = 1; clean <= 2 && problems.length === 0; clean += 1) {
    problems.push(...(await crawlInPeace(simulation)).map((problem) => `Clean run ${clean}: ${problem}`));
  }
  return { happened, problems };
}

async function crawlInPeace(simulation: Simulation): Promise<readonly string[]> {
  simulation.organisation.startRun();
  const problems = await checkRun(simulation, await simulation.crawl('clean'));
  simulation.clock.advance(3_600_000);
  return problems;
}
