import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { AllowRule } from '../../catalog/model/allow-rules.ts';
import { backstageModel, type CatalogModel } from '../../catalog/model/catalog-model.ts';
import { repositoryKey } from '../../catalog/repository-urls.ts';
import type { CallboardConfig, CrawlLimits, SourceConfig } from '../../config/config.ts';
import { defaultCatalogPaths, defaultCrawlLimits } from '../../config/resolve-config.ts';
import { readUrlList } from '../../crawl/sources/git/list-urls.ts';

/** How a repository is read: as the configuration says, or as a portal with default settings would. */
export interface ReadingRules {
  readonly catalogPaths: readonly string[];
  /** Whether somebody said where catalog files are, rather than nobody. */
  readonly catalogPathsAreSaid: boolean;
  readonly model: CatalogModel;
  readonly allow: readonly AllowRule[];
  /** What the matching source allows beside. */
  readonly allowedKinds?: readonly string[];
  /** Descriptors without an owner have that of CODEOWNERS. */
  readonly ownersFromCodeowners: boolean;
  /** Name of the matching source. */
  readonly source: string;
  readonly limits: CrawlLimits;
  readonly config?: CallboardConfig;
}

/** What decides on the rules. */
export interface RulesInput {
  /** Absolute path of the repository. */
  readonly root: string;
  readonly workingFolder: string;
  /** `--config`; absent: `callboard.yaml` at the repository's root, if there is one. */
  readonly config?: string | undefined;
  /** `--catalog-paths`. */
  readonly catalogPaths?: readonly string[] | undefined;
  readonly slug: string;
  readonly webUrl?: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Finds the rules. Without a configuration every kind may be defined: what a portal refuses cannot be known. Throws a
 * CallboardError when there is a configuration and it cannot be used.
 */
export async function findReadingRules(input: RulesInput): Promise<ReadingRules> {
  const config = await findConfig(input);
  const source = config && (await matchingSource(config, input));
  const said = input.catalogPaths ?? source?.catalogPaths;
  return {
    catalogPaths: said ?? defaultCatalogPaths,
    catalogPathsAreSaid: said !== undefined,
    model: config?.catalog.model ?? backstageModel,
    allow: config?.catalog.allow ?? ['*'],
    ownersFromCodeowners: config?.catalog.ownersFromCodeowners ?? true,
    ...(source?.allow && { allowedKinds: source.allow }),
    source: source?.name ?? 'validate',
    limits: config?.crawl ?? defaultCrawlLimits,
    ...(config && { config }),
  };
}

async function findConfig({ config, root, workingFolder, environment }: RulesInput) {
  const file = config === undefined ? join(root, 'callboard.yaml') : resolve(workingFolder, config);
  if (config === undefined && !(await stat(file).catch(() => undefined))?.isFile()) return undefined;
  const { loadConfig } = await import('../../config/load-config.ts');
  // Tokens and addresses of sources are for those who build; a contributor has none, and nothing here uses them.
  const lenient = new Proxy(environment, { get: (target, name) => target[String(name)] || 'unset' });
  return loadConfig(file, lenient);
}

/** The source by which the portal finds this repository; the first one when none plainly does. */
async function matchingSource({ sources }: CallboardConfig, input: RulesInput): Promise<SourceConfig | undefined> {
  for (const source of sources) if (await finds(source, input)) return source;
  return sources[0];
}

async function finds(source: SourceConfig, { root, slug, webUrl }: RulesInput): Promise<boolean> {
  if (source.type === 'local') return root === source.path || root.startsWith(`${source.path}/`);
  if (source.type === 'git') {
    const key = webUrl && repositoryKey(webUrl);
    return key !== undefined && (await readUrlList(source)).urls.some((url) => repositoryKey(url) === key);
  }
  const owner = slug.slice(0, Math.max(0, slug.lastIndexOf('/'))).toLowerCase();
  if (source.type === 'github') return source.organisation.toLowerCase() === owner;
  const group = source.group.toLowerCase();
  return owner === group || (source.subgroups && owner.startsWith(`${group}/`));
}
