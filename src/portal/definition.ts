import type { CatalogEntity } from '../catalog/entity.ts';
import { textOf } from './mention.ts';
import { entityPath, urlOf } from './urls.ts';
import type { ApiDefinition } from './views/entity-sections.ts';

/** Characters of a definition that a page shows; all of it can be downloaded. */
const shownLimit = 16_000;

const extensions: Readonly<Record<string, string>> = {
  graphql: 'graphql',
  grpc: 'proto',
  trpc: 'txt',
};

/** An API's definition: what its page shows, and the file that holds all of it. */
export interface Definition {
  readonly view: ApiDefinition;
  readonly path: string;
  readonly text: string;
}

/** The definition of an API; `undefined` for other kinds and for definitions that are not text. */
export function definitionOf(item: CatalogEntity, base: string): Definition | undefined {
  const text = item.entity.kind === 'API' ? textOf(item.entity, 'definition') : undefined;
  if (!text) return undefined;
  const language = textOf(item.entity, 'type') ?? 'text';
  const extension = extensions[language] ?? (text.trimStart().startsWith('{') ? 'json' : 'yaml');
  const path = `${entityPath(item.ref)}definition.${extension}`;
  const truncated = text.length > shownLimit;
  return {
    path,
    text,
    view: {
      language,
      text: truncated ? text.slice(0, text.lastIndexOf('\n', shownLimit)) : text,
      lineCount: text.trimEnd().split('\n').length,
      truncated,
      downloadUrl: urlOf(base, path),
    },
  };
}
