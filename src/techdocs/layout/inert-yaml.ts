import {
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  load,
  mergeTag,
  type Schema,
  type TagDefinition,
  YAMLException,
} from 'js-yaml';

/** What a configuration file holds once every tag in it is dead. */
export interface InertYaml {
  readonly value: unknown;
  /** Tags that were met, as written (`!!python/name:…`, `!ENV`), distinct, in order. Their values are `null`. */
  readonly tags: readonly string[];
  readonly error?: { readonly reason: string; readonly line?: number; readonly column?: number };
}

const longestText = 262_144;

/** Functions by which configurations say how anchors are made, and ours in their place. */
const slugifiers: ReadonlyMap<string, string> = new Map([
  ['!!python/name:markdown.extensions.toc.slugify', 'python:plain'],
  ['!!python/name:markdown.extensions.toc.slugify_unicode', 'python:unicode'],
  ['!!python/name:pymdownx.slugs.uslugify', 'python:pymdownx-lower'],
  ['!!python/name:pymdownx.slugs.uslugify_cased', 'python:pymdownx-none'],
  ['!!python/name:pymdownx.slugs.gfm', 'python:pymdownx-lower-ascii'],
  ['!!python/name:pymdownx.slugs.slugify', 'python:pymdownx-none'],
]);
const pymdownSlugs = '!!python/object/apply:pymdownx.slugs.slugify';

/**
 * Parses a foreign YAML configuration as data. No tag ever makes anything: a tagged value becomes `null`, except the monorepo
 * plugin's `!include path`, which becomes the text `!include path`, and functions that make anchors, which become
 * the name of ours (`python:pymdownx-lower`).
 */
export function parseInertYaml(text: string): InertYaml {
  if (text.length > longestText) return { value: undefined, tags: [], error: { reason: 'it is larger than 256 KiB' } };
  const tags = new Set<string>();
  try {
    return { value: load(text, { schema: inertSchema(tags), maxAliases: 50, json: true }), tags: [...tags] };
  } catch (error) {
    const mark = error instanceof YAMLException ? error.mark : undefined;
    const reason = error instanceof YAMLException ? error.reason : String(error);
    return {
      value: undefined,
      tags: [...tags],
      error: { reason, ...(mark && { line: mark.line + 1, column: mark.column + 1 }) },
    };
  }
}

function inertSchema(tags: Set<string>): Schema {
  const note = (tag: string) => {
    tags.add(shortTag(tag));
    return null;
  };
  return CORE_SCHEMA.withTags(mergeTag, inertTags('!', note), inertTags('tag:', note));
}

function inertTags(prefix: string, note: (tag: string) => null): readonly TagDefinition[] {
  return [
    defineScalarTag<string | null>(prefix, {
      matchByTagPrefix: true,
      identify: () => false,
      resolve: (source, _explicit, tag) =>
        tag === '!include' ? `!include ${source}` : (slugifiers.get(shortTag(tag)) ?? note(tag)),
    }),
    defineSequenceTag<unknown[], null>(prefix, {
      matchByTagPrefix: true,
      identify: () => false,
      create: (tag) => {
        note(tag);
        return [];
      },
      addItem: () => '',
      finalize: () => null,
    }),
    defineMappingTag<{ readonly tag: string; arguments?: unknown }, string | null>(prefix, {
      matchByTagPrefix: true,
      identify: () => false,
      create: (tag) => {
        if (shortTag(tag) !== pymdownSlugs) note(tag);
        return { tag };
      },
      addPair: (made, key, value) => {
        if (key === 'kwds') made.arguments = value;
        return '';
      },
      has: () => false,
      keys: () => [],
      get: () => null,
      finalize: ({ tag, arguments: given }) => (shortTag(tag) === pymdownSlugs ? pymdownSlugifier(given) : null),
    }),
  ];
}

function shortTag(tag: string): string {
  return tag.replace('tag:yaml.org,2002:', '!!');
}

function pymdownSlugifier(given: unknown): string {
  const wanted: unknown = typeof given === 'object' && given !== null ? (given as { case?: unknown }).case : undefined;
  return `python:pymdownx-${['lower', 'lower-ascii', 'fold'].find((name) => name === wanted) ?? 'none'}`;
}
