import type { Portal } from '../assemble-portal.ts';
import { confirmCommand } from '../status/confirm.ts';
import type { CrawlStatus, RepositoryStatus, SourceStatus } from '../status/crawl-status.ts';
import { countOutcomes, entitiesByRepository, isStale } from '../status/status-counts.ts';
import { statusJsonPath } from '../status/status-paths.ts';
import type { MachineFile } from './machine-file.ts';

/** `status.json`: how far what the portal shows is what there is, when that was so, and why it is not where it is not. */
export function* statusFile(portal: Portal): Generator<MachineFile> {
  if (portal.crawl)
    yield { path: statusJsonPath, text: `${JSON.stringify(describe(portal, portal.crawl), undefined, 1)}\n` };
}

function describe(portal: Portal, crawl: CrawlStatus) {
  const { entities } = portal.catalog;
  const byRepository = entitiesByRepository(portal);
  const refsOf = (slug: string) => (byRepository.get(slug) ?? []).map(({ ref }) => ref);
  return {
    formatVersion: 1,
    callboardVersion: portal.callboardVersion,
    crawledAt: crawl.crawledAt,
    complete: crawl.sources.every((source) => source.complete),
    ...(crawl.incompleteFirst !== undefined && { incompleteFirst: crawl.incompleteFirst }),
    counts: {
      repositories: countOutcomes(crawl.repositories),
      entities: entities.length,
      staleEntities: entities.filter((item) => isStale(portal, item)).length,
      problems: portal.problems.counts,
    },
    sources: crawl.sources.map((source) => describeSource(source, crawl)),
    repositories: crawl.repositories
      .filter(({ outcome }) => outcome !== 'fresh')
      .map((repository) => ({ ...describeRepository(repository), entities: refsOf(repository.slug) })),
    earlierVersions: entities.flatMap(({ ref, stale, source }) =>
      stale
        ? [
            {
              ref,
              repository: source.repository,
              commit: stale.commit,
              committedAt: stale.committedAt,
              reason: stale.reason.message,
            },
          ]
        : [],
    ),
    earlierDocs: portal.docsSites.flatMap(({ entityRef, repository, root, lastGood }) =>
      lastGood
        ? [
            {
              ref: entityRef,
              repository,
              root,
              commit: lastGood.commit,
              committedAt: lastGood.at,
              reason: lastGood.reason,
            },
          ]
        : [],
    ),
    ...(crawl.held && { held: { ...crawl.held, confirm: confirmCommand(crawl.held.id) } }),
    removed: crawl.removed,
  };
}

function describeSource({ name, type, listedAt, complete, reason }: SourceStatus, { repositories }: CrawlStatus) {
  return {
    name,
    type,
    listedAt,
    complete,
    ...(reason !== undefined && { reason }),
    repositories: countOutcomes(repositories.filter(({ source }) => source === name)),
  };
}

function describeRepository({ id, slug, source, outcome, freshAt, reason }: RepositoryStatus) {
  return { id, slug, source, outcome, ...(freshAt && { freshAt }), ...(reason && { reason }) };
}
