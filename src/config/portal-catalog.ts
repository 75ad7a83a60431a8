import { stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { AllowRule } from '../catalog/model/allow-rules.ts';
import type { CallboardConfig, LocalSourceConfig, SourceConfig } from './config.ts';

const folder = 'content/catalog';

/**
 * Adds the portal's own `content/catalog/`, when there is one beside `callboard.yaml`: a source of its own unless one of
 * the configured sources is that repository, before all others, so that it is read whoever else finds the repository.
 * There, and nowhere else unless rules say so, `Group` and `User` may be defined.
 */
export async function addPortalCatalog(
  config: CallboardConfig,
  catalogPaths: readonly string[],
): Promise<CallboardConfig> {
  if (!(await exists(join(config.root, folder)))) return config;
  const repository = await findRepository(config.root);
  const inside = relative(repository ?? config.root, config.root)
    .split(sep)
    .join('/');
  const prefix = inside === '' ? '' : `${inside}/`;
  const glob = `${prefix}${folder}/**/*.{yaml,yml}`;
  const own = config.sources.find((source) => isRepository(source, repository));
  const name = own?.name ?? freeName(config.sources);
  const source: SourceConfig = own
    ? { ...own, catalogPaths: [...new Set([...own.catalogPaths, glob])] }
    : {
        type: 'local',
        name,
        path: repository ?? config.root,
        catalogPaths: [...catalogPaths, glob],
        mustBeRepository: true,
      };
  const rules = ['Group', 'User'].map(
    (kind): AllowRule => ({ kind, sources: [name], paths: [`${prefix}${folder}/**`] }),
  );
  return {
    ...config,
    sources: [source, ...config.sources.filter((item) => item !== own)],
    catalog: { ...config.catalog, allow: [...config.catalog.allow, ...rules] },
  };
}

function isRepository(source: SourceConfig, path: string | undefined): source is LocalSourceConfig {
  return source.type === 'local' && source.path === path;
}

function freeName(sources: readonly SourceConfig[]): string {
  return (
    ['portal', 'portal-catalog', 'callboard-portal'].find((name) => !sources.some((it) => it.name === name)) ?? folder
  );
}

async function findRepository(from: string): Promise<string | undefined> {
  if (await exists(join(from, '.git'))) return from;
  const above = dirname(from);
  return above === from ? undefined : findRepository(above);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
