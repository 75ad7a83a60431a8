import { parseInertYaml } from './inert-yaml.ts';
import { allowExtensions, type ExtensionOptions, namedItems } from './markdown-extensions.ts';
import { parseNav, type WrittenNavItem } from './mkdocs-nav.ts';
import { placeOf } from './place-in-text.ts';

/** What Callboard heeds of a repository's `mkdocs.yml`. Everything else in it has no effect. */
export interface MkdocsSettings {
  readonly siteName?: string;
  readonly siteDescription?: string;
  /** As written; whether it stays inside the repository is for the caller to see. */
  readonly docsDir?: string;
  readonly nav?: readonly WrittenNavItem[];
  /** Gitignore patterns. */
  readonly excludeDocs?: string;
  readonly notInNav?: string;
  /** Old file → new file or URL, as the redirects plugin writes them. */
  readonly redirects: ReadonlyMap<string, string>;
  readonly extensions: ExtensionOptions;
}

/** Something of a configuration that has no effect, or is wrong. */
export interface ConfigProblem {
  readonly code:
    | 'techdocs/config-invalid'
    | 'techdocs/setting-ignored'
    | 'techdocs/unsupported-extension'
    | 'techdocs/unsupported-plugin';
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

/** Settings of a configuration and what is to be said about it. */
export interface ParsedMkdocsConfig {
  readonly settings: MkdocsSettings;
  readonly problems: readonly ConfigProblem[];
}

/** Top-level keys that concern MkDocs' own theme, server or publishing, or that the portal does itself. Silent. */
const irrelevantKeys: ReadonlySet<string> = new Set([
  ...[
    'site_url',
    'site_author',
    'repo_url',
    'repo_name',
    'edit_uri',
    'edit_uri_template',
    'site_dir',
    'theme',
    'extra',
  ],
  ...['use_directory_urls', 'strict', 'dev_addr', 'watch', 'copyright', 'remote_branch', 'remote_name', 'validation'],
  ...['google_analytics', 'draft_docs', 'pages', 'site_favicon'],
]);
const heededKeys: ReadonlySet<string> = new Set([
  ...[
    'site_name',
    'site_description',
    'docs_dir',
    'nav',
    'exclude_docs',
    'not_in_nav',
    'plugins',
    'markdown_extensions',
  ],
]);
/** Plugins whose work the portal does itself, or that only serve MkDocs' own pages. Silent. */
const coveredPlugins: ReadonlySet<string> = new Set([
  ...['techdocs-core', 'search', 'material/search', 'redirects', 'group', 'material/group', 'monorepo', 'mermaid2'],
  ...[
    'gh-admonitions',
    'callouts',
    'autorefs',
    'minify',
    'glightbox',
    'material/offline',
    'offline',
    'privacy',
    'tags',
  ],
  ...[
    'material/tags',
    'git-revision-date',
    'git-revision-date-localized',
    'section-index',
    'social',
    'panzoom',
    'meta',
  ],
]);

const nothing: MkdocsSettings = { redirects: new Map(), extensions: {} };

/** Reads `mkdocs.yml` as data. Never throws; a file that cannot be read gives no settings and one problem. */
export function parseMkdocsConfig(text: string): ParsedMkdocsConfig {
  const yaml = parseInertYaml(text);
  if (yaml.error) {
    const { reason, ...place } = yaml.error;
    const message = `mkdocs.yml cannot be read: ${reason}`;
    return { settings: nothing, problems: [{ code: 'techdocs/config-invalid', message, ...place }] };
  }
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    const problem = { code: 'techdocs/config-invalid', message: 'mkdocs.yml is not a mapping of settings' } as const;
    return { settings: nothing, problems: yaml.value === undefined || yaml.value === null ? [] : [problem] };
  }
  const data = yaml.value as Readonly<Record<string, unknown>>;
  const { extensions, dropped } = allowExtensions(data['markdown_extensions']);
  const plugins = readPlugins(data['plugins']);
  const nav = parseNav(data['nav']);
  const problems = [
    ...ignoredSettings(data, yaml.tags, text),
    ...named('techdocs/unsupported-extension', 'Markdown extension', dropped, text),
    ...named('techdocs/unsupported-plugin', 'MkDocs plugin', plugins.dropped, text),
    ...(nav && nav.invalid > 0 ? [invalidNav(nav.invalid, text)] : []),
  ];
  return {
    settings: {
      ...textSetting('siteName', data['site_name'], 200),
      ...textSetting('siteDescription', data['site_description'], 1000),
      ...textSetting('docsDir', data['docs_dir'], 1000),
      ...textSetting('excludeDocs', data['exclude_docs'], 20_000),
      ...textSetting('notInNav', data['not_in_nav'], 20_000),
      ...(nav && nav.items.length > 0 && { nav: nav.items }),
      redirects: plugins.redirects,
      extensions,
    },
    problems,
  };
}

