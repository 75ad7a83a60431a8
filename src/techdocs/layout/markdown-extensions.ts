import type { JsonObject, JsonValue } from '../../catalog/entity.ts';

/** Options by extension name, exactly as the renderer is told. */
export type ExtensionOptions = Readonly<Record<string, JsonObject>>;

type Check = (value: unknown) => JsonValue | undefined;

const flag: Check = (value) => (typeof value === 'boolean' ? value : undefined);
const shortText: Check = (value) => (typeof value === 'string' && value.length <= 200 ? value : undefined);
const wholeNumber: Check = (value) => (Number.isInteger(value) ? (value as number) : undefined);
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string) ? (value as string) : undefined;
const tocDepth: Check = (value) =>
  typeof value === 'string' && /^[1-6]-[1-6]$/.test(value) ? value : wholeNumber(value);
const repositoryPaths: Check = (value) => {
  const paths = typeof value === 'string' ? [value] : value;
  return Array.isArray(paths) && paths.length <= 50 && paths.every((path) => typeof path === 'string')
    ? (paths as string[])
    : undefined;
};

/** Extensions that a site may ask for beyond the base, or adjust, with the only options that are heeded. */
const allowed: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  abbr: {},
  admonition: {},
  attr_list: {},
  def_list: {},
  footnotes: { BACKLINK_TEXT: shortText, SEPARATOR: oneOf(':', '-') },
  md_in_html: {},
  nl2br: {},
  sane_lists: {},
  smarty: { smart_dashes: flag, smart_quotes: flag, smart_angled_quotes: flag, smart_ellipses: flag },
  tables: {},
  toc: { title: shortText, toc_depth: tocDepth, baselevel: wholeNumber },
  wikilinks: {},
  mdx_truly_sane_lists: { nested_indent: wholeNumber, truly_sane: flag },
  'pymdownx.betterem': { smart_enable: oneOf('all', 'asterisk', 'underscore', 'none') },
  'pymdownx.caret': { smart_insert: flag, insert: flag, superscript: flag },
  'pymdownx.critic': { mode: oneOf('view', 'accept', 'reject') },
  'pymdownx.details': {},
  'pymdownx.emoji': {},
  'pymdownx.escapeall': { hardbreak: flag, nbsp: flag },
  'pymdownx.fancylists': { inject_style: flag },
  'pymdownx.highlight': {
    auto_title: flag,
    guess_lang: oneOf('block', 'inline'),
    linenums: flag,
    linenums_special: wholeNumber,
    use_pygments: flag,
  },
  'pymdownx.inlinehilite': { style_plain_text: shortText },
  'pymdownx.keys': { separator: shortText, camel_case: flag },
  'pymdownx.magiclink': {
    hide_protocol: flag,
    normalize_issue_symbols: flag,
    provider: oneOf('github', 'gitlab', 'bitbucket'),
    repo: shortText,
    repo_url_shortener: flag,
    repo_url_shorthand: flag,
    user: shortText,
  },
  'pymdownx.mark': { smart_mark: flag },
  'pymdownx.quotes': {},
  'pymdownx.saneheaders': {},
  'pymdownx.smartsymbols': {
    arrows: flag,
    care_of: flag,
    copyright: flag,
    fractions: flag,
    notequal: flag,
    ordinal_numbers: flag,
    plusminus: flag,
    registered: flag,
    trademark: flag,
  },
  'pymdownx.snippets': { auto_append: repositoryPaths, base_path: repositoryPaths, dedent_subsections: flag },
  'pymdownx.superfences': { preserve_tabs: flag },
  'pymdownx.tabbed': {},
  'pymdownx.tasklist': { clickable_checkbox: () => undefined },
  'pymdownx.tilde': { smart_delete: flag, delete: flag, subscript: flag },
  ...Object.fromEntries(
    ['admonition', 'caption', 'definition', 'details', 'html', 'tab'].map((name) => [`pymdownx.blocks.${name}`, {}]),
  ),
};

/** Other names for what the base already does, or what a portal page has no use for. Silent. */
const covered: ReadonlySet<string> = new Set([
  'codehilite',
  'extra',
  'fenced_code',
  'meta',
  'gfm_admonition',
  'markdown_inline_mermaid',
  'pymdownx.extra',
  'techdocs-core',
]);

/** What of a site's `markdown_extensions` is heeded: options to pass on, and names that are not known. */
export interface AllowedExtensions {
  readonly extensions: ExtensionOptions;
  readonly dropped: readonly string[];
}

/** Filters `markdown_extensions` (a list of names and mappings, or one mapping) through the table. */
export function allowExtensions(value: unknown): AllowedExtensions {
  const extensions: Record<string, JsonObject> = {};
  const dropped: string[] = [];
  for (const [written, options] of namedItems(value)) {
    const name = written.replace(/^markdown\.extensions\./, '').replace(/:.*Extension$/, '');
    const checks = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (checks) extensions[name] = { ...extensions[name], ...allowOptions(checks, options) };
    else if (!covered.has(name)) dropped.push(written);
  }
  return { extensions, dropped };
}

function allowOptions(checks: Readonly<Record<string, Check>>, options: unknown): JsonObject {
  const kept: Record<string, JsonValue> = {};
  if (typeof options !== 'object' || options === null) return kept;
  for (const [key, check] of Object.entries(checks)) {
    const value = Object.hasOwn(options, key) ? check((options as Record<string, unknown>)[key]) : undefined;
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

/** Reads MkDocs' two ways to write a set of named things with options; at most 200, others are ignored. */
export function namedItems(value: unknown): readonly (readonly [string, unknown])[] {
  const items = Array.isArray(value) ? value.slice(0, 200) : [value];
  return items.flatMap((item): readonly (readonly [string, unknown])[] => {
    if (typeof item === 'string') return [[item, undefined]];
    return typeof item === 'object' && item !== null ? Object.entries(item).slice(0, 200) : [];
  });
}
