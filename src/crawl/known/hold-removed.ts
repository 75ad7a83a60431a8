import type { RemovedRepository } from '../snapshot.ts';
import type { CrawlMemory } from './known-repository.ts';

/**
 * What to remember when these are to stay although they are proved to be gone: the next full run proposes their removal
 * again. Pure.
 */
export function holdRemoved(next: CrawlMemory, held: readonly RemovedRepository[]): CrawlMemory {
  const known = new Map(next.known);
  for (const { known: repository } of held) known.set(repository.repository.id, repository);
  return { ...next, known };
}