function textSetting<Key extends string>(key: Key, value: unknown, longest: number): { [K in Key]?: string } {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.length <= longest && text.trim() !== ''
    ? ({ [key]: text } as { [K in Key]?: string })
    : {};
}

function readPlugins(value: unknown): {
  readonly redirects: ReadonlyMap<string, string>;
  readonly dropped: readonly string[];
} {
  const redirects = new Map<string, string>();
  const dropped: string[] = [];
  for (const [name, options] of namedItems(value)) {
    if (!coveredPlugins.has(name)) dropped.push(name);
    if (name !== 'redirects' || typeof options !== 'object' || options === null) continue;
    const maps: unknown = (options as Record<string, unknown>)['redirect_maps'];
    if (typeof maps !== 'object' || maps === null) continue;
    for (const [from, to] of Object.entries(maps).slice(0, 5000)) if (typeof to === 'string') redirects.set(from, to);
  }
  return { redirects, dropped };
}

function ignoredSettings(data: object, tags: readonly string[], text: string): readonly ConfigProblem[] {
  const keys = Object.keys(data).filter((key) => !heededKeys.has(key) && !irrelevantKeys.has(key));
  const theme: unknown = (data as Record<string, unknown>)['theme'];
  if (typeof theme === 'object' && theme !== null && 'custom_dir' in theme) keys.push('theme.custom_dir');
  // Emoji and fence functions come from nearly every Material configuration and are covered.
  const odd = tags.filter((tag) => !/^!!python\/name:(?:materialx?\.|pymdownx\.)/.test(tag) && tag !== '!include');
  const names = [...keys, ...odd.map((tag) => `the tag ${tag}`)];
  if (names.length === 0) return [];
  const message = `mkdocs.yml sets ${listNames(names)}, which Callboard does not heed`;
  return [
    {
      code: 'techdocs/setting-ignored',
      message,
      ...placeOf(text, (keys[0] ?? odd[0] ?? '').replace('theme.', '').replace('!!', '')),
    },
  ];
}

function named(
  code: ConfigProblem['code'],
  what: string,
  names: readonly string[],
  text: string,
): readonly ConfigProblem[] {
  const first = names[0];
  if (first === undefined) return [];
  const message = `${what}${names.length > 1 ? 's' : ''} ${listNames(names)} ${names.length > 1 ? 'are' : 'is'} not supported; the docs are built without`;
  return [{ code, message, ...placeOf(text, first) }];
}

function invalidNav(count: number, text: string): ConfigProblem {
  const entries = count === 1 ? '1 entry' : `${count} entries`;
  return {
    code: 'techdocs/config-invalid',
    message: `nav has ${entries} that are neither a file, a link nor a section`,
    ...placeOf(text, 'nav'),
  };
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => `"${name.slice(0, 100)}"`);
  return names.length > 10 ? `${shown.join(', ')} and ${names.length - 10} more` : shown.join(', ');
}
