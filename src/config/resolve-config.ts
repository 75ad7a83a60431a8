import { basename, resolve } from 'node:path';
import type { CatalogModel } from '../catalog/model/catalog-model.ts';
import type {
  Age,
  CallboardConfig,
  CrawlLimits,
  ExternalLinksConfig,
  GithubAppConfig,
  PortalConfig,
  PublishTargetConfig,
  SourceConfig,
} from './config.ts';
import type { RawConfig, RawGithubApp, RawPortal, RawPublish, RawSource } from './raw-config.ts';
import { resolveRules } from './resolve-rules.ts';

/** Where descriptors are looked for when nobody says otherwise. */
export const defaultCatalogPaths: readonly string[] = [
  'catalog-info.{yaml,yml}',
  '.backstage/catalog-info.{yaml,yml}',
  '.catalog/catalog-info.{yaml,yml}',
];

const megabyte = 1024 * 1024;

const defaultExternalLinks: ExternalLinksConfig = {
  check: false,
  days: 7,
  minutes: 5,
  ignore: [],
  privateHosts: [],
};

/** What a crawl may cost when nobody says otherwise. */
export const defaultCrawlLimits: CrawlLimits = {
  minutes: 60,
  filesPerRepository: 20_000,
  bytesPerRepository: 500 * megabyte,
  bytesPerFile: 25 * megabyte,
  secondsPerRepository: 300,
  commitsPerRepository: 1000,
};

/** Fills in every default and makes every path absolute. The raw configuration has passed the schema. */
export function resolveConfig(raw: RawConfig, file: string, root: string, model: CatalogModel): CallboardConfig {
  const catalogPaths = raw.catalog?.catalogPaths ?? defaultCatalogPaths;
  return {
    file,
    root,
    portal: resolvePortal(raw.portal, root),
    sources: raw.sources.map((source) => resolveSource(source, root, catalogPaths)),
    catalog: {
      model,
      allow: resolveRules(raw.catalog?.rules),
      ownersFromCodeowners: raw.catalog?.ownersFromCodeowners ?? true,
      suggestions: raw.catalog?.suggestions ?? true,
      notExpected: raw.catalog?.notExpected ?? [],
      followLocations: resolveFollowed(raw.catalog?.followLocations),
    },
    diagnostics: raw.diagnostics ?? {},
    crawl: resolveLimits(raw.crawl),
    ...(raw.crawl?.confirmRemovals && { confirmRemovals: raw.crawl.confirmRemovals }),
    techdocs: {
      enabled: raw.techdocs?.enabled ?? true,
      ...(raw.techdocs?.python && { python: resolveCommand(raw.techdocs.python, root) }),
      secondsPerSite: raw.techdocs?.secondsPerSite ?? 300,
      megabytesPerSite: raw.techdocs?.megabytesPerSite ?? 2048,
      sandbox: raw.techdocs?.sandbox ?? 'auto',
      iframeHosts: raw.techdocs?.iframeHosts ?? [],
      history: raw.techdocs?.history ?? true,
      ...resolveAge(raw.techdocs?.staleAfter ?? '2 years'),
      ...(raw.techdocs?.plantuml && { plantuml: resolvePlantUml(raw.techdocs.plantuml, root) }),
    },
    externalLinks: { ...defaultExternalLinks, ...raw.techdocs?.externalLinks },
    output: resolve(root, raw.output ?? 'dist'),
    ...(raw.publish && { publish: resolvePublish(raw.publish, root) }),
  };
}

function resolvePlantUml({ jar, java = 'java' }: { readonly jar: string; readonly java?: string }, root: string) {
  return { jar: resolve(root, jar), java: resolveCommand(java, root) };
}

function resolveFollowed(raw: boolean | readonly string[] = true): readonly string[] {
  return typeof raw === 'boolean' ? (raw ? ['**'] : []) : raw;
}

function resolveLimits(raw: RawConfig['crawl'] = {}): CrawlLimits {
  const { megabytesPerRepository, megabytesPerFile, confirmRemovals: _, ...plain } = raw;
  return {
    ...defaultCrawlLimits,
    ...plain,
    ...(megabytesPerRepository !== undefined && { bytesPerRepository: megabytesPerRepository * megabyte }),
    ...(megabytesPerFile !== undefined && { bytesPerFile: megabytesPerFile * megabyte }),
  };
}

