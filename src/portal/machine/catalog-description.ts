import type { RepositoryInfo } from '../../catalog/repository-files.ts';
import type { Portal } from '../assemble-portal.ts';
import { catalogFolder, claimsOf } from './catalog-refs.ts';
import { coverageFileNames } from './coverage-json.ts';
import type { EntityLists } from './entity-files.ts';
import type { MachineFile } from './machine-file.ts';
import { schemaNames } from './schemas/schema-files.ts';
import { rowsPerFile, shardPaths } from './shards.ts';

/** `index.json`: counts, the commit of every repository, and the names of the files that hold the rest. */
export function catalogDescription(portal: Portal, lists: EntityLists): MachineFile {
  const { config, catalog, byKind, callboardVersion } = portal;
  const kinds = [...byKind].sort(([a], [b]) => (a < b ? -1 : 1));
  const relations = claimsOf(catalog);
  const description = {
    formatVersion: 1,
    callboardVersion,
    title: config.title,
    base: config.base,
    ...(config.url && { url: config.url }),
    repositories: [...portal.repositories].sort((a, b) => (a.slug < b.slug ? -1 : 1)).map(describeRepository),
    counts: {
      entities: catalog.entities.length,
      relations,
      kinds: Object.fromEntries(kinds.map(([kind, items]) => [kind, items.length])),
      repositories: { expected: portal.coverage.total, covered: portal.coverage.covered },
    },
    files: {
      entities: lists.all,
      kinds: lists.kinds,
      refs: shardPaths('refs.json', catalog.entities.length, rowsPerFile),
      relations: shardPaths('relations.json', relations, rowsPerFile),
      facets: 'entity-facets.json',
      diagnostics: '../diagnostics.json',
      notInCatalog: coverageFileNames(portal),
      ...(portal.crawl && { status: '../status.json' }),
      schemas: schemaNames(portal),
    },
  };
  return { path: `${catalogFolder}index.json`, text: `${JSON.stringify(description, undefined, 2)}\n` };
}

function describeRepository({ slug, id, source, branch, commit, committedAt, webUrl, stale }: RepositoryInfo) {
  return { slug, id, source, branch, commit, committedAt, ...(webUrl && { webUrl }), ...(stale && { stale }) };
}
