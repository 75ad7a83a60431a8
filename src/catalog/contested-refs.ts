import type { GoodRepository, LastGood } from './last-good/good-entity.ts';
import type { EntityDraft } from './read-entity.ts';

/** What counts where several definitions claim one reference. */
export interface ChosenDefinitions {
  /** The definition that counts, by ref. */
  readonly byRef: ReadonlyMap<string, EntityDraft>;
  /** Those that do not, in the order of their repositories. */
  readonly losers: readonly EntityDraft[];
}

/**
 * Chooses among definitions of the same reference: the one of the repository that had it in the run before, so that nobody
 * takes over what another repository defines; else the first by repository, path and line, the order of `drafts`.
 */
export function chooseDefinitions(drafts: readonly EntityDraft[], before: LastGood = new Map()): ChosenDefinitions {
  const claims = new Map<string, EntityDraft[]>();
  for (const draft of drafts) {
    const others = claims.get(draft.ref);
    if (others) others.push(draft);
    else claims.set(draft.ref, [draft]);
  }
  const byRef = new Map<string, EntityDraft>();
  const losers: EntityDraft[] = [];
  for (const [ref, claimants] of claims) {
    const winner = claimants.length > 1 ? claimants.find((draft) => hadIt(draft, before)) : undefined;
    const chosen = winner ?? (claimants[0] as EntityDraft);
    byRef.set(ref, chosen);
    if (claimants.length > 1) losers.push(...claimants.filter((draft) => draft !== chosen));
  }
  return { byRef, losers };
}

/**
 * Adds to the definitions that count those of repositories whose removal is held, where nothing else defines them. Returns
 * those of them that do not count either.
 */
export function addHeld(
  counting: Map<string, EntityDraft>,
  held: readonly EntityDraft[],
  before: LastGood = new Map(),
): readonly EntityDraft[] {
  const { byRef, losers } = chooseDefinitions(held, before);
  const late = [...byRef.values()].filter(({ ref }) => counting.has(ref));
  for (const draft of byRef.values()) if (!counting.has(draft.ref)) counting.set(draft.ref, draft);
  return [...late, ...losers];
}

/** Remembers of the losers that another repository has their references. */
export function rememberLosers(lastGood: Map<string, GoodRepository>, losers: readonly EntityDraft[]): void {
  const lost = new Map<string, Set<string>>();
  for (const { ref, repository } of losers) lost.set(repository.id, (lost.get(repository.id) ?? new Set()).add(ref));
  for (const [id, refs] of lost) {
    const remembered = lastGood.get(id);
    if (!remembered) continue;
    const entities = remembered.entities.map((good) => (refs.has(good.ref) ? { ...good, lost: true as const } : good));
    lastGood.set(id, { ...remembered, entities });
  }
}

function hadIt({ ref, repository }: EntityDraft, before: LastGood): boolean {
  const good = before.get(repository.id)?.entities.find((entity) => entity.ref === ref);
  return good !== undefined && !good.lost;
}
