import type { Catalog, CatalogEntity } from '../../catalog/entity.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { PublishedCatalog, PublishedPlace, PublishedRelation } from '../published/published-catalog.ts';

/** What is compared to find removals. */
export interface RemovalInput {
  /** What the repository holds now. */
  readonly catalog: Catalog;
  /** What was found wrong with it: an entity that is refused is not removed. */
  readonly diagnostics: readonly Diagnostic[];
  readonly published: PublishedCatalog;
  /** Slug of the repository in the portal. */
  readonly repository: string;
}

/**
 * Warns of every entity of this repository that is in the portal, is gone now, and that other repositories still refer to,
 * naming them. Where another entity seems to have taken its place, says so and points there. Pure.
 */
export function planRemovals({ catalog, diagnostics, published, repository }: RemovalInput): readonly Diagnostic[] {
  const gone = new Map(
    [...published.refs].filter(
      ([ref, place]) =>
        place.repository === repository && !catalog.byRef.has(ref) && !isRefused(ref, place, diagnostics),
    ),
  );
  const relations = Map.groupBy(
    published.relations.filter(
      ([from, , to]) => gone.has(to) && (published.refs.get(from)?.repository ?? repository) !== repository,
    ),
    ([, , to]) => to,
  );
  return [...relations].map(([ref, uses]) => {
    const place = gone.get(ref) as PublishedPlace;
    const successor = findSuccessor(ref, place, catalog, published);
    const message = `${ref} is no longer defined here, but ${describeUses(uses, published)}.`;
    return diagnose('validate/removed-but-referenced', {
      message: successor ? `${message} It seems to have become ${successor.ref}.` : message,
      ...(successor && {
        hint: `Let those who refer to it change to ${successor.ref}, or keep the old entity until they have.`,
      }),
      source: successor
        ? { repository, path: successor.source.path, line: successor.source.line }
        : { repository, path: place.path },
      entityRef: ref,
    });
  });
}

// The author of a refused entity, or of a file that cannot be read, has something else to correct first.
function isRefused(ref: string, place: PublishedPlace, diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(
    ({ severity, entityRef, source }) =>
      severity === 'error' && (entityRef === ref || (entityRef === undefined && source?.path === place.path)),
  );
}

function findSuccessor(
  ref: string,
  { path }: PublishedPlace,
  catalog: Catalog,
  published: PublishedCatalog,
): CatalogEntity | undefined {
  const candidates = catalog.entities.filter((item) => !published.refs.has(item.ref));
  const [kind, name] = [ref.slice(0, ref.indexOf(':')), ref.slice(ref.indexOf('/') + 1)];
  const sameName = candidates.filter((item) => item.ref.endsWith(`/${name}`));
  if (sameName.length === 1) return sameName[0];
  const sameFile = candidates.filter((item) => item.source.path === path && item.ref.startsWith(`${kind}:`));
  return sameFile.length === 1 ? sameFile[0] : undefined;
}

const mostNamed = 10;

function describeUses(uses: readonly PublishedRelation[], published: PublishedCatalog): string {
  const byEntity = Map.groupBy(uses, ([from]) => from);
  const named = [...byEntity].slice(0, mostNamed).map(([from, rows]) => {
    const repository = published.refs.get(from)?.repository;
    return `${from} (${repository}, ${[...new Set(rows.map(([, type]) => type))].join(', ')})`;
  });
  const rest = byEntity.size - named.length;
  const list = rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', ');
  return byEntity.size === 1 ? `${list} still refers to it` : `${byEntity.size} entities still refer to it: ${list}`;
}
