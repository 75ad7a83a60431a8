import { draft } from '../../../catalog/schema/entity-schema.ts';
import type { JsonSchema } from '../../../catalog/schema/format-schemas.ts';
import { count, listOf, mapOf, object, position, refSchema, text } from './schema-parts.ts';

const file: JsonSchema = { type: 'string', pattern: '^(?:\\.\\./)?[\\w.-]+(?:/[\\w.-]+)*$' };
const files: JsonSchema = { ...listOf(file), minItems: 1 };

const repository = object(
  {
    slug: { ...text, description: 'What people call it: owner/name.' },
    id: { ...text, description: 'What it is to its host, whatever it is called.' },
    source: { ...text, description: 'The source of the configuration that found it.' },
    branch: { type: 'string' },
    commit: { ...text, description: 'The commit that everything of it was read at.' },
    committedAt: { ...text, description: 'When that was committed, ISO 8601 in UTC.' },
    webUrl: text,
    stale: {
      ...object(
        {
          freshAt: { ...text, description: 'When it was last up to date, ISO 8601 in UTC.' },
          reason: { ...text, description: 'Why it is not.' },
          held: { const: true, description: 'It is gone, and waits for a confirmation.' },
        },
        ['freshAt', 'reason'],
      ),
      description: 'It is shown as an earlier run read it; absent: it is up to date.',
    },
  },
  ['slug', 'id', 'source', 'branch', 'commit', 'committedAt'],
);

/** `index.json`. */
export const publishedIndex: JsonSchema = {
  $schema: draft,
  title: 'What the catalog is, and where its files are',
  ...object(
    {
      formatVersion: { const: 1, description: 'Another number: files have changed in a way that readers must know.' },
      callboardVersion: text,
      title: { ...text, description: 'Name of the portal.' },
      base: { ...text, description: 'Path at which the portal is served.' },
      url: { ...text, description: 'Address of the portal, without / at its end.' },
      repositories: listOf(repository),
      counts: object(
        {
          entities: count,
          relations: count,
          kinds: mapOf(count),
          repositories: {
            ...object({ expected: count, covered: count }),
            description: 'Those that are expected in the catalog, and how many of them are there.',
          },
        },
        ['entities', 'relations', 'kinds'],
      ),
      files: {
        ...object(
          {
            entities: files,
            kinds: mapOf(files),
            refs: files,
            relations: files,
            facets: file,
            diagnostics: file,
            status: file,
            notInCatalog: files,
            schemas: object({ kinds: mapOf(file) }),
          },
          ['entities', 'kinds', 'refs', 'relations', 'facets', 'diagnostics', 'schemas'],
        ),
        description: 'Names of files, from the folder of this one.',
      },
    },
    ['formatVersion', 'callboardVersion', 'title', 'base', 'repositories', 'counts', 'files'],
  ),
};

/** `refs.json`. */
export const publishedRefs: JsonSchema = {
  $schema: draft,
  title: 'Every entity by ref, with where it is defined',
  ...mapOf(
    object({
      repository: { ...text, description: 'Slug of the repository.' },
      path: { ...text, description: 'File inside it.' },
      line: { ...position, description: 'Line on which the entity begins.' },
    }),
    refSchema,
  ),
};

/** `relations.json`. */
export const publishedRelations: JsonSchema = {
  $schema: draft,
  title: 'What entities state of each other: [source, type, target]',
  ...listOf({ type: 'array', items: [refSchema, text, refSchema], minItems: 3, additionalItems: false }),
};

/** `entity-facets.json`. */
export const publishedFacets: JsonSchema = {
  $schema: draft,
  title: 'How many entities have which value',
  ...object({ facets: mapOf(listOf(object({ value: { type: 'string' }, count: position }))) }),
};

/** `diagnostics.json`. */
export const publishedDiagnostics: JsonSchema = {
  $schema: draft,
  title: 'Everything that is wrong',
  ...listOf(
    object(
      {
        code: { type: 'string', pattern: '^[a-z]+/[a-z0-9-]+$', description: 'Permanent.' },
        severity: { enum: ['error', 'warning', 'info'] },
        message: { ...text, description: 'What is wrong.' },
        hint: { ...text, description: 'What to do about it.' },
        source: object({ repository: text, path: text, line: position, column: position }, ['repository']),
        entityRef: { ...refSchema, description: 'The entity that it concerns.' },
      },
      ['code', 'severity', 'message', 'hint'],
    ),
  ),
};
