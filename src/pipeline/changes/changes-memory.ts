import type { Catalog } from '../../catalog/entity.ts';
import type { RepositoryFiles } from '../../catalog/repository-files.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { StageResult } from '../../diagnostics/stage.ts';
import type { EntityChange } from '../../portal/changes/entity-change.ts';
import { openStateStore } from '../../state/state-store.ts';
import type { DocsSite } from '../../techdocs/docs-site.ts';
import { entityFacts } from './entity-facts.ts';
import { findChanges, type KnownEntity, listChanges } from './find-changes.ts';

/** What builds remember of how entities changed. */
export interface ChangesMemory {
  /** What to remember after this build, and every change that is known, newest first. */
  readonly compare: (build: ComparedBuild) => {
    readonly changes: readonly EntityChange[];
    /** Remembers it. Never rejects: what could not be kept is a diagnostic. */
    readonly keep: () => Promise<readonly Diagnostic[]>;
  };
}

/** What a build made, as far as it is compared with the one before. */
export interface ComparedBuild {
  readonly catalog: Catalog;
  readonly repositories: readonly RepositoryFiles[];
  readonly docsSites: readonly DocsSite[];
  /** When the crawl began, ISO 8601 in UTC. */
  readonly crawledAt: string;
}

/** Opens `<stateFolder>/state/changes`. */
export async function openChanges(stateFolder: string): Promise<StageResult<ChangesMemory>> {
  const { value, diagnostics } = await openStateStore<KnownEntity>(
    { name: 'changes', content: 'What changed in this build', version: 1, digits: 2, idOf: ({ ref }) => ref },
    stateFolder,
  );
  const compare: ChangesMemory['compare'] = (build) => {
    const known = findChanges(value.items, entitiesOf(build), build.crawledAt, diagnostics.length === 0);
    return { changes: listChanges(known), keep: () => value.keep(known) };
  };
  return { value: { compare }, diagnostics };
}

function entitiesOf({ catalog, repositories, docsSites }: ComparedBuild) {
  const bySlug = new Map(repositories.map((item) => [item.repository.slug, item]));
  const docs = new Map(docsSites.map((site) => [site.entityRef, contentOf(site, bySlug.get(site.repository))]));
  return catalog.entities.map((item) => {
    const { ref, entity, source, stale } = item;
    return {
      ref,
      title: entity.metadata.title ?? entity.metadata.name,
      repository: source.repository,
      commit: stale?.commit ?? bySlug.get(source.repository)?.repository.commit ?? '',
      facts: entityFacts(item, docs.get(ref)),
    };
  });
}

// Of its sources: what is made of them differs from one version of Callboard to the next.
function contentOf({ pages }: DocsSite, repository: RepositoryFiles | undefined): string {
  const sources = [...new Set(pages.map(({ sourcePath }) => sourcePath))].sort();
  return sources.map((path) => `${path} ${repository?.files.get(path)?.oid ?? ''}`).join('\n');
}
