import * as text from '@text/quick-open';
import type {
  QuickOpenCatalog,
  QuickOpenDocs,
  QuickOpenEntities,
  QuickOpenOperations,
} from '../../../portal/views/quick-open.ts';
import { quickOpenPath } from '../../../portal/views/quick-open.ts';
import { type Vocabulary, vocabularyOf } from './ask-lists.ts';
import {
  docsTargets,
  type EntityTarget,
  entityTargets,
  operationTargets,
  pageTargets,
  type Target,
} from './targets.ts';

/** What is known so far. */
export interface Index {
  readonly entities: readonly EntityTarget[];
  /** Entities and everything else. */
  readonly targets: readonly Target[];
  readonly vocabulary: Vocabulary;
}

const texts = { page: text.page, docsOf: text.docsOf, operationOf: text.operationOf };

const read = async <File>(path: string): Promise<File> => {
  const response = await fetch(document.documentElement.dataset['base'] + path);
  if (!response.ok) throw new Error(String(response.status));
  return response.json() as Promise<File>;
};

const extended = (index: Index, more: readonly Target[], entities: readonly EntityTarget[] = []): Index => {
  const all = [...index.entities, ...entities];
  return {
    entities: all,
    targets: [...index.targets, ...more],
    vocabulary: entities.length > 0 ? vocabularyOf(all) : index.vocabulary,
  };
};

const readMore = async (index: Index, { path, holds }: QuickOpenCatalog['more'][number]): Promise<Index> => {
  if (holds === 'docs') return extended(index, docsTargets(await read<QuickOpenDocs>(path), texts));
  if (holds === 'operations') return extended(index, operationTargets(await read<QuickOpenOperations>(path), texts));
  const entities = entityTargets(await read<QuickOpenEntities>(path));
  return extended(index, entities, entities);
};

/**
 * Loads the catalog's names, then the other files one by one, and hands over what is known after each. Rejects when the first
 * cannot be had; what else is missing is left out.
 */
export const loadIndex = async (known: (index: Index) => void): Promise<void> => {
  const catalog = await read<QuickOpenCatalog>(quickOpenPath);
  const entities = entityTargets(catalog);
  let index: Index = {
    entities,
    targets: [...entities, ...pageTargets(catalog.pages, texts)],
    vocabulary: vocabularyOf(entities),
  };
  known(index);
  for (const file of catalog.more) {
    try {
      index = await readMore(index, file);
      known(index);
    } catch {
      // It was a part: names are found without it.
    }
  }
};
