import { applySeverities } from '../diagnostics/apply-severities.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { CheckedEntity } from '../diagnostics/report-options.ts';
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts';
import type { PublishedCatalog } from './published/published-catalog.ts';
import { findScope, isInScope, type Scope } from './validate/find-scope.ts';
import { type Identity, identify, slugOf } from './validate/identify.ts';
import { judgeAlone } from './validate/judge-alone.ts';
import { planRemovals } from './validate/plan-removals.ts';
import { describeRepository, type ReadAlone, readAlone, readSurroundings } from './validate/read-alone.ts';
import { findReadingRules, type ReadingRules } from './validate/reading-rules.ts';

/** What is to be validated, and what it is compared with. */
export interface ValidateOptions {
  /** Files and folders of one repository. */
  readonly paths: readonly string[];
  /** Absolute path that relative paths start from. */
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `callboard.yaml`; absent: the one at the repository's root, if any. */
  readonly config?: string;
  /** Globs of catalog files; absent: the configuration's, or the default ones. */
  readonly catalogPaths?: readonly string[];
  /** URL or folder of a published portal. */
  readonly against?: string;
  /** Name of this repository in that portal. */
  readonly repository?: string;
  readonly signal?: AbortSignal;
}

/** What a validation found. */
export interface ValidateResult {
  /** The name under which the diagnostics name this repository. */
  readonly repository: string;
  /** Sorted; of what was named, and of what the change takes from others. */
  readonly diagnostics: readonly Diagnostic[];
  /** Entities of what was named. */
  readonly entities: readonly CheckedEntity[];
  /** What could not be checked and why, a sentence each. */
  readonly remarks: readonly string[];
}

/**
 * Checks the catalog files of one repository as they lie on disk, by the rules of a build; with `against`, also how they
 * and the rest of a published catalog hold together. Throws a CallboardError when that cannot be done.
 */
export async function validate(options: ValidateOptions): Promise<ValidateResult> {
  const { environment, workingFolder } = options;
  const signal = options.signal ?? new AbortController().signal;
  const scope = await findScope(options.paths, workingFolder, signal);
  const around = await readSurroundings(scope, options.repository, environment, signal);
  const webUrl = around.ci?.webUrl ?? around.origin?.webUrl;
  const rules = await findReadingRules({ ...options, root: scope.root, slug: slugOf(around), webUrl });
  const published = await readAgainst(options);
  const identity: Identity = published ? identify(around, published) : { type: 'unknown' };
  const repository = describeRepository(around, identity, rules);
  const read = await readAlone(scope, repository, rules, published && { catalog: published, identity });
  const judged = judgeAlone(read.diagnostics, read.catalog, published !== undefined);
  const inScope = judged.diagnostics.filter(({ source }) => !source?.path || isInScope(source.path, scope));
  const entities = read.catalog.entities
    .map(({ ref, source }) => ({ path: source.path, entityRef: ref }))
    .filter(({ path }) => isInScope(path, scope));
  const removals =
    published && identity.type === 'known' ? planRemovals({ ...read, published, repository: repository.slug }) : [];
  const nothing = findNothing(scope, read, rules, repository.slug);
  const diagnostics = applySeverities([...inScope, ...removals, ...nothing], rules.config?.diagnostics ?? {});
  return {
    repository: repository.slug,
    diagnostics: sortDiagnostics(diagnostics),
    entities,
    remarks: published ? remarksOf(identity, published) : remarksAlone(judged.leadingOut),
  };
}

async function readAgainst({ against, environment }: ValidateOptions): Promise<PublishedCatalog | undefined> {
  if (against === undefined) return undefined;
  const { openPortalFiles } = await import('./published/portal-files.ts');
  const { readPublished } = await import('./published/read-published.ts');
  return readPublished(openPortalFiles(against, environment['CALLBOARD_PORTAL_TOKEN']));
}

function findNothing(
  scope: Scope,
  { files, catalog, diagnostics }: ReadAlone,
  { catalogPaths }: ReadingRules,
  repository: string,
): readonly Diagnostic[] {
  const paths = [
    ...files.catalogPaths,
    ...catalog.entities.map(({ source }) => source.path),
    ...diagnostics.flatMap(({ source }) => source?.path ?? []),
  ];
  if (paths.some((path) => isInScope(path, scope))) return [];
  const where = scope.folders.includes('') ? 'the repository' : scope.folders.join(', ');
  const message = `No catalog file was found in ${where}; looked for ${catalogPaths.join(', ')}.`;
  return [diagnose('validate/nothing-found', { message, source: { repository } })];
}

function remarksAlone(leadingOut: number): readonly string[] {
  if (leadingOut === 0) return [];
  const count = leadingOut === 1 ? 'One reference leads' : `${leadingOut} references lead`;
  return [`${count} out of this repository; check such references with --against <portal>.`];
}

function remarksOf(identity: Identity, { address }: PublishedCatalog): readonly string[] {
  if (identity.type === 'known') return [];
  if (identity.type === 'new')
    return [`${address} has no repository ${identity.slug} yet: everything here is new to it.`];
  return [
    `It cannot be told which repository of ${address} this is, so removed and doubly defined entities are not looked for; name it with --repository <owner/name>.`,
  ];
}
