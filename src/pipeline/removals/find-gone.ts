import type { Catalog } from '../../catalog/entity.ts';
import type { LastGood } from '../../catalog/last-good/good-entity.ts';
import type { Snapshot } from '../../crawl/snapshot.ts';
import type { RemovalQuestion } from './decide-removals.ts';
import type { GoneEntity } from './gone-entity.ts';

/** What is known of a run when it is asked what it would take away. */
export interface RunSoFar {
  /** What the run before showed. */
  readonly lastGood: LastGood;
  readonly snapshot: Snapshot;
  /** As it would be if everything that is gone went. */
  readonly catalog: Catalog;
}

/** Finds what the run before showed and this one proves to be gone: with its repository, or inside one that was read. Pure. */
export function findGone({ lastGood, snapshot, catalog }: RunSoFar): Omit<RemovalQuestion, 'confirmed'> {
  const repositories = [...snapshot.repositories, ...snapshot.removed].map(({ repository }) => repository);
  const shown = repositories.flatMap(({ id, source, stale }) =>
    (lastGood.get(id)?.entities ?? [])
      .filter(({ lost }) => !lost)
      .map(({ ref, held }) => ({ ref, repositoryId: id, source, isOld: stale !== undefined, ...(held && { held }) })),
  );
  const removed = new Set(snapshot.removed.map(({ repository }) => repository.id));
  const undefinedNow = new Set((catalog.gone ?? []).map(({ ref, repositoryId }) => `${repositoryId} ${ref}`));
  const isGone = ({ ref, repositoryId }: GoneEntity) =>
    removed.has(repositoryId) ? !catalog.byRef.has(ref) : undefinedNow.has(`${repositoryId} ${ref}`);
  return {
    before: new Set(shown.map(({ ref }) => ref)).size,
    gone: shown.flatMap(({ isOld: _, ...entity }) => {
      if (!isGone(entity)) return [];
      return [removed.has(entity.repositoryId) ? entity : { ...entity, inside: true as const }];
    }),
    awaiting: shown.flatMap(({ isOld, held = [] }) => (isOld ? held : [])),
    emptied: findEmptied(new Set(shown.map(({ source }) => source)), snapshot, catalog),
  };
}

/** Configured sources that had entities and have none left. */
function findEmptied(had: ReadonlySet<string>, { repositories, listings }: Snapshot, catalog: Catalog): string[] {
  const sourceOf = new Map(repositories.map(({ repository }) => [repository.slug, repository.source]));
  const have = new Set(catalog.entities.map((entity) => sourceOf.get(entity.source.repository)));
  return listings.map(({ source }) => source).filter((source) => had.has(source) && !have.has(source));
}
