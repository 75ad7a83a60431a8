import { draft } from '../../../catalog/schema/entity-schema.ts';
import type { JsonSchema } from '../../../catalog/schema/format-schemas.ts';
import { statusOutcomes } from '../../status/crawl-status.ts';
import { count, listOf, object, refSchema, text } from './schema-parts.ts';

const outcomes = object(Object.fromEntries(statusOutcomes.map((outcome) => [outcome, count])));
const refs = listOf(refSchema);
const time = (description: string): JsonSchema => ({ ...text, format: 'date-time', description });

const source = object(
  {
    name: text,
    type: { ...text, description: 'As the configuration spells it.' },
    listedAt: time(
      'When it was last asked for its list: in this run, or before one that read a few repositories only.',
    ),
    complete: { type: 'boolean', description: 'It listed everything that it had then.' },
    reason: { ...text, description: 'Why the list is not complete.' },
    repositories: { ...outcomes, description: 'How many of its repositories have which outcome.' },
  },
  ['name', 'type', 'listedAt', 'complete', 'repositories'],
);

const repository = object(
  {
    id: { ...text, description: 'What it is to its host, whatever it is called.' },
    slug: text,
    source: text,
    outcome: {
      enum: statusOutcomes.filter((outcome) => outcome !== 'fresh'),
      description:
        'stale: kept from an earlier run; refused: what it holds now cannot be used; held: gone, and waiting for a confirmation; removed: gone; absent: never read.',
    },
    freshAt: time('When it was last up to date.'),
    reason: { ...text, description: 'Why it is not up to date.' },
    entities: { ...refs, description: 'What is shown of it, as it was then.' },
  },
  ['id', 'slug', 'source', 'outcome', 'entities'],
);

const earlierVersion = object({
  ref: refSchema,
  repository: text,
  commit: { ...text, description: 'The commit that is shown.' },
  committedAt: time('When that was committed.'),
  reason: { ...text, description: 'Why the newest definition is not shown.' },
});

const earlierDocs = object({
  ref: { ...refSchema, description: 'The entity under whose address they are published.' },
  repository: text,
  root: { type: 'string', description: 'Their folder in the repository, empty for its root.' },
  commit: { ...text, description: 'The commit that is shown.' },
  committedAt: time('When that was committed.'),
  reason: { ...text, description: 'Why the newest docs are not shown.' },
});

const held = object({
  id: { ...text, description: 'Names exactly these removals.' },
  reason: { ...text, description: 'Why they wait for a confirmation.' },
  confirm: { ...text, description: 'The command that confirms them.' },
  entities: listOf(object({ ref: refSchema, repository: text })),
});

const removal = object({
  repository: text,
  reason: { ...text, description: 'Why.' },
  entities: refs,
});

/** `status.json`. */
export const publishedStatus: JsonSchema = {
  $schema: draft,
  title: 'How far what the portal shows is what there is',
  ...object(
    {
      formatVersion: { const: 1, description: 'Another number: files have changed in a way that readers must know.' },
      callboardVersion: text,
      crawledAt: time('When the crawl began.'),
      complete: { type: 'boolean', description: 'Every source listed everything that it has.' },
      incompleteFirst: { ...text, description: 'Why this first build is no whole portal; absent: it is one.' },
      counts: object({
        repositories: outcomes,
        entities: count,
        staleEntities: { ...count, description: 'Shown as they were.' },
        problems: object({ error: count, warning: count, info: count }),
      }),
      sources: listOf(source),
      repositories: { ...listOf(repository), description: 'Those that are not up to date, by slug.' },
      earlierVersions: { ...listOf(earlierVersion), description: 'Entities whose newest definition was refused.' },
      earlierDocs: { ...listOf(earlierDocs), description: 'Docs whose newest version could not be built.' },
      held: { ...held, description: 'Removals that wait for a confirmation; absent: none.' },
      removed: { ...listOf(removal), description: 'What this run removed.' },
    },
    [
      'formatVersion',
      'callboardVersion',
      'crawledAt',
      'complete',
      'counts',
      'sources',
      'repositories',
      'earlierVersions',
      'earlierDocs',
      'removed',
    ],
  ),
};
