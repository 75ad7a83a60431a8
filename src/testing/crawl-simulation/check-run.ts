import { canaryToken } from '../github-emulator/github-source.ts';
import { checkEntities } from './check-entities.ts';
import { filesOfContent } from './content-model.ts';
import { expectRepository, isBloated, rememberRepository, type ShownRepository } from './expectation.ts';
import type { ObservedRun, Simulation } from './simulation.ts';

/**
 * Holds one run against the model, and has the model remember what was shown. Gives back what is wrong, in words; nothing when
 * every promise was kept.
 */
export async function checkRun(simulation: Simulation, run: ObservedRun): Promise<readonly string[]> {
  return [...(await checkCrawl(simulation, run)), ...checkEntities(simulation, run, describeShown(run))];
}

/** The same of the repositories alone. */
export async function checkCrawl(simulation: Simulation, run: ObservedRun): Promise<readonly string[]> {
  const shown = describeShown(run);
  const problems = [
    ...checkManners(simulation, run),
    ...checkListings(simulation, run),
    ...checkNames(simulation, run, shown),
    ...(await checkFiles(simulation, run)),
    ...checkRepositories(simulation, run, shown),
    ...checkTimes(simulation, run),
  ];
  for (const { hosted } of simulation.organisation.repositories) {
    const before = simulation.known.get(hosted.id);
    const now = shown.get(hosted.id) ?? { outcome: 'absent' };
    const next = rememberRepository(simulation.organisation, hosted.id, before, now, run.weather);
    if (next) simulation.known.set(hosted.id, next);
    else simulation.known.delete(hosted.id);
  }
  return problems;
}

/** The number that the host knows a repository by. */
export function numberOf(id: string): number {
  return Number(id.split(':').at(-1));
}

/** What a run showed of each repository, by its number. */
export function describeShown({ snapshot }: ObservedRun): ReadonlyMap<number, ShownRepository> {
  const commits = new Map(snapshot.repositories.map(({ repository }) => [repository.id, repository.commit]));
  return new Map(
    snapshot.outcomes.map(({ id, outcome, freshAt }) => {
      const commit = commits.get(id);
      return [numberOf(id), { outcome, ...(commit && { commit }), ...(freshAt && { freshAt }) }] as const;
    }),
  );
}

function checkRepositories(
  { organisation, known }: Simulation,
  run: ObservedRun,
  shown: ReadonlyMap<number, ShownRepository>,
): readonly string[] {
  return organisation.repositories.flatMap(({ hosted }) => {
    const expected = expectRepository(organisation, hosted.id, known, run.weather);
    const { outcome, commit } = shown.get(hosted.id) ?? { outcome: 'absent' };
    const is = `${hosted.id} ${hosted.owner.login}/${hosted.name} (${run.weather}, ${outcome})`;
    const problems: string[] = [];
    if (commit === undefined && !expected.mayBeHidden) problems.push(`${is} is lost.`);
    if (commit !== undefined && !expected.mayBeShown) problems.push(`${is} is still shown.`);
    if (commit !== undefined && expected.mayBeShown && !expected.commits.has(commit))
      problems.push(`${is} is shown at a commit that it was not at.`);
    if (outcome === 'fresh' && commit !== undefined && !expected.fresh.has(commit))
      problems.push(`${is} is old and called fresh.`);
    if (commit !== undefined && expected.outcome && outcome !== expected.outcome)
      problems.push(`${is} should be ${expected.outcome}.`);
    if ((outcome === 'removed' || outcome === 'absent') === (commit !== undefined))
      problems.push(`${is} has an outcome that does not fit.`);
    return problems;
  });
}

// What is fresh says nothing of its age; what is not says when it was.
function checkTimes({ known }: Simulation, { snapshot, startedAt, endedAt }: ObservedRun): readonly string[] {
  const stale = new Map(snapshot.repositories.map(({ repository }) => [repository.id, repository.stale]));
  return snapshot.outcomes.flatMap(({ id, slug, outcome, freshAt, reason }) => {
    const inThisRun = freshAt !== undefined && freshAt >= startedAt && freshAt <= endedAt;
    if (outcome === 'fresh') return inThisRun && !stale.get(id) ? [] : [`${slug} is fresh since ${freshAt}.`];
    if (outcome === 'removed' || outcome === 'absent') return [];
    const before = known.get(numberOf(id))?.freshAt ?? freshAt;
    const isOld = freshAt !== undefined && freshAt === before && stale.get(id)?.freshAt === freshAt;
    return isOld && reason?.endsWith('.') ? [] : [`${slug} is ${outcome} since ${freshAt}, known since ${before}.`];
  });
}

