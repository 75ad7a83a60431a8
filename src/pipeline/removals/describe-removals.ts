import type { RepositoryOutcome, Snapshot } from '../../crawl/snapshot.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { confirmCommand } from '../../portal/status/confirm.ts';
import type { HeldRemovals, Removal } from '../../portal/status/crawl-status.ts';
import type { RemovalDecision } from './decide-removals.ts';
import type { GoneEntity } from './gone-entity.ts';

/** Entities that a message names, and repositories that have a message of their own. */
const limits = { listed: 20, repositories: 50 } as const;

/** What a decision is told as: to the portal, and as diagnostics. */
export interface DescribedRemovals {
  readonly held?: HeldRemovals;
  /** Sorted by repository. */
  readonly removed: readonly Removal[];
  /** Slugs of repositories whose end needs no other word: they are held, or what went with them is told. */
  readonly spokenFor: ReadonlySet<string | undefined>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Says what was removed, what is held and how to confirm it, and which confirmations were for nothing. Pure. */
export function describeRemovals(decision: RemovalDecision, snapshot: Snapshot): DescribedRemovals {
  const slugs = new Map(
    [...snapshot.repositories, ...snapshot.removed].map(({ repository }) => [repository.id, repository.slug]),
  );
  const slugOf = ({ repositoryId }: GoneEntity) => slugs.get(repositoryId) ?? repositoryId;
  const held = describeHeld(decision, slugOf);
  const outcomes = new Map(snapshot.outcomes.map((outcome) => [outcome.id, outcome]));
  const groups = [...Map.groupBy(decision.removed, ({ repositoryId }) => repositoryId)].map(([id, gone]) => {
    const removal = { ...describeReason(outcomes.get(id)), entities: gone.map(({ ref }) => ref).sort() };
    return { repository: slugs.get(id) ?? id, ...removal };
  });
  const removed = groups.sort((a, b) => (a.repository < b.repository ? -1 : 1));
  return {
    ...(held && { held }),
    removed: removed.map(({ repository, reason, entities }) => ({ repository, reason, entities })),
    spokenFor: new Set([...decision.held, ...decision.removed].map(slugOf)),
    diagnostics: [
      ...(held ? [diagnoseHeld(held)] : []),
      ...removed.slice(0, limits.repositories).map(diagnoseRemoved),
      ...diagnoseRest(removed.slice(limits.repositories)),
      ...decision.outdated.map((id) =>
        diagnose('crawl/confirmation-outdated', {
          message: `No removal with the id ${JSON.stringify(id)} awaits confirmation.`,
        }),
      ),
    ],
  };
}

function describeHeld(
  { held, id, reason }: RemovalDecision,
  slugOf: (gone: GoneEntity) => string,
): HeldRemovals | undefined {
  if (id === undefined || reason === undefined) return undefined;
  const entities = held.map((gone) => ({ ref: gone.ref, repository: slugOf(gone) }));
  return { id, reason, entities: entities.sort((a, b) => (a.ref < b.ref ? -1 : 1)) };
}

function describeReason(outcome: RepositoryOutcome | undefined) {
  return outcome?.outcome === 'removed'
    ? { isWhole: true, reason: outcome.reason ?? 'The repository is gone.' }
    : { isWhole: false, reason: 'The repository no longer defines them.' };
}

function diagnoseHeld({ id, reason, entities }: HeldRemovals): Diagnostic {
  const named = entities.map(({ ref, repository }) => `${ref} of ${repository}`);
  return diagnose('crawl/removals-held', {
    message: `${reason} They stay until that is confirmed: ${listed(named)}.`,
    hint: `If they are meant to go, run ${confirmCommand(id)}, or commit "confirmRemovals: ${id}" below "crawl" in callboard.yaml. Otherwise bring back what leads to them.`,
  });
}

function diagnoseRemoved({
  repository,
  entities,
  reason,
  isWhole,
}: Removal & { readonly isWhole: boolean }): Diagnostic {
  const count = `${entities.length.toLocaleString('en')} ${entities.length === 1 ? 'entity' : 'entities'}`;
  return diagnose('crawl/removed', {
    message: `Removed: ${count} of ${repository}: ${listed(entities)}. ${reason}`,
    // Of a repository that is gone there is nothing to show beside it.
    ...(!isWhole && { source: { repository } }),
  });
}

function diagnoseRest(rest: readonly Removal[]): readonly Diagnostic[] {
  if (rest.length === 0) return [];
  const entities = rest.reduce((sum, removal) => sum + removal.entities.length, 0);
  const message = `Removed: ${entities.toLocaleString('en')} entities of ${rest.length.toLocaleString('en')} further repositories.`;
  return [diagnose('crawl/removed', { message })];
}

function listed(names: readonly string[]): string {
  const rest = names.length - limits.listed;
  return names.slice(0, limits.listed).join(', ') + (rest > 0 ? `, and ${rest.toLocaleString('en')} more` : '');
}
