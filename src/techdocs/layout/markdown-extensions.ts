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

const someOf =
  (...values: readonly string[]): Check =>
  (value) =>
    Array.isArray(value) && value.every((item) => values.includes(item)) ? (value as string[]) : undefined;
/** Functions that make anchors, which configurations name by tag: see `inert-yaml.ts`. */
const slugifier: Check = (value) =>
  typeof value === 'string' && /^python:(?:plain|unicode|pymdownx-(?:none|lower|lower-ascii|fold))$/.test(value)
    ? value.slice('python:'.length)
    : undefined;
const typeName = /^[a-z][a-z0-9_-]{0,40}$/i;
const typeNames: Check = (value) => {
  if (!Array.isArray(value) || value.length > 100) return undefined;
  const types = value.map((item): JsonValue | undefined => {
    if (typeof item === 'string') return typeName.test(item) ? item : undefined;
    const { name, class: of, title } = (item ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof name !== 'string' || !typeName.test(name)) return undefined;
    const isClass = typeof of === 'string' && typeName.test(of);
    return { name, ...(isClass && { class: of }), ...(typeof title === 'string' && { title: title.slice(0, 200) }) };
  });
  return types.every((item) => item !== undefined) ? types : undefined;
};

/** Extensions that a site may ask for beyond the base, or adjust, with the only options that are heeded. */
const allowed: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  abbr: {},
  admonition: {},
  attr_list: {},
  def_list: {},
  footnotes: { BACKLINK_TEXT: shortText, SEPARATOR: oneOf(':', '-'), USE_DEFINITION_ORDER: flag },
  md_in_html: {},
  nl2br: {},
  sane_lists: {},
  smarty: { smart_dashes: flag, smart_quotes: flag, smart_angled_quotes: flag, smart_ellipses: flag },
  tables: {},
  // The portal draws its own marks beside headings, whatever `permalink` says.
  toc: {
    title: shortText,
    toc_depth: tocDepth,
    baselevel: wholeNumber,
    separator: oneOf('-', '_'),
    slugify: slugifier,
  },
  wikilinks: {},
  mdx_truly_sane_lists: { nested_indent: wholeNumber, truly_sane: flag },
  'pymdownx.arithmatex': {
    smart_dollar: flag,
    inline_syntax: someOf('dollar', 'round'),
    block_syntax: someOf('dollar', 'square', 'begin'),
  },
  'pymdownx.betterem': { smart_enable: oneOf('all', 'asterisk', 'underscore', 'none') },
  'pymdownx.caret': { smart_insert: flag, insert: flag, superscript: flag },
  'pymdownx.critic': { mode: oneOf('view', 'accept', 'reject') },
  'pymdownx.details': {},
  'pymdownx.emoji': {},
  'pymdownx.escapeall': { hardbreak: flag, nbsp: flag },
  'pymdownx.fancylists': { inject_style: flag },
  'pymdownx.highlight': {
    auto_title: flag,
    default_lang: shortText,
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
  'pymdownx.tabbed': { slugify: slugifier, combine_header_slug: flag },
  'pymdownx.tasklist': { clickable_checkbox: () => undefined },
  'pymdownx.tilde': { smart_delete: flag, delete: flag, subscript: flag },
  'pymdownx.blocks.admonition': { types: typeNames },
  'pymdownx.blocks.caption': { auto: flag, prepend: flag },
  'pymdownx.blocks.definition': {},
  'pymdownx.blocks.details': { types: typeNames },
  'pymdownx.blocks.html': {},
  'pymdownx.blocks.tab': { slugify: slugifier, combine_header_slug: flag },
};

/** Other names for what the base already does, or what a portal page has no use for. Silent. */
const covered: ReadonlySet<string> = new Set(
  `codehilite extra fenced_code legacy_attrs legacy_em meta gfm_admonition github-callouts markdown_gfm_admonition
  markdown_inline_graphviz markdown_inline_graphviz_extension markdown_graphviz_inline markdown_inline_mermaid
  plantuml_markdown plantuml-markdown pymdownx.extra techdocs-core markdown_checklist.extension del_ins
  mdx_linkify linkify pymdownx.extrarawhtml`.split(/\s+/),
);

/** Extensions that are another one under another name. */
const aliases: Readonly<Record<string, string>> = {
  mdx_math: 'pymdownx.arithmatex',
  'python-markdown-math': 'pymdownx.arithmatex',
};

/** The kinds of notes and foldings that the TechDocs plugin makes with blocks. */
const blockTypes =
  'new settings note abstract info tip success question warning failure danger bug example quote'.split(' ');
const techdocsBlocks: ExtensionOptions = {
  'pymdownx.blocks.admonition': { types: blockTypes },
  'pymdownx.blocks.details': { types: blockTypes.map((name) => ({ name: `details-${name}`, class: name })) },
  'pymdownx.blocks.tab': {},
};

/** What of a site's `markdown_extensions` is heeded: options to pass on, and names that are not known. */
export interface AllowedExtensions {
  readonly extensions: ExtensionOptions;
  readonly dropped: readonly string[];
}

/**
 * Filters `markdown_extensions` (a list of names and mappings, or one mapping) through the table; `pymdownx.extra` and `extra` hold
 * the options of others.
 */
export function allowExtensions(value: unknown, { usesBlocks = false } = {}): AllowedExtensions {
  const extensions: Record<string, JsonObject> = usesBlocks ? { ...techdocsBlocks } : {};
  const dropped: string[] = [];
  for (const [written, options] of namedItems(value)) {
    const plain = written.replace(/^markdown\.extensions\./, '').replace(/:\w*Extension$/, '');
    const name = Object.hasOwn(aliases, plain) ? (aliases[plain] ?? plain) : plain;
    const checks = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (checks) extensions[name] = { ...extensions[name], ...allowOptions(checks, options) };
    else if (!covered.has(name)) dropped.push(written);
    else if (/^(?:pymdownx\.)?extra$/.test(name)) {
      const inner = allowExtensions(options, {});
      for (const [key, own] of Object.entries(inner.extensions)) extensions[key] = { ...extensions[key], ...own };
    }
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
