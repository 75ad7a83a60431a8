import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { EntityDraft } from '../read-entity.ts';
import type { RepositoryInfo } from '../repository-files.ts';
import type { GoodEntity, GoodRepository } from './good-entity.ts';
import { type RevivalContext, reviveEntity } from './revive-entity.ts';

/** An entity that its repository no longer defines, as it would be shown if its removal were held. */
export interface RevivableEntity {
  readonly good: GoodEntity;
  readonly draft: EntityDraft;
}

/**
 * What was good before and is not in `known`, the refs that the repository still speaks of. Without what today's rules would
 * not let in, which is the portal owner's word, and what another repository's definition stood for. Pure.
 */
export function reviveGone(
  before: readonly GoodEntity[],
  known: ReadonlySet<string>,
  context: RevivalContext,
): readonly RevivableEntity[] {
  const { slug } = context.repository;
  return before.flatMap((good) => {
    if (good.lost || known.has(good.ref)) return [];
    const reason = diagnose('crawl/removals-held', {
      message: `It is no longer defined in ${slug}; its removal awaits confirmation.`,
      source: { repository: slug, path: good.path },
      entityRef: good.ref,
    });
    const draft = reviveEntity(good, reason, context);
    return draft?.stale ? [{ good, draft: { ...draft, stale: { ...draft.stale, held: true as const } } }] : [];
  });
}

/** Keeps the marks of removals that are held, where a repository is shown as it was: it says nothing new of them. */
export function rememberHeld(
  remembered: GoodRepository,
  before: readonly GoodEntity[],
  repository: RepositoryInfo,
): GoodRepository {
  const held = new Map(before.flatMap((good) => (good.held ? [[good.ref, good.held] as const] : [])));
  if (!repository.stale || held.size === 0) return remembered;
  const mark = (good: GoodEntity) => {
    const ids = held.get(good.ref);
    return ids ? { ...good, held: ids } : good;
  };
  return { ...remembered, entities: remembered.entities.map(mark) };
}
