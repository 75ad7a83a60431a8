import { type CommitContent, filesPerRepository } from './content-model.ts';
import type { Moment, SimulatedOrganisation } from './simulated-organisation.ts';

/** What a run showed of one repository, as people and the next run see it. */
export interface ShownRepository {
  readonly outcome: 'fresh' | 'stale' | 'refused' | 'removed' | 'absent';
  /** Commit that it is shown at; absent: it is not shown. */
  readonly commit?: string;
  /** ISO 8601. */
  readonly freshAt?: string;
}

/** What the model remembers of a repository that was shown. */
export interface KnownToModel {
  readonly commit: string;
  /** Nothing of that commit was beyond a limit. */
  readonly whole: boolean;
  /** Names that the crawl may remember it by; one, when the model is sure. */
  readonly names: ReadonlySet<string>;
  /** When it was last fresh, ISO 8601. */
  readonly freshAt: string | undefined;
  /** How many complete lists in a row it was missing from: at least and at most. */
  readonly missing: readonly [least: number, most: number];
}

/** What may become of a repository in one run. */
export interface Expectation {
  /** Commits that it may be shown at. */
  readonly commits: ReadonlySet<string>;
  /** Of those, the ones that may be called fresh. */
  readonly fresh: ReadonlySet<string>;
  readonly mayBeHidden: boolean;
  readonly mayBeShown: boolean;
  /** It must be called fresh, or refused. */
  readonly outcome?: 'fresh' | 'refused' | 'stale';
}

/** Whether nothing went wrong and nothing changed while a run went on. */
export type Weather = 'clean' | 'rough';

/** In how many complete lists in a row a repository must be missing: content/docs/crawling.md. */
const timesUntilGone = 2;

/** Whether a commit holds more than the crawl of the simulation reads. */
export function isBloated({ docs, entities }: CommitContent): boolean {
  const pages = [...docs.keys()].filter((path) => path.startsWith('docs/')).length;
  return pages + (entities.size > 0 ? 1 : 0) > filesPerRepository;
}

/**
 * Says from what is true of an organisation what a run may make of one repository: by the promise that nothing is lost and by
 * the rules of content/docs/crawling.md, and by nothing of the crawl's own code.
 */
export function expectRepository(
  organisation: SimulatedOrganisation,
  id: number,
  known: ReadonlyMap<number, KnownToModel>,
  weather: Weather,
): Expectation {
  const before = known.get(id);
  const moments = organisation.momentsOf(id);
  const heads = headsOf(moments);
  const contentOf = (commit: string) => organisation.commits.get(commit);
  const isRefusable = (commit: string) => {
    const content = contentOf(commit);
    return before?.whole === true && before.commit !== commit && content !== undefined && isBloated(content);
  };
  const fresh = new Set(heads.filter((commit) => !isRefusable(commit)));
  const commits = new Set([...(before ? [before.commit] : []), ...fresh]);
  if (weather === 'clean') return expectExactly(organisation, id, known, { commits, fresh });
  const gone = canBeGone(organisation, id, known);
  return { commits, fresh, mayBeHidden: before === undefined || gone.may, mayBeShown: true };
}

function expectExactly(
  organisation: SimulatedOrganisation,
  id: number,
  known: ReadonlyMap<number, KnownToModel>,
  { commits, fresh }: Pick<Expectation, 'commits' | 'fresh'>,
): Expectation {
  const before = known.get(id);
  const [head] = headsOf(organisation.momentsOf(id));
  if (head !== undefined) {
    const only = fresh.has(head) ? new Set([head]) : commits;
    return {
      commits: only,
      fresh,
      mayBeHidden: false,
      mayBeShown: true,
      outcome: fresh.has(head) ? 'fresh' : 'refused',
    };
  }
  const { may, must } = canBeGone(organisation, id, known);
  const mayBeShown = before !== undefined && !must;
  return {
    commits,
    fresh,
    mayBeHidden: before === undefined || may,
    mayBeShown,
    ...(mayBeShown && { outcome: 'stale' }),
  };
}

/** Whether it may follow, and whether it must follow, from this run that a repository is gone. */
function canBeGone(
  organisation: SimulatedOrganisation,
  id: number,
  known: ReadonlyMap<number, KnownToModel>,
): { readonly may: boolean; readonly must: boolean } {
  const before = known.get(id);
  const moments = organisation.momentsOf(id);
  if (!before) return { may: true, must: true };
  const [least, most] = before.missing;
  const unwanted = moments.some(({ standing }) => standing === 'unwanted');
  const missing = moments.some(({ standing }) => standing === 'gone' || standing === 'empty');
  const replaced = moments.some(({ standing }) => standing === 'gone') && isReplaced(organisation, before, known);
  const last = moments.at(-1);
  // Another source's filter says nothing of what this source had.
  const leftOut =
    last?.standing === 'unwanted' && [...before.names].every((name) => ownerOf(name) === ownerOf(last.name));
  return {
    may: unwanted || replaced || (missing && most + 1 >= timesUntilGone),
    must: leftOut || (replaced && before.names.size === 1) || least + 1 >= timesUntilGone,
  };
}

// A new repository stands where it stood.
function isReplaced(
  organisation: SimulatedOrganisation,
  before: KnownToModel,
  known: ReadonlyMap<number, KnownToModel>,
): boolean {
  return organisation.repositories.some(({ hosted }) => {
    if (known.has(hosted.id)) return false;
    return organisation
      .momentsOf(hosted.id)
      .some(({ standing, name }) => standing !== 'gone' && standing !== 'unwanted' && before.names.has(name));
  });
}

/** What the model remembers of a repository after a run showed it so. */
export function rememberRepository(
  organisation: SimulatedOrganisation,
  id: number,
  before: KnownToModel | undefined,
  shown: ShownRepository,
  weather: Weather,
): KnownToModel | undefined {
  if (shown.commit === undefined) return undefined;
  const moments = organisation.momentsOf(id);
  const listed = moments.filter(({ standing }) => standing !== 'gone' && standing !== 'unwanted');
  const content = organisation.commits.get(shown.commit);
  const whole = content !== undefined && !isBloated(content);
  const { commit, freshAt } = shown;
  if (weather === 'clean' || shown.outcome === 'fresh') {
    const isThere = headsOf(moments).length > 0;
    const [least, most] = before?.missing ?? [0, 0];
    const isSure = weather === 'clean' && listed.length > 0;
    const names = isSure ? new Set(listed.map(({ name }) => name)) : namesOf(before, listed);
    return { commit, whole, freshAt, names, missing: isThere ? [0, 0] : [least + 1, most + 1] };
  }
  const [least, most] = before?.missing ?? [0, 0];
  const away = moments.some(({ standing }) => standing === 'gone' || standing === 'empty');
  const there = headsOf(moments).length > 0;
  return {
    commit,
    whole,
    freshAt,
    names: namesOf(before, listed),
    missing: [there ? 0 : least, away ? most + 1 : most],
  };
}

function namesOf(before: KnownToModel | undefined, listed: readonly Moment[]): ReadonlySet<string> {
  return new Set([...(before?.names ?? []), ...listed.map(({ name }) => name)]);
}

function headsOf(moments: readonly Moment[]): readonly string[] {
  return moments.flatMap(({ standing }) => (typeof standing === 'object' ? [standing.commit] : []));
}

/** The account that a name begins with, by which a source is known. */
export function ownerOf(name: string): string | undefined {
  return name.split('/')[0];
}