function checkNames(
  { organisation }: Simulation,
  { snapshot }: ObservedRun,
  shown: ReadonlyMap<number, ShownRepository>,
): readonly string[] {
  const slugs = snapshot.repositories.map(({ repository }) => repository.slug);
  const repeated = slugs.filter((slug, index) => slugs.indexOf(slug) !== index);
  const wrong = snapshot.repositories.filter(({ repository: { id, slug } }) => {
    if (id.includes(':people:') || shown.get(numberOf(id))?.outcome !== 'fresh') return false;
    return !organisation.momentsOf(numberOf(id)).some(({ name }) => name === slug);
  });
  return [
    ...repeated.map((slug) => `Two repositories are called ${slug}.`),
    ...wrong.map(({ repository }) => `${repository.id} was never called ${repository.slug}.`),
  ];
}

/** Holds the files of a run against what the commits hold. */
export async function checkFiles({ organisation }: Simulation, { snapshot }: ObservedRun): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { repository, files, catalogPaths } of snapshot.repositories) {
    const content = organisation.commits.get(repository.commit);
    if (!content) continue;
    const all = filesOfContent(content);
    const wanted = Object.keys(all).filter((path) => path.startsWith('docs/') || path === 'catalog-info.yaml');
    const is = `${repository.slug} at ${repository.commit}`;
    const missing = wanted.filter((path) => !files.has(path));
    if (missing.length > 0 && !isBloated(content)) problems.push(`${is} lacks ${missing.join()}.`);
    if (catalogPaths.length !== Math.min(1, content.entities.size)) problems.push(`${is} lacks its descriptor.`);
    for (const { path, text, oid } of files.values()) {
      const now = path.startsWith('docs/') ? Buffer.from(await snapshot.blobs.read(oid)).toString() : text;
      if (now !== all[path]) problems.push(`${is} has another ${path}.`);
    }
  }
  return problems;
}

// A list that calls itself complete has whatever was there from the first moment to the last.
function checkListings({ organisation }: Simulation, { snapshot }: ObservedRun): readonly string[] {
  return snapshot.listings.flatMap(({ source, complete, repositoryIds }) => {
    const listed = new Set(repositoryIds.map(numberOf));
    const missing = organisation.repositories.filter(({ hosted }) => {
      const moments = organisation.momentsOf(hosted.id);
      const stayed = moments.every(
        ({ standing, name }) => typeof standing === 'object' && name.startsWith(`${source}/`),
      );
      return stayed && !listed.has(hosted.id);
    });
    return complete ? missing.map(({ hosted }) => `The complete list of ${source} lacks ${hosted.id}.`) : [];
  });
}

/** Looks for impatience, secrets and silence about what is wrong. */
export function checkManners(
  { host }: Simulation,
  { diagnostics, log, snapshot, only }: ObservedRun,
): readonly string[] {
  const said = JSON.stringify([diagnostics, log, snapshot.outcomes, snapshot.listings]);
  const secrets = [canaryToken, 'PRIVATE KEY', ...host.access.handedOut.map(({ value }) => value)];
  // A run for one repository has nothing to say of the others.
  const unexplained =
    only === undefined && snapshot.outcomes.some(({ outcome }) => outcome !== 'fresh') && diagnostics.length === 0;
  return [
    ...host.windows.impatient.splice(0).map((request) => `Asked inside a retry window: ${request}`),
    ...host.wrongAnswers.splice(0).map((answer) => `The emulated host is wrong: ${answer}`),
    ...secrets.filter((secret) => said.includes(secret)).map(() => 'A secret was said.'),
    ...(unexplained ? ['Something is not fresh, and nothing says why.'] : []),
  ];
}
