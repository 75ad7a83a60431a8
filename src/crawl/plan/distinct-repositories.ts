import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { FoundRepository } from '../sources/source.ts';

/** What was found, each repository once. */
export interface DistinctRepositories {
  /** In the order of what was found. */
  readonly repositories: readonly FoundRepository[];
  /** Ids that were left out because a repository of another id has the same address, and the source of that one. */
  readonly replaced: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Leaves out repositories that were found before, by id or address: the first source wins. Pure. */
export function distinctRepositories(found: readonly FoundRepository[]): DistinctRepositories {
  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, FoundRepository>();
  const replaced = new Map<string, string>();
  const repositories: FoundRepository[] = [];
  for (const repository of found) {
    const earlier = first.get(repository.id) ?? first.get(repository.address);
    if (earlier) {
      diagnostics.push(describeRepetition(repository, earlier));
      if (earlier.id !== repository.id) replaced.set(repository.id, earlier.source);
      continue;
    }
    first.set(repository.id, repository);
    first.set(repository.address, repository);
    repositories.push(repository);
  }
  for (const { id } of repositories) replaced.delete(id);
  return { repositories, replaced, diagnostics };
}

function describeRepetition(repository: FoundRepository, earlier: FoundRepository): Diagnostic {
  const second = earlier.source === repository.source ? 'the same source again' : `source "${repository.source}" too`;
  return diagnose('crawl/repository-repeated', {
    message: `${repository.slug} was found by source "${earlier.source}" and by ${second}.`,
    source: { repository: earlier.slug },
  });
}
