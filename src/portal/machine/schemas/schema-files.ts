import { catalogInfoSchema, kindSchema } from '../../../catalog/schema/entity-schema.ts';
import type { JsonSchema } from '../../../catalog/schema/format-schemas.ts';
import type { Portal } from '../../assemble-portal.ts';
import type { MachineFile } from '../machine-file.ts';
import { publishedCoverage } from './published-coverage.ts';
import { publishedEntities, publishedEntity } from './published-entity.ts';
import {
  publishedDiagnostics,
  publishedFacets,
  publishedIndex,
  publishedRefs,
  publishedRelations,
} from './published-lists.ts';
import { publishedStatus } from './published-status.ts';

const folder = 'api/schemas/';

/** Schemas of what is published, by the names that `index.json` gives them. */
const published: Readonly<Record<string, readonly [file: string, schema: JsonSchema]>> = {
  entity: ['entity', publishedEntity],
  entities: ['entities', publishedEntities],
  index: ['index', publishedIndex],
  refs: ['refs', publishedRefs],
  relations: ['relations', publishedRelations],
  facets: ['entity-facets', publishedFacets],
  diagnostics: ['diagnostics', publishedDiagnostics],
  status: ['status', publishedStatus],
  notInCatalog: ['not-in-catalog', publishedCoverage],
};

/** The JSON Schemas: of what authors write, in all and by kind, and of every file of the read API. */
export function* schemaFiles({ catalog: { model } }: Portal): Generator<MachineFile> {
  yield schemaFile('catalog-info', catalogInfoSchema(model));
  for (const kind of model.kinds) yield schemaFile(kindFile(kind), kindSchema(model, kind));
  for (const [name, schema] of Object.values(published)) yield schemaFile(name, schema);
}

/** Where the schemas are, from the folder of `index.json`. */
export function schemaNames({ catalog: { model } }: Portal) {
  const nameOf = (name: string) => `../schemas/${name}.schema.json`;
  return {
    catalogInfo: nameOf('catalog-info'),
    kinds: Object.fromEntries(model.kinds.map((kind) => [kind.toLowerCase(), nameOf(kindFile(kind))])),
    ...Object.fromEntries(Object.entries(published).map(([key, [name]]) => [key, nameOf(name)])),
  };
}

// In a folder of their own: somebody's kind may be called Entity or Index.
function kindFile(kind: string): string {
  return `kinds/${kind.toLowerCase()}`;
}

function schemaFile(name: string, schema: JsonSchema): MachineFile {
  return { path: `${folder}${name}.schema.json`, text: `${JSON.stringify(schema, undefined, 1)}\n` };
}
