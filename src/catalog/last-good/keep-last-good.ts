import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { AllowRule } from '../model/allow-rules.ts';
import type { CatalogModel } from '../model/catalog-model.ts';
import type { EntityDraft } from '../read-entity.ts';
import type { RepositoryEntities } from '../read-repository.ts';
import type { RepositoryFiles } from '../repository-files.ts';
import { findRefused, type RefusedEntity } from './find-refused.ts';
import type { GoneDefinition, GoodRepository, LastGood } from './good-entity.ts';
import { rememberGood } from './remember-good.ts';
import { reviveEntity } from './revive-entity.ts';
import { rememberHeld, reviveGone } from './revive-gone.ts';

/** What the last good versions are kept with. */
export interface KeepingContext {
  readonly lastGood: LastGood;
  /** What the crawl reported. */
  readonly crawlProblems: readonly Diagnostic[];
  readonly model: CatalogModel;
  /** What any repository may define. */
  readonly allow: readonly AllowRule[];
  /** Descriptors without an owner have that of CODEOWNERS. */
  readonly ownersFromCodeowners: boolean;
  /** Refs that stay although their repository, by id, no longer defines them; absent: none. */
  readonly held?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One repository with its last good versions. */
export interface KeptEntities {
  /** Older versions of what was refused today; they count where no other definition does. */
  readonly stale: readonly EntityDraft[];
  /** Today's definitions, without those that an older version is better than. */
  readonly drafts: readonly EntityDraft[];
  /** Today's diagnostics, naming the entity where it is now known. */
  readonly diagnostics: readonly Diagnostic[];
  readonly remembered: GoodRepository;
  /** What the repository no longer defines, and what is not held. */
  readonly gone: readonly GoneDefinition[];
}

/**
 * Brings back what was good of one repository before and is refused today, marked as stale with the reason, and what is gone
 * and held. Pure.
 */
export function keepLastGood(files: RepositoryFiles, read: RepositoryEntities, context: KeepingContext): KeptEntities {
  const { repository } = files;
  const { drafts, reading } = read;
  const { lastGood, crawlProblems, model, ownersFromCodeowners, held = noneHeld } = context;
  const before = lastGood.get(repository.id)?.entities ?? [];
  const refused = findRefused({ before, files, drafts, reading, crawlProblems });
  const named = nameEntities(refused);
  const rules = [...context.allow, ...(repository.allowedKinds ?? [])];
  const revival = { repository, model, rules, ownersFromCodeowners };
  const stale = refused.flatMap(({ good, reason }) => reviveEntity(good, named.get(reason) ?? reason, revival) ?? []);
  const revived = new Set(stale.map((draft) => draft.ref));
  const good = refused.map((item) => item.good);
  const gone = reviveGone(before, new Set([...drafts, ...good].map(({ ref }) => ref)), revival);
  const isHeld = (ref: string) => held.get(repository.id)?.has(ref) === true;
  const kept = gone.filter(({ draft }) => isHeld(draft.ref));
  const goods = [...good, ...kept.map((item) => item.good)];
  return {
    stale: [...stale, ...kept.map(({ draft }) => draft)],
    drafts: drafts.filter((draft) => !revived.has(draft.ref)),
    diagnostics: read.diagnostics.map((diagnostic) => named.get(diagnostic) ?? diagnostic),
    remembered: rememberHeld(rememberGood(repository, drafts, reading, goods), before, repository),
    gone: gone.flatMap(({ draft }) => (isHeld(draft.ref) ? [] : [{ ref: draft.ref, repositoryId: repository.id }])),
  };
}

const noneHeld: NonNullable<KeepingContext['held']> = new Map();

/** Diagnostics that speak of one entity without knowing it, with its name. */
function nameEntities(refused: readonly RefusedEntity[]): ReadonlyMap<Diagnostic, Diagnostic> {
  const named = new Map<Diagnostic, Diagnostic>();
  for (const { good, reason, isNamed } of refused) {
    const isShared = refused.some((other) => other.reason === reason && other.good !== good);
    if (isNamed && !isShared && !reason.entityRef) named.set(reason, { ...reason, entityRef: good.ref });
  }
  return named;
}
