import type { Portal } from '../assemble-portal.ts';
import { catalogDescription } from './catalog-description.ts';
import { refsFiles, relationsFiles } from './catalog-refs.ts';
import { coverageFiles } from './coverage-json.ts';
import { entityFacets } from './entity-facets.ts';
import { entityFiles } from './entity-files.ts';
import type { MachineFile } from './machine-file.ts';
import { schemaFiles } from './schemas/schema-files.ts';
import { statusFile } from './status-json.ts';

/** The read API: the catalog's JSON, its index, and the schemas of both. */
export function* catalogFiles(portal: Portal): Generator<MachineFile> {
  const lists = yield* entityFiles(portal);
  yield catalogDescription(portal, lists);
  yield* refsFiles(portal.catalog);
  yield* relationsFiles(portal.catalog);
  yield entityFacets(portal);
  yield* statusFile(portal);
  yield* coverageFiles(portal);
  yield* schemaFiles(portal);
}
