import type { EntityDraft } from '../read-entity.ts';
import type { RepositoryInfo } from '../repository-files.ts';
import type { GoodEntity, GoodRepository } from './good-entity.ts';
import { badDocumentId, type RepositoryReading } from './repository-reading.ts';

/** What is to be remembered of a repository: its entities of today, and those that were refused as they last were. */
export function rememberGood(
  repository: RepositoryInfo,
  drafts: readonly EntityDraft[],
  reading: RepositoryReading,
  refused: readonly GoodEntity[],
): GoodRepository {
  const byRef = new Map(refused.map((good) => [good.ref, good]));
  const bad = new Map<string, string[]>();
  for (const document of reading.badDocuments) {
    const beside = bad.get(document.path) ?? [];
    bad.set(document.path, [...beside, badDocumentId(document)]);
  }
  for (const draft of drafts) {
    if (byRef.has(draft.ref)) continue;
    const { ref, path, document, embedded, incomplete, inferredOwner } = draft;
    const descriptor = reading.reached.get(path);
    const from = descriptor?.from;
    const beside = bad.get(path);
    byRef.set(ref, {
      ref,
      path,
      origin: descriptor?.origin ?? path,
      ...(from !== undefined && { from }),
      line: document.line,
      text: document.text,
      ...(embedded && { embedded: Object.fromEntries([...embedded].sort(([a], [b]) => (a < b ? -1 : 1))) }),
      ...(beside && { beside }),
      ...(incomplete && { incomplete: true as const }),
      ...(inferredOwner && { inferredOwner }),
      commit: repository.commit,
      committedAt: repository.committedAt,
    });
  }
  return { id: repository.id, entities: [...byRef.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1)) };
}
