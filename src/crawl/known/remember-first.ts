import type { RepositoryFiles } from '../../catalog/repository-files.ts';
import type { RepositoryOutcome } from '../snapshot.ts';
import type { FoundRepository } from '../sources/source.ts';
import type { CrawlMemory, KnownRepository } from './known-repository.ts';

/** What a run that remembers nothing says of what it found, and leaves to the next. Pure. */
export function rememberFirst(
  found: readonly FoundRepository[],
  read: ReadonlyMap<string, RepositoryFiles>,
  now: string,
): { readonly outcomes: readonly RepositoryOutcome[]; readonly next: CrawlMemory } {
  const known = new Map<string, KnownRepository>();
  const waiting = new Map<string, string>();
  const outcomes = found.map(({ id, slug, source, address, catalogPaths }): RepositoryOutcome => {
    const files = read.get(id);
    if (files) known.set(id, { repository: files.repository, address, catalogPaths, freshAt: now, whole: true });
    else waiting.set(id, now);
    return { id, slug, source, ...(files ? { outcome: 'fresh', freshAt: now } : { outcome: 'absent' }) };
  });
  return { outcomes, next: { known, waiting } };
}
