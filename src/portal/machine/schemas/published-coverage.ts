import { draft } from '../../../catalog/schema/entity-schema.ts';
import type { JsonSchema } from '../../../catalog/schema/format-schemas.ts';
import { count, listOf, object, position, text } from './schema-parts.ts';

const path: JsonSchema = { ...text, description: 'A path in the repository.' };

const found = object(
  {
    files: { ...count, description: 'How many files the commit has.' },
    languages: {
      ...listOf(object({ name: text, files: position })),
      description: 'By number of files, the commonest first.',
    },
    manifests: listOf(path),
    definitions: { ...listOf(path), description: 'What looks like definitions of APIs.' },
    readme: path,
    docs: path,
    decisions: path,
    deployment: path,
    frontEnd: path,
    continuousIntegration: path,
    codeowners: path,
  },
  ['files', 'languages', 'manifests', 'definitions'],
);

const suggestion = object(
  {
    path: { ...text, description: 'Where the descriptor would stand.' },
    text: { ...text, description: 'The descriptor.' },
    newFileUrl: { ...text, description: 'Opens it as a new file in the editor of its host.' },
  },
  ['path', 'text'],
);

/** `not-in-catalog.json`. */
export const publishedCoverage: JsonSchema = {
  $schema: draft,
  title: 'Repositories that the catalog says nothing of',
  ...listOf(
    object(
      {
        slug: { ...text, description: 'What people call it: owner/name.' },
        id: text,
        source: text,
        webUrl: text,
        branch: { type: 'string' },
        commit: text,
        committedAt: text,
        reason: {
          enum: ['no-descriptor', 'nothing-defined', 'archived', 'fork', 'not-expected'],
          description: 'Why it is in this list. The first two count as missing.',
        },
        description: text,
        found,
        suggestion,
      },
      ['slug', 'id', 'source', 'branch', 'commit', 'committedAt', 'reason'],
    ),
  ),
};
