import type { EntityChange, FieldChange } from '../../portal/changes/entity-change.ts';
import type { EntityFacts } from './entity-facts.ts';

/** What is kept of an entity from build to build. */
export interface KnownEntity {
  readonly ref: string;
  readonly title: string;
  readonly repository: string;
  readonly facts: EntityFacts;
  /** The catalog does not have it any more. */
  readonly gone?: true;
  /** Newest first; no more than {@link mostChanges}. */
  readonly changes: readonly Omit<EntityChange, 'ref'>[];
}

/** An entity as it is now. */
export interface EntityNow extends Pick<KnownEntity, 'ref' | 'title' | 'repository' | 'facts'> {
  readonly commit: string;
}

/** Changes of one entity that are remembered. */
export const mostChanges = 20;
const daysKept = 400;

/**
 * What to know of every entity after a build that began at `at`, an ISO 8601 time in UTC: what is new, different or gone since the build
 * before is a change. Where nothing was known, nothing is: the first build is where history begins. `isWhole`: nothing of what was kept is lost;
 * otherwise what is not known need not be new. Pure.
 */
export function findChanges(
  before: ReadonlyMap<string, KnownEntity>,
  now: readonly EntityNow[],
  at: string,
  isWhole = true,
): readonly KnownEntity[] {
  const canBeNew = isWhole && before.size > 0;
  const present = new Set(now.map(({ ref }) => ref));
  const known = now.map((item): KnownEntity => {
    const { commit, ...entity } = item;
    const earlier = before.get(item.ref);
    const changes = earlier?.changes ?? [];
    const change = earlier || canBeNew ? changeOf(earlier, item) : undefined;
    if (!change) return { ...entity, changes };
    return { ...entity, changes: [{ ...change, at, commit }, ...changes].slice(0, mostChanges) };
  });
  const oldest = new Date(Date.parse(at) - daysKept * 86_400_000).toISOString();
  const gone = [...before.values()]
    .filter(({ ref }) => !present.has(ref))
    .map((entity): KnownEntity => {
      if (entity.gone) return entity;
      const { title, repository } = entity;
      const removal = { title, repository, what: 'removed', at, fields: [] } as const;
      return { ...entity, facts: {}, gone: true, changes: [removal, ...entity.changes].slice(0, mostChanges) };
    })
    .filter(({ changes }) => (changes[0]?.at ?? '') >= oldest);
  return [...known, ...gone];
}

function changeOf(
  earlier: KnownEntity | undefined,
  { title, repository, facts }: EntityNow,
): Pick<EntityChange, 'title' | 'repository' | 'what' | 'fields'> | undefined {
  if (!earlier || earlier.gone) return { title, repository, what: 'added', fields: [] };
  const fields = differences(earlier.facts, facts);
  return fields.length === 0 ? undefined : { title, repository, what: 'changed', fields };
}

function differences(before: EntityFacts, now: EntityFacts): readonly FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return names.flatMap((field): FieldChange[] => {
    const [was, is] = [before[field], now[field]];
    if (was === is) return [];
    const isTold = [was, is].every((fact) => fact === undefined || fact.startsWith('='));
    if (!isTold) return [{ field }];
    return [{ field, ...(was !== undefined && { from: was.slice(1) }), ...(is !== undefined && { to: is.slice(1) }) }];
  });
}

/** Every change that is remembered: newest first, then by ref. */
export function listChanges(known: Iterable<KnownEntity>): readonly EntityChange[] {
  return [...known]
    .flatMap(({ ref, changes }) => changes.map((change): EntityChange => ({ ref, ...change })))
    .sort((a, b) => (a.at === b.at ? (a.ref < b.ref ? -1 : 1) : a.at < b.at ? 1 : -1));
}
