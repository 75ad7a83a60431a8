import type { Catalog } from '../../catalog/entity.ts';
import type { RepositoryFiles } from '../../catalog/repository-files.ts';
import type { DocsBlobs } from '../docs-blobs.ts';
import type { DocsSite } from '../docs-site.ts';
import { type GoodDocs, goodDocsId } from '../good-docs.ts';
import { isPage } from '../layout/docs-source.ts';
import type { DocsPlan } from '../plan/plan-docs-sites.ts';
import { showLastGood } from './last-good-site.ts';

/** A site that stays although nothing of it was found today. */
export interface KeptDocs {
  readonly site: DocsSite;
  readonly good: GoodDocs;
  /** Entities that it is the docs of. */
  readonly entities: readonly string[];
}

/** What says whether a site is gone. */
export interface UnplannedInput {
  readonly planned: DocsPlan;
  readonly lastGood: ReadonlyMap<string, GoodDocs>;
  readonly catalog: Catalog;
  readonly repositories: readonly RepositoryFiles[];
  /** Entities that have docs already. */
  readonly docsByEntity: ReadonlyMap<string, string>;
}

/**
 * Keeps the sites of earlier builds that have no files today and are not proved to be gone: their entity is there, and its
 * repository, or a page below the site's folder, could not be read. What is absent from a tree that was read is gone.
 */
export async function keepUnplanned(
  { planned, lastGood, catalog, repositories, docsByEntity }: UnplannedInput,
  files: { readonly blobs: DocsBlobs; readonly stateFolder: string },
): Promise<readonly KeptDocs[]> {
  const plannedIds = new Set(
    planned.plans.map(({ repository, layout }) => goodDocsId(repository.repository.id, layout.root)),
  );
  const byId = new Map(repositories.map((item) => [item.repository.id, item]));
  const taken = new Set(docsByEntity.keys());
  const kept: KeptDocs[] = [];
  for (const good of [...lastGood.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const repository = byId.get(good.repositoryId);
    const reason = repository && !plannedIds.has(good.id) ? whyNotProved(repository, good.root) : undefined;
    if (!repository || reason === undefined) continue;
    const { slug, commit } = repository.repository;
    const entities = good.entities.filter((ref) => catalog.byRef.has(ref) && !taken.has(ref));
    const ofRepository = (ref: string) => catalog.byRef.get(ref)?.source.repository === slug;
    const entityRef = [good.entityRef, ...entities].find((ref) => entities.includes(ref) && ofRepository(ref));
    if (entityRef === undefined) continue;
    const mark = good.commit === commit ? undefined : { commit: good.commit, at: good.at, reason };
    const site = await showLastGood(good, { entityRef, repository: slug, root: good.root }, mark, files);
    if (!site) continue;
    for (const ref of entities) taken.add(ref);
    kept.push({ site, good, entities });
  }
  return kept;
}

function whyNotProved({ repository, unread }: RepositoryFiles, root: string): string | undefined {
  if (repository.stale) return repository.stale.reason;
  const inside = root === '' ? '' : `${root}/`;
  const page = [...(unread ?? [])].find((path) => path.startsWith(inside) && isPage(path));
  return page === undefined ? undefined : `${page} could not be read.`;
}
