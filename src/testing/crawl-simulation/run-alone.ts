import { CallboardError } from '../../diagnostics/callboard-error.ts';
import { checkAlone, checkUnknown } from './check-alone.ts';
import { endTrouble, startTrouble } from './fault-schedule.ts';
import type { ObservedRun, Simulation } from './simulation.ts';

/** What came of a run for one repository. */
export interface RanAlone {
  /** What was asked, and what went wrong meanwhile; for people. */
  readonly happened: readonly string[];
  readonly problems: readonly string[];
  /** What the next run finds remembered. */
  readonly last: ObservedRun;
}

/**
 * Crawls one repository alone, by a name that it has or had or by its URL: most often one that something happened to, one of
 * three times with trouble.
 */
export async function runAlone(simulation: Simulation, before: ObservedRun): Promise<RanAlone> {
  const { random, clock, organisation } = simulation;
  const name = pickName(simulation);
  const only = random.chance(0.3) ? `${simulation.host.url}/${name}` : name;
  organisation.startRun();
  const isRough = random.chance(0.3);
  const happened = [`only ${only}`, ...(isRough ? startTrouble(simulation) : [])];
  try {
    const run = await simulation.crawl(isRough ? 'rough' : 'clean', { secondsPerRepository: 2 }, only);
    return { happened, problems: await checkAlone(simulation, { name, before, run }), last: run };
  } catch (error) {
    if (!(error instanceof CallboardError) || error.code !== 'crawl/no-such-repository') throw error;
    return { happened, problems: isRough ? [] : checkUnknown(simulation, name), last: before };
  } finally {
    if (isRough) endTrouble(simulation);
    clock.advance(60_000);
  }
}

function pickName({ organisation, random }: Simulation): string {
  const ids = organisation.repositories.map(({ hosted }) => hosted.id);
  const changed = ids.filter((id) => organisation.momentsOf(id).length > 1);
  const id = (random.chance(0.7) ? random.pick(changed) : undefined) ?? random.pick(ids) ?? 0;
  const now = organisation.momentsOf(id).at(-1)?.name ?? '';
  return random.chance(0.7) ? now : (random.pick([...organisation.namesOf(id)]) ?? now);
}
