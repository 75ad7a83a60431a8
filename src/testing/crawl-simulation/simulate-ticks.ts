import { checkRun } from './check-run.ts';
import { randomChange } from './organisation-changes.ts';
import { runAlone } from './run-alone.ts';
import { type ObservedRun, type Simulation, type SimulationSize, startSimulation } from './simulation.ts';

/** A row of scheduled crawls of an organisation in which something happens between any two. */
export interface TickRow extends SimulationSize {
  readonly ticks: number;
}

/**
 * Crawls tick after tick, and now and then one repository alone in between, and holds each crawl against the model. Gives back
 * what was wrong first, or `undefined`.
 */
export async function simulateTicks({ ticks, ...size }: TickRow): Promise<string | undefined> {
  const simulation = await startSimulation(size);
  try {
    let last: ObservedRun | undefined;
    for (let tick = 0; tick < ticks; tick += 1) {
      const ran = await simulateTick(simulation, last);
      if (ran.problems.length > 0) return describe(size.seed, `tick ${tick}`, ran.happened, ran.problems);
      last = ran.last;
      simulation.clock.advance(3_600_000);
    }
    return undefined;
  } finally {
    await simulation.close();
  }
}

async function simulateTick(simulation: Simulation, before: ObservedRun | undefined) {
  const { organisation, random } = simulation;
  const happened: string[] = [];
  organisation.startRun();
  for (let count = before ? 1 + random.below(3) : 0; count > 0; count -= 1) {
    const [name, change] = randomChange(random);
    happened.push(name);
    change(organisation, random);
  }
  let last = before;
  for (let alone = random.below(3); last && alone > 0; alone -= 1) {
    const ran = await runAlone(simulation, last);
    happened.push(...ran.happened);
    if (ran.problems.length > 0) return { happened, problems: ran.problems, last };
    last = ran.last;
  }
  organisation.startRun();
  const run = await simulation.crawl('clean');
  return { happened, problems: await checkRun(simulation, run), last: run };
}

/** Says what went wrong, and how to see it again. */
export function describe(seed: number, when: string, happened: readonly string[], problems: readonly string[]): string {
  return `Seed ${seed}, ${when}, after ${happened.join(', ') || 'nothing'}:\n  ${problems.join('\n  ')}`;
}
