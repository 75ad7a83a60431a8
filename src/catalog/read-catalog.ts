import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts';
import type { StageResult } from '../diagnostics/stage.ts';
import { prepareBroken, prepareMentions } from './checks/broken-documents.ts';
import { checkCatalog } from './checks/check-catalog.ts';
import { checkReferences } from './checks/check-references.ts';
import { reportUncheckedKinds } from './checks/unchecked-kinds.ts';
import { resolveOwners } from './codeowners/resolve-owners.ts';
import { addHeld, chooseDefinitions, rememberLosers } from './contested-refs.ts';
import type { DefinedElsewhere, Elsewhere } from './elsewhere.ts';
import type { Catalog } from './entity.ts';
import type { LastGood } from './last-good/good-entity.ts';
import { type LinkedDraft, linkRelations } from './link-relations.ts';
import { prepareElsewhere } from './locations/find-elsewhere.ts';
import type { AllowRule } from './model/allow-rules.ts';
import { backstageModel, type CatalogModel } from './model/catalog-model.ts';
import type { EntityDraft } from './read-entity.ts';
import { readRepositories } from './read-repositories.ts';
import { prepareReferences } from './relation-references.ts';
import type { RepositoryFiles } from './repository-files.ts';

/** What the catalog is made of. */
export interface CatalogInput {
  readonly repositories: readonly RepositoryFiles[];
  /** What any repository may define; the last rule that matches decides. */
  readonly allow: readonly AllowRule[];
  /** The kinds that are known; absent: Backstage's. */
  readonly model?: CatalogModel;
  /** Definitions that stand in for what is refused today, from an earlier run; absent: nothing is kept or remembered. */
  readonly lastGood?: LastGood;
  /** Refs that stay although their repository, by id, no longer defines them: until somebody confirms the removal. */
  readonly held?: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the crawl reported: why files that were good before could not be read today. */
  readonly crawlProblems?: readonly Diagnostic[];
  /** Why the crawl did not follow addresses that Locations name; absent: it does not say. */
  readonly notFollowed?: ReadonlyMap<string, string>;
  /** What repositories define that are not among these; absent: nothing. */
  readonly elsewhere?: Elsewhere;
  /** Whether descriptors without an owner have that of their repository's CODEOWNERS file; absent: they have. */
  readonly ownersFromCodeowners?: boolean;
}

/**
 * Reads, validates and links the catalog: Backstage's model, with every problem at its line. Pure, and the same
 * whatever the order of the repositories. Diagnostics come sorted.
 */
export function readCatalog(input: CatalogInput): StageResult<Catalog> {
  const { repositories, allow, model = backstageModel, crawlProblems = [], ownersFromCodeowners = true } = input;
  const sorted = [...repositories].sort((a, b) => compare(a.repository.slug, b.repository.slug));
  const findElsewhere = prepareElsewhere(sorted, input.elsewhere === undefined, input.notFollowed ?? new Map());
  const context = { model, allow, findElsewhere, ownersFromCodeowners, crawlProblems, ...pickMemory(input) };
  const { defined, stale, held, refused, refusedTexts, broken, lastGood, gone, ...read } = readRepositories(
    sorted,
    context,
  );
  const diagnostics = [...read.diagnostics];
  const chosen = chooseDefinitions(defined, input.lastGood);
  const drafts = new Map(chosen.byRef);
  if (lastGood) rememberLosers(lastGood, chosen.losers);
  diagnostics.push(...chosen.losers.map((draft) => duplicate(draft, placeOf(drafts.get(draft.ref) ?? draft))));
  if (input.elsewhere) diagnostics.push(...duplicatesElsewhere(drafts, input.elsewhere));
  for (const draft of stale) if (!drafts.has(draft.ref)) drafts.set(draft.ref, draft);
  const late = addHeld(drafts, held, input.lastGood);
  if (lastGood) rememberLosers(lastGood, late);
  const kept = resolveOwners([...drafts.values()], input.elsewhere ?? new Map());
  const listReferences = prepareReferences();
  const linked: LinkedDraft[] = kept.map((draft) => ({ draft, references: listReferences(draft) }));
  const isWhole = input.elsewhere === undefined;
  const isBroken = prepareBroken(broken);
  const isRefused = (ref: string) => refused.has(ref) || isBroken(ref);
  const byRef = new Map(linked.map((item) => [item.draft.ref, item]));
  const problems = [
    ...reportUncheckedKinds(kept, model),
    ...checkReferences(linked, { byRef, refused, isRefused, isWhole, elsewhere: input.elsewhere ?? new Map() }),
    ...checkCatalog({
      entities: linked,
      byRef,
      isWhole,
      isMentionedInRefused: prepareMentions([
        ...broken,
        ...refusedTexts,
        ...chosen.losers.map((draft) => draft.document.text),
      ]),
    }),
  ];
  diagnostics.push(...problems.filter((problem) => !isOfOldVersion(problem, drafts)));
  const entities = linkRelations(linked);
  return {
    value: {
      entities,
      byRef: new Map(entities.map((entity) => [entity.ref, entity])),
      model,
      refused: { refs: refused, broken },
      ...(lastGood && { lastGood, gone: gone.filter(({ ref }) => !drafts.has(ref)) }),
    },
    diagnostics: sortDiagnostics(diagnostics),
  };
}

function pickMemory({ lastGood, held }: CatalogInput) {
  return { ...(lastGood && { lastGood }), ...(held && { held }) };
}

// Its lines are not those of today's file, and its author has something else to correct first.
function isOfOldVersion({ entityRef, source }: Diagnostic, drafts: ReadonlyMap<string, EntityDraft>): boolean {
  const draft = entityRef === undefined ? undefined : drafts.get(entityRef);
  const isOld = draft?.stale !== undefined || draft?.repository.stale?.held === true;
  return isOld && source?.repository === draft.repository.slug;
}

function duplicatesElsewhere(drafts: ReadonlyMap<string, EntityDraft>, elsewhere: Elsewhere): Diagnostic[] {
  return [...drafts.values()].flatMap((draft) => {
    const other = elsewhere.get(draft.ref);
    return other ? [duplicate(draft, other)] : [];
  });
}

type Place = Omit<DefinedElsewhere, 'kind'>;

function duplicate(draft: EntityDraft, first: Place): Diagnostic {
  const loser = placeOf(draft);
  return diagnose('catalog/duplicate-entity', {
    message: `${draft.ref} is defined at ${format(first)}; the definition at ${format(loser)} does not count.`,
    source: { ...loser, ...draft.document.locate(['metadata', 'name']) },
    entityRef: draft.ref,
  });
}

function placeOf({ repository, path, document }: EntityDraft): Place {
  return { repository: repository.slug, path, line: document.locate(['metadata', 'name']).line };
}

function format({ repository, path, line }: Place): string {
  return `${repository}/${path}:${line}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
