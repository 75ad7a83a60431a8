import type { RepositoryFiles } from '../catalog/repository-files.ts';
import { isBare } from '../catalog/suggestion/suggest-descriptor.ts';
import type { CallboardConfig } from '../config/config.ts';
import type { Uncatalogued } from '../portal/coverage/coverage.ts';

/** The repositories of a crawl without a descriptor, and what the configuration says of such. */
export function listUncatalogued(
  { repositories }: { readonly repositories: readonly RepositoryFiles[] },
  { catalog, sources }: Pick<CallboardConfig, 'catalog' | 'sources'>,
): Uncatalogued {
  return {
    bare: repositories.filter(isBare),
    notExpected: catalog.notExpected,
    catalogPaths: new Map(sources.map((source) => [source.name, source.catalogPaths])),
  };
}
