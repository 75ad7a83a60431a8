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

/**
 * Parses a foreign YAML configuration as data. No tag ever makes anything: a tagged value becomes `null`,
 * except the monorepo plugin's `!include path`, which becomes the text `!include path`.
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
    tags.add(tag.replace('tag:yaml.org,2002:', '!!'));
    return null;
  };
  return CORE_SCHEMA.withTags(mergeTag, inertTags('!', note), inertTags('tag:', note));
}

function inertTags(prefix: string, note: (tag: string) => null): readonly TagDefinition[] {
  return [
    defineScalarTag<string | null>(prefix, {
      matchByTagPrefix: true,
      identify: () => false,
      resolve: (source, _explicit, tag) => (tag === '!include' ? `!include ${source}` : note(tag)),
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
    defineMappingTag<Set<unknown>, null>(prefix, {
      matchByTagPrefix: true,
      identify: () => false,
      create: (tag) => {
        note(tag);
        return new Set();
      },
      addPair: () => '',
      has: () => false,
      keys: () => [],
      get: () => null,
      finalize: () => null,
    }),
  ];
}