// Checked by the schema: "2 years", or "never".
function resolveAge(text: string): Pick<CallboardConfig['techdocs'], 'staleAfter'> {
  const [, count, unit] = text.match(/^(\d+) (day|week|month|year)s?$/) ?? [];
  return count === undefined ? {} : { staleAfter: { count: Number(count), unit: unit as Age['unit'] } };
}

/** A bare name is looked for on the `PATH`; anything else is a file. */
function resolveCommand(command: string, root: string): string {
  return /[\\/]/.test(command) ? resolve(root, command) : command;
}

function resolvePortal(raw: RawPortal, root: string): PortalConfig {
  const url = raw.url?.replace(/\/+$/, '');
  const pathOfUrl = url ? `${new URL(url).pathname.replace(/\/+$/, '')}/` : '/';
  const base = raw.base ?? pathOfUrl;
  return {
    title: raw.title,
    ...(raw.logo && { logo: resolve(root, raw.logo) }),
    ...(raw.favicon && { favicon: resolve(root, raw.favicon) }),
    accent: raw.accent ?? '#005f9e',
    ...(raw.announcements && { announcements: raw.announcements }),
    socialImages: raw.socialImages ?? 'pages',
    language: raw.language ?? 'en',
    ...(url && { url }),
    base,
    ...(raw.offline === false && { offline: false }),
  };
}

function resolveSource(raw: RawSource, root: string, catalogPaths: readonly string[]): SourceConfig {
  const shared = {
    name: raw.name ?? nameOf(raw),
    catalogPaths: raw.catalogPaths ?? catalogPaths,
    ...(raw.allow && { allow: raw.allow }),
  };
  if (raw.type === 'local') {
    return {
      ...shared,
      type: 'local',
      path: resolve(root, raw.path),
      ...(raw.webUrl && { webUrl: raw.webUrl.replace(/\/+$/, '') }),
    };
  }
  const token = raw.token ? { token: raw.token } : {};
  if (raw.type === 'git') {
    return {
      ...shared,
      ...token,
      type: 'git',
      urls: raw.urls ?? [],
      ...(raw.urlsFile && { urlsFile: resolve(root, raw.urlsFile) }),
      ...(raw.branch && { branch: raw.branch }),
    };
  }
  const filters = {
    ...(raw.branch && { branch: raw.branch }),
    exclude: raw.exclude ?? [],
    topics: raw.topics ?? [],
    visibility: raw.visibility ?? [],
    members: raw.members ?? false,
    archived: raw.archived ?? false,
    forks: raw.forks ?? false,
  };
  if (raw.type === 'gitlab') {
    return {
      ...shared,
      ...token,
      ...filters,
      type: 'gitlab',
      group: raw.group,
      url: (raw.url ?? 'https://gitlab.com').replace(/\/+$/, ''),
      include: raw.include ?? ['**'],
      subgroups: raw.subgroups ?? true,
      groups: raw.groups ?? false,
    };
  }
  return {
    ...shared,
    ...token,
    ...filters,
    type: 'github',
    organisation: raw.organisation,
    apiUrl: (raw.apiUrl ?? 'https://api.github.com').replace(/\/+$/, ''),
    ...(raw.app && { app: resolveApp(raw.app) }),
    include: raw.include ?? ['*'],
    teams: raw.teams ?? false,
  };
}

// Numbers are written as such, and come as text from variables.
function resolveApp({ id, privateKey, installationId }: RawGithubApp): GithubAppConfig {
  return {
    id: String(id),
    privateKey,
    ...(installationId !== undefined && { installationId: String(installationId) }),
  };
}

function nameOf(raw: RawSource): string {
  if (raw.type === 'local') return basename(raw.path) || raw.path;
  if (raw.type === 'github') return raw.organisation;
  if (raw.type === 'gitlab') return raw.group;
  return 'git';
}

function resolvePublish(raw: RawPublish, root: string): PublishTargetConfig {
  if (raw.type === 'folder') return { type: 'folder', path: resolve(root, raw.path) };
  return {
    type: 's3',
    bucket: raw.bucket,
    prefix: raw.prefix ?? '',
    region: raw.region ?? 'us-east-1',
    ...(raw.endpoint && { endpoint: raw.endpoint }),
    pathStyle: raw.pathStyle ?? false,
  };
}
