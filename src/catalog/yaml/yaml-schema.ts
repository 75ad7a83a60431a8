import {
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  type MappingTagDefinition,
  type Schema,
} from 'js-yaml';

const yamlTag = Symbol('YAML tag');

/** A value that its author marked with a tag of their own, kept as data. Never interpreted. */
export interface TaggedValue {
  readonly [yamlTag]: string;
  readonly value: unknown;
}

/** The full name of a value's own tag (`tag:yaml.org,2002:python/name:x`), or `undefined` for ordinary values. */
export function tagOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && yamlTag in value ? String(value[yamlTag]) : undefined;
}

type PlainMap = Record<string, unknown>;

const isCollection = (key: unknown) => typeof key === 'object' && key !== null;

// Null prototypes: `__proto__` and `constructor` are keys like any other. Objects that `Object.create(null)` makes are
// hash tables to V8: four times the memory, and three times as slow to fill and to read.
const createMap = (): PlainMap => Object.setPrototypeOf({}, null) as PlainMap;

const nullPrototypeMap: MappingTagDefinition<PlainMap, PlainMap> = defineMappingTag('tag:yaml.org,2002:map', {
  create: createMap,
  addPair: (map, key, value) => {
    if (isCollection(key)) return 'a key must be text, but is a list or a mapping';
    map[String(key)] = value;
    return '';
  },
  has: (map, key) => !isCollection(key) && String(key) in map,
  keys: (map) => Object.keys(map),
  get: (map, key) => map[String(key)],
  identify: () => false,
});

const tagged = (name: string, value: unknown): TaggedValue => ({ [yamlTag]: name, value });

/** YAML 1.2 core: no dates, no merge keys, no tags of one's own; mappings without a prototype. */
export const plainSchema: Schema = CORE_SCHEMA.withTags(nullPrototypeMap);

/** As `plainSchema`, but values with unknown tags become `TaggedValue`s. */
export const taggedSchema: Schema = plainSchema.withTags(
  defineScalarTag<unknown>('', {
    matchByTagPrefix: true,
    resolve: (source, _explicit, name) => tagged(name, source),
    identify: () => false,
  }),
  defineSequenceTag('', {
    matchByTagPrefix: true,
    create: (name): { name: string; items: unknown[] } => ({ name, items: [] }),
    addItem: (carrier, item) => {
      carrier.items.push(item);
    },
    finalize: (carrier): unknown => tagged(carrier.name, carrier.items),
    identify: () => false,
  }),
  defineMappingTag('', {
    matchByTagPrefix: true,
    create: (name): { name: string; map: PlainMap } => ({ name, map: createMap() }),
    addPair: (carrier, key, value) => nullPrototypeMap.addPair(carrier.map, key, value),
    has: (carrier, key) => nullPrototypeMap.has(carrier.map, key),
    keys: () => [],
    get: () => undefined,
    finalize: (carrier): unknown => tagged(carrier.name, carrier.map),
    identify: () => false,
  }),
);
