import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { GoneDefinition, GoodRepository } from './last-good/good-entity.ts';
import { type KeepingContext, keepLastGood } from './last-good/keep-last-good.ts';
import type { EntityDraft } from './read-entity.ts';
import { readRepository } from './read-repository.ts';
import type { RepositoryFiles } from './repository-files.ts';

/** What reading every repository needs; without `lastGood` nothing is kept or remembered. */
export type ReadingContext = Parameters<typeof readRepository>[1] &
  Omit<KeepingContext, 'lastGood'> &
  Partial<Pick<KeepingContext, 'lastGood'>>;

/** What all repositories define, before anything is linked. */
export interface ReadRepositories {
  /** In the order of the repositories. */
  readonly defined: readonly EntityDraft[];
  /** Older versions; they count where no other definition does. */
  readonly stale: readonly EntityDraft[];
  /** Of repositories whose removal is held; they count where nothing else does. */
  readonly held: readonly EntityDraft[];
  readonly diagnostics: readonly Diagnostic[];
  readonly refused: ReadonlySet<string>;
  readonly refusedTexts: readonly string[];
  /** Texts of documents that do not parse. */
  readonly broken: readonly string[];
  /** What is to be remembered, also of repositories that were not read. */
  readonly lastGood: Map<string, GoodRepository> | undefined;
  /** What repositories no longer define. */
  readonly gone: readonly GoneDefinition[];
}

/** Reads repositories one after the other, each with its last good versions. Pure. */
export function readRepositories(sorted: readonly RepositoryFiles[], context: ReadingContext): ReadRepositories {
  const { lastGood: before } = context;
  const lastGood = before && new Map(before);
  const defined: EntityDraft[] = [];
  const stale: EntityDraft[] = [];
  const held: EntityDraft[] = [];
  const diagnostics: Diagnostic[] = [];
  const refused = new Set<string>();
  const refusedTexts: string[] = [];
  const broken: string[] = [];
  const gone: GoneDefinition[] = [];
  for (const files of sorted) {
    const isHeld = files.repository.stale?.held === true;
    const read = readRepository(files, context);
    const kept = before && keepLastGood(files, read, { ...context, lastGood: before });
    if (kept) {
      stale.push(...kept.stale);
      gone.push(...kept.gone);
      lastGood?.set(kept.remembered.id, kept.remembered);
    }
    for (const draft of (kept ?? read).drafts) (isHeld ? held : defined).push(draft);
    // Of what is gone nobody can correct anything.
    if (!isHeld) diagnostics.push(...(kept ?? read).diagnostics);
    for (const ref of read.refused) refused.add(ref);
    refusedTexts.push(...read.refusedTexts);
    for (const { ref, text } of read.reading.badDocuments) if (ref === undefined && text !== '') broken.push(text);
  }
  return { defined, stale, held, diagnostics, refused, refusedTexts, broken, lastGood, gone };
}
