import { checkCrawl, describeShown } from './check-run.ts';
import { randomMassChange } from './mass-changes.ts';
import {
  emptyPortal,
  expectRemovals,
  type Origin,
  type PortalModel,
  rememberPortal,
  type UnguardedRun,
} from './removals-model.ts';
import { describe, type TickRow } from './simulate-ticks.ts';
import { type ObservedRun, type Simulation, startSimulation } from './simulation.ts';

/**
 * Crawls tick after tick an organisation of which much disappears at once, confirms at random what was held, and holds each
 * catalog against the model. Gives back what was wrong first, or `undefined`.
 */
export async function simulateRemovals({ ticks, ...size }: TickRow): Promise<string | undefined> {
  const simulation = await startSimulation(size);
  const { organisation, random, clock } = simulation;
  let portal = emptyPortal;
  try {
    for (let tick = 0; tick < ticks; tick += 1) {
      const happened: string[] = [];
      for (let count = tick === 0 ? 0 : random.below(3); count > 0; count -= 1) {
        const [name, change] = randomMassChange(random);
        happened.push(name);
        change(organisation, random);
      }
      organisation.startRun();
      const confirmed = random.chance(0.4) ? random.pick([...portal.listed.keys()].slice(-4)) : undefined;
      if (confirmed !== undefined) happened.push(`confirm ${confirmed}`);
      const run = await simulation.crawl('clean', {}, undefined, confirmed === undefined ? [] : [confirmed]);
      const problems = await checkCrawl(simulation, run);
      const judged = judge(simulation, run, portal, confirmed);
      const all = [...problems, ...judged.problems];
      if (all.length > 0) return describe(size.seed, `tick ${tick}`, happened, all);
      portal = judged.portal;
      clock.advance(3_600_000);
    }
    return undefined;
  } finally {
    await simulation.close();
  }
}

function judge(simulation: Simulation, run: ObservedRun, before: PortalModel, confirmed: string | undefined) {
  const { catalog, removals } = run;
  const components = catalog.entities.filter(({ ref }) => ref.startsWith('component:'));
  const others = catalog.entities.length - components.length;
  const unguarded = { ...describeUnguarded(simulation, run), others, confirmed };
  const expected = expectRemovals(before, unguarded);
  const portal = rememberPortal(before, unguarded, expected, removals?.held?.id);
  const held = removals?.held?.entities.map(({ ref }) => nameOf(ref)) ?? [];
  const removed = removals?.removed.flatMap(({ entities }) => entities.map(nameOf)) ?? [];
  const shown = components.map(({ entity }) => entity.metadata.name);
  const problems = [
    ...compare('shown', portal.shown.keys(), shown),
    ...compare('held', expected.held, held),
    ...compare('removed', expected.removed, removed),
  ];
  return { portal, problems };
}

// What the repositories define that the crawl shows, before anything is held.
function describeUnguarded({ organisation }: Simulation, run: ObservedRun): Pick<UnguardedRun, 'now' | 'there'> {
  const now = new Map<string, Origin>();
  const there = new Set<number>();
  const shown = describeShown(run);
  for (const { hosted } of organisation.repositories) {
    const content = organisation.commits.get(shown.get(hosted.id)?.commit ?? '');
    if (content) there.add(hosted.id);
    for (const name of content?.entities.keys() ?? [])
      now.set(name, { source: hosted.owner.login, repository: hosted.id });
  }
  return { now, there };
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

function compare(what: string, expected: Iterable<string>, found: readonly string[]): readonly string[] {
  const [wanted, had] = [[...expected].sort().join(' '), [...found].sort().join(' ')];
  return wanted === had ? [] : [`There should be ${what}: ${wanted || 'nothing'}; there is: ${had || 'nothing'}.`];
}
