import { draft } from '../../../catalog/schema/entity-schema.ts';
import { formatSchemas, type JsonSchema } from '../../../catalog/schema/format-schemas.ts';
import { metadataSchema } from '../../../catalog/schema/metadata-schema.ts';
import { listOf, object, refSchema, text } from './schema-parts.ts';

const { apiVersion, kindName } = formatSchemas;

const relation = object({
  type: { ...text, description: 'ownedBy, partOf, dependsOn …, or a relation that the portal declares.' },
  targetRef: { ...refSchema, description: 'The other entity, kind:namespace/name in lower case; it need not exist.' },
});

const statusItem = object(
  {
    type: text,
    level: { enum: ['info', 'warning', 'error'] },
    message: text,
    error: object({ name: text, message: { type: 'string' } }),
  },
  ['type', 'level', 'message'],
);

const entity = object(
  {
    apiVersion,
    kind: kindName,
    metadata: metadataSchema('readers'),
    spec: {
      type: 'object',
      description: 'As its author wrote it, with files filled in. A field is left out when its file is missing.',
    },
    relations: { ...listOf(relation), description: 'What it and others state of it, sorted by type, then target.' },
    status: {
      ...object({ items: listOf(statusItem) }),
      description: 'What is the matter with it: it is an earlier version. Absent where all is well.',
    },
  },
  ['apiVersion', 'kind', 'metadata', 'relations'],
);

/** One entity as the read API answers it. */
export const publishedEntity: JsonSchema = { $schema: draft, title: 'An entity', ...entity };

/** A list of entities. */
export const publishedEntities: JsonSchema = { $schema: draft, title: 'Entities', ...listOf(entity) };
