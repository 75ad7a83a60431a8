import { isDeepStrictEqual } from 'node:util';
import { checkEntities } from './check-entities.ts';
import { checkFiles, checkManners, describeShown, numberOf } from './check-run.ts';
import {
  expectRepository,
  type KnownToModel,
  ownerOf,
  rememberRepository,
  type ShownRepository,
} from './expectation.ts';
import type { SimulatedOrganisation } from './simulated-organisation.ts';
import type { ObservedRun, Simulation } from './simulation.ts';

/** A run for one repository alone, and the run before it. */
export interface RunAlone {
  /** `owner/name` that it was asked for by. */
  readonly name: string;
  readonly before: ObservedRun;
  readonly run: ObservedRun;
}

/**
 * Holds a run for one repository alone against the model, and has the model remember it: whoever does not go by that name is as
 * the run before left it, and nothing is removed.
 */
export async function checkAlone(simulation: Simulation, alone: RunAlone): Promise<readonly string[]> {
  const { organisation, known } = simulation;
  const { name, run } = alone;
  const candidates = candidatesFor(organisation, name);
  const shown = describeShown(run);
  const problems = [
    ...checkManners(simulation, run),
    ...(await checkFiles(simulation, run)),
    ...checkOthers(alone, new Set(candidates)),
    ...candidates.flatMap((id) => checkCandidate(simulation, alone, id, shown.get(id))),
    ...(candidates.length === 1 && run.weather === 'clean' ? checkSole(simulation, name, candidates, shown) : []),
  ];
  for (const id of candidates) {
    const now = shown.get(id) ?? { outcome: 'absent' };
    const before = known.get(id);
    const isNews = now.outcome === 'refused' || isFromNow(run, now);
    const next = isNews ? rememberRepository(organisation, id, before, now, 'clean') : before;
    if (next) known.set(id, isNews ? next : perhapsFound(organisation, id, next));
  }
  return [...problems, ...checkEntities(simulation, run, shown)];
}

/** Whether nobody may know a repository of that name: what is wrong if a run says so. */
export function checkUnknown({ organisation, known }: Simulation, name: string): readonly string[] {
  return candidatesFor(organisation, name).flatMap((id) => {
    if (known.get(id)?.names.has(name)) return [`${id} was ${name}, and nobody knows it.`];
    const last = organisation.momentsOf(id).at(-1);
    return typeof last?.standing === 'object' && last.name === name ? [`${id} is ${name}, and nobody finds it.`] : [];
  });
}

// It may have been found and not read: then it has today's name and is not missing. One answer is never counted.
function perhapsFound(organisation: SimulatedOrganisation, id: number, before: KnownToModel): KnownToModel {
  const listed = organisation.momentsOf(id).filter(({ standing }) => standing !== 'gone' && standing !== 'unwanted');
  const isThere = listed.some(({ standing }) => typeof standing === 'object');
  const names = new Set([...before.names, ...listed.map(({ name }) => name)]);
  return { ...before, names, missing: [isThere ? 0 : before.missing[0], before.missing[1]] };
}

// Whoever had that name, and whoever has another of its names: the host may give that one instead.
function candidatesFor(organisation: SimulatedOrganisation, name: string): readonly number[] {
  const ids = organisation.repositories.map(({ hosted }) => hosted.id);
  const named = ids.filter((id) => organisation.namesOf(id).has(name));
  const names = named.flatMap((id) => [...organisation.namesOf(id)]);
  return ids.filter((id) => names.some((each) => organisation.namesOf(id).has(each)));
}

function isFromNow({ startedAt }: ObservedRun, { outcome, freshAt = '' }: ShownRepository): boolean {
  return outcome === 'fresh' && freshAt >= startedAt;
}

// One may have to give up its name to the one that was looked for; nothing else is another.
function checkOthers({ before, run }: RunAlone, candidates: ReadonlySet<number>): readonly string[] {
  const problems: string[] = [];
  const now = new Map(describeAll(run, candidates));
  for (const [id, then] of describeAll(before, candidates)) {
    if (!isDeepStrictEqual(now.get(id), then)) {
      problems.push(`${id} was ${JSON.stringify(then)} and is ${JSON.stringify(now.get(id))}.`);
    }
    now.delete(id);
  }
  const slugs = run.snapshot.repositories.map(({ repository }) => repository.slug);
  const repeated = slugs.filter((slug, index) => slugs.indexOf(slug) !== index);
  const gone = run.snapshot.removed.map(({ repository }) => repository.slug);
  return [
    ...problems,
    ...[...now.keys()].map((id) => `${id} was not looked for and appears.`),
    ...repeated.map((slug) => `Two repositories are called ${slug}.`),
    ...gone.map((slug) => `${slug} is removed by a run for one repository.`),
  ];
}

function describeAll({ snapshot }: ObservedRun, without: ReadonlySet<number>) {
  const outcomes = new Map(snapshot.outcomes.map((outcome) => [outcome.id, outcome]));
  return snapshot.repositories.flatMap(({ repository: { slug: _slug, ...repository }, files, catalogPaths }) => {
    const { freshAt, outcome } = outcomes.get(repository.id) ?? {};
    const isOld = outcome === 'stale' || outcome === 'refused';
    const read = [...files.values()].map(({ path, oid }) => `${path} ${oid}`).sort();
    const isPeople = repository.id.includes(':people:');
    if (!isPeople && without.has(numberOf(repository.id))) return [];
    return [[repository.id, { repository, freshAt, isOld, read, catalogPaths }] as const];
  });
}

function checkCandidate(
  { organisation, known }: Simulation,
  { name, run }: RunAlone,
  id: number,
  shown: ShownRepository = { outcome: 'absent' },
): readonly string[] {
  const before = known.get(id);
  const { commit, freshAt, outcome } = shown;
  const is = `${id}, looked for as ${name}, is ${outcome} at ${commit}`;
  if (outcome === 'removed') return [`${is}.`];
  if (commit === undefined) return before ? [`${is}: it is lost.`] : [];
  if (isFromNow(run, shown)) {
    const { fresh } = expectRepository(organisation, id, known, 'rough');
    return fresh.has(commit) ? [] : [`${is}, which is old.`];
  }
  return commit === before?.commit && freshAt === before.freshAt ? [] : [`${is} since ${freshAt}.`];
}

// Where nothing else ever went by that name, it is plain what must come of it.
function checkSole(
  { organisation, known }: Simulation,
  name: string,
  [id = 0]: readonly number[],
  shown: ReadonlyMap<number, ShownRepository>,
): readonly string[] {
  const before = known.get(id);
  const last = organisation.momentsOf(id).at(-1);
  const { outcome } = shown.get(id) ?? { outcome: 'absent' };
  const isKnownHere = !before || [...before.names].every((each) => ownerOf(each) === ownerOf(last?.name ?? ''));
  if (typeof last?.standing === 'object') {
    const expected = expectRepository(organisation, id, known, 'clean').outcome;
    return outcome === expected || !isKnownHere ? [] : [`${name} is ${outcome} and should be ${expected}.`];
  }
  const expected = before ? 'stale' : 'absent';
  return outcome === expected ? [] : [`${name}, which is not there, is ${outcome} and should be ${expected}.`];
}
