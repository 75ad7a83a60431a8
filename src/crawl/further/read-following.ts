import { type FurtherTarget, listFurtherTargets } from '../../catalog/locations/further-targets.ts';
import type { AllowRule } from '../../catalog/model/allow-rules.ts';
import { followedSource } from '../../config/config.ts';
import type { StageContext, StageResult } from '../../diagnostics/stage.ts';
import type { CrawlRun } from '../crawl-run.ts';
import type { CrawlMemory } from '../known/known-repository.ts';
import type { Reading } from '../plan/decide-outcomes.ts';
import type { ListedSource } from '../plan/judge-missing.ts';
import { type CrawlPlan, planCrawl } from '../plan/plan-crawl.ts';
import { describePostponed, readAll } from '../read-all.ts';
import type { ReadingRules } from '../read-found.ts';
import type { FoundRepository } from '../sources/source.ts';
import { findFurther } from './find-further.ts';
import { type FurtherInput, type FurtherPlan, planFurther } from './plan-further.ts';

/** Whether and where a crawl follows Locations into other repositories. */
export interface FollowRules {
  /** What may be defined where: a Location that may not be defined leads nowhere. */
  readonly allow: readonly AllowRule[];
  /** Globs on `<host>/<owner>/<name>` of repositories that no source lists; empty: none of them. */
  readonly followLocations: readonly string[];
}

/** What was read of everything that is listed or that Locations lead to. */
export interface ReadFollowing {
  readonly plan: CrawlPlan;
  /** By id. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** Why addresses that Locations name were not followed. */
  readonly notFollowed: ReadonlyMap<string, string>;
}

/** What reading needs beside what was listed. */
export interface FollowContext {
  readonly memory: CrawlMemory;
  readonly rules: ReadingRules;
  readonly follow: FollowRules;
  readonly run: CrawlRun;
  readonly context: StageContext;
}

/** How many repositories may lead to one another. */
const depth = 5;

/**
 * Reads the repositories that are listed and, round by round, those that their Locations lead to. Where they led in earlier
 * runs is known before anything is read, so that mostly one round is enough.
 */
export async function readFollowing(
  listed: readonly ListedSource[],
  following: FollowContext,
): Promise<StageResult<ReadFollowing>> {
  const { memory, rules, run, context } = following;
  const now = new Date(run.clock.now()).toISOString();
  const results = new Map<string, StageResult<Reading>>();
  const readWith = new Map<string, string>();
  for (let round = 0; ; round += 1) {
    const { plan, further } = planRound(listed, results, following, now);
    const due = plan.found.filter(({ id, targets }) => readWith.get(id) !== addressesOf(targets));
    if (due.length === 0 || round > depth) {
      const ofPlan = plan.found.flatMap(({ id }) => results.get(id) ?? []);
      return {
        value: {
          plan,
          readings: new Map(plan.found.flatMap(({ id }) => pairOf(id, results.get(id)?.value))),
          notFollowed: new Map(further.refused.map(({ url, reason }) => [url, reason])),
        },
        diagnostics: [
          ...plan.diagnostics,
          ...ofPlan.flatMap(({ diagnostics }) => diagnostics),
          ...describePostponed(ofPlan, rules),
        ],
      };
    }
    for (const [id, { value, diagnostics }] of await readAll(due, memory, rules, run, context)) {
      results.set(id, { value: withLeads(value, memory.known.get(id)?.leadsTo, following.follow.allow), diagnostics });
    }
    for (const { id, targets } of due) readWith.set(id, addressesOf(targets));
  }
}

interface Round {
  readonly plan: CrawlPlan;
  readonly further: FurtherPlan;
}

/** Plans with what is known so far of where Locations lead. */
function planRound(
  listed: readonly ListedSource[],
  results: ReadonlyMap<string, StageResult<Reading>>,
  { memory, follow, run, context }: FollowContext,
  now: string,
): Round {
  const { found, missing } = planCrawl([...listed, followed([])], memory, now);
  const kept = missing.filter(({ verdict }) => verdict === 'stale').map(({ known }) => known.repository);
  const leadsOf = (id: string): readonly FurtherTarget[] => {
    const reading = results.get(id)?.value;
    return (reading?.type === 'read' ? reading.leadsTo : memory.known.get(id)?.leadsTo) ?? [];
  };
  const findAll = ({ repositories }: FurtherPlan) =>
    repositories.flatMap((each) => findFurther(each, { stateFolder: context.stateFolder, run }) ?? []);
  const onwards = (plan: FurtherPlan) => findAll(plan).flatMap(({ id }) => leadsOf(id));
  const input: FurtherInput = {
    found: [...found, ...kept.map((each) => ({ ...each, remote: true }))],
    targets: [...found, ...kept].flatMap(({ id }) => leadsOf(id)),
    owners: listed.flatMap(({ owner }) => owner ?? []),
    follow: follow.followLocations,
  };
  const further = followAll(input, onwards);
  const plan = planCrawl([...listed, followed(findAll(further))], memory, now);
  const withTargets = plan.found.map((each) => {
    const targets = further.targets.get(each.id) ?? each.targets;
    return targets ? { ...each, targets } : each;
  });
  return { further, plan: { ...plan, found: withTargets } };
}

// What is led to may lead on; what nobody leads to any more does not.
function followAll(input: FurtherInput, onwards: (plan: FurtherPlan) => readonly FurtherTarget[]): FurtherPlan {
  let plan = planFurther(input);
  for (let before = -1; plan.repositories.length !== before; ) {
    before = plan.repositories.length;
    plan = planFurther({ ...input, targets: [...input.targets, ...onwards(plan)] });
  }
  return plan;
}

function followed(repositories: readonly FoundRepository[]): ListedSource {
  return {
    name: followedSource,
    type: followedSource,
    listing: { repositories, complete: true, absence: 'gone' },
  };
}

/**
 * Adds where the Locations of what was read lead. What led somewhere before and is broken today still does: nobody goes
 * missing for a mistyped line. Pure.
 */
export function withLeads(
  reading: Reading,
  before: readonly FurtherTarget[] | undefined,
  allow: readonly AllowRule[],
): Reading {
  if (reading.type !== 'read') return reading;
  const { targets, isDoubtful } = listFurtherTargets(reading.files, allow);
  const isUncertain = isDoubtful || reading.shortfall !== undefined;
  const all = new Map([...(isUncertain ? (before ?? []) : []), ...targets].map((target) => [target.url, target]));
  return all.size === 0 ? reading : { ...reading, leadsTo: [...all.values()] };
}

function addressesOf(targets: readonly FurtherTarget[] = []): string {
  return targets.map(({ url }) => url).join('\n');
}

function pairOf<Value>(id: string, value: Value | undefined): readonly (readonly [string, Value])[] {
  return value === undefined ? [] : [[id, value]];
}
