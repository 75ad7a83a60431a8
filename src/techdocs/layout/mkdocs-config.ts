import { parseInertYaml } from './inert-yaml.ts';
import { allowExtensions, type ExtensionOptions } from './markdown-extensions.ts';
import { type InvalidNavEntry, parseNav, type WrittenNavItem } from './mkdocs-nav.ts';
import { type OrderingSettings, readPlugins } from './mkdocs-plugins.ts';
import { placeOfName } from './place-in-text.ts';

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
  /** Gitignore patterns of pages that are not to be published yet. */
  readonly draftDocs?: string;
  readonly ordering?: OrderingSettings;
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
  ...['google_analytics', 'site_favicon'],
]);
const heededKeys: ReadonlySet<string> = new Set([
  ...[
    'site_name',
    'site_description',
    'docs_dir',
    'nav',
    'exclude_docs',
    'not_in_nav',
    'draft_docs',
    'pages',
    'plugins',
    'markdown_extensions',
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
  const plugins = readPlugins(data['plugins']);
  const { extensions, dropped } = allowExtensions(data['markdown_extensions'], plugins);
  const nav = parseNav(data['nav'] ?? data['pages']);
  const problems = [
    ...ignoredSettings(data, yaml.tags, text),
    ...named('techdocs/unsupported-extension', 'Markdown extension', dropped, text),
    ...named('techdocs/unsupported-plugin', 'MkDocs plugin', plugins.dropped, text),
    ...(nav?.invalid ?? []).map((entry) => invalidNav(entry, text)),
  ];
  return {
    settings: {
      ...textSetting('siteName', data['site_name'], 200),
      ...textSetting('siteDescription', data['site_description'], 1000),
      ...textSetting('docsDir', data['docs_dir'], 1000),
      ...textSetting('excludeDocs', data['exclude_docs'], 20_000),
      ...textSetting('notInNav', data['not_in_nav'], 20_000),
      ...textSetting('draftDocs', data['draft_docs'], 20_000),
      ...(plugins.ordering && { ordering: plugins.ordering }),
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

function ignoredSettings(data: object, tags: readonly string[], text: string): readonly ConfigProblem[] {
  const keys = Object.keys(data).filter((key) => !heededKeys.has(key) && !irrelevantKeys.has(key));
  const theme: unknown = (data as Record<string, unknown>)['theme'];
  if (typeof theme === 'object' && theme !== null && 'custom_dir' in theme) keys.push('theme.custom_dir');
  // Emoji and fence functions come from nearly every Material configuration and are covered.
  const odd = tags.filter(
    (tag) => !/^!!python\/name:(?:materialx?\.|pymdownx\.)/.test(tag) && tag !== '!include' && tag !== '!relative',
  );
  const names = [...keys, ...odd.map((tag) => `the tag ${tag}`)];
  if (names.length === 0) return [];
  const message = `mkdocs.yml sets ${listNames(names)}, which Callboard does not heed`;
  return [
    {
      code: 'techdocs/setting-ignored',
      message,
      ...placeOfName(text, (keys[0] ?? odd[0] ?? '').replace('theme.', '').replace('!!', '')),
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
  return [{ code, message, ...placeOfName(text, first) }];
}

function invalidNav({ word, message }: InvalidNavEntry, text: string): ConfigProblem {
  return { code: 'techdocs/config-invalid', message: `In nav, ${message}`, ...placeOfName(text, word) };
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => `"${name.slice(0, 100)}"`);
  return names.length > 10 ? `${shown.join(', ')} and ${names.length - 10} more` : shown.join(', ');
}
