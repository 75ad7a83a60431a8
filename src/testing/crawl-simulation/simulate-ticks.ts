import { checkRun } from './check-run.ts';
import { randomChange } from './organisation-changes.ts';
import { type SimulationSize, startSimulation } from './simulation.ts';

/** A row of scheduled crawls of an organisation in which something happens between any two. */
export interface TickRow extends SimulationSize {
  readonly ticks: number;
}

/** Crawls tick after tick and holds each against the model. Gives back what was wrong first, or `undefined`. */
export async function simulateTicks({ ticks, ...size }: TickRow): Promise<string | undefined> {
  const simulation = await startSimulation(size);
  const { organisation, random, clock } = simulation;
  try {
    for (let tick = 0; tick < ticks; tick += 1) {
      organisation.startRun();
      const happened: string[] = [];
      for (let count = tick === 0 ? 0 : 1 + random.below(3); count > 0; count -= 1) {
        const [name, change] = randomChange(random);
        happened.push(name);
        change(organisation, random);
      }
      organisation.startRun();
      const problems = await checkRun(simulation, await simulation.crawl('clean'));
      if (problems.length > 0) return describe(size.seed, `tick ${tick}`, happened, problems);
      clock.advance(3_600_000);
    }
    return undefined;
  } finally {
    await simulation.close();
  }
}

/** Says what went wrong, and how to see it again. */
export function describe(seed: number, when: string, happened: readonly string[], problems: readonly string[]): string {
  return `Seed ${seed}, ${when}, after ${happened.join(', ') || 'nothing'}:\n  ${problems.join('\n  ')}`;
}
