import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { reportProblems } from '../validation/entity-problem.ts';
import type { CatalogCheck, CheckedCatalog } from './catalog-check.ts';
import { checkApiProviders } from './check-api-providers.ts';
import { checkContainment } from './check-containment.ts';
import { checkDefinitions } from './check-definitions.ts';
import { checkDeprecated } from './check-deprecated.ts';
import { checkKeySpelling } from './check-key-spelling.ts';
import { checkOwners } from './check-owners.ts';
import { checkTeams } from './check-teams.ts';

/**
 * Every check across entities. To add one: a file beside this one with a `CatalogCheck`, a line here, its codes in
 * `src/diagnostics/codes/catalog-estate.ts`, an example of each in `src/diagnostics/examples/`.
 */
const catalogChecks: readonly CatalogCheck[] = [
  checkOwners, // no-owner, owner-is-user
  checkTeams, // owner-without-members
  checkContainment, // cycle
  checkDeprecated, // depends-on-deprecated
  checkApiProviders, // api-without-provider
  checkDefinitions, // definition-type
  checkKeySpelling, // duplicate-key
];

/** Runs every check on a linked catalog. */
export function checkCatalog(catalog: CheckedCatalog): Diagnostic[] {
  return catalogChecks.flatMap((check) =>
    [...check(catalog)].flatMap(({ entity: { draft }, problem }) =>
      reportProblems([problem], draft.document, { repository: draft.repository.slug, path: draft.path }, draft.ref),
    ),
  );
}
