import { createHash } from 'node:crypto';
import type { CatalogEntity, JsonValue } from '../../catalog/entity.ts';

/**
 * What can change of an entity, by field: `=` and the value as text, or `#` and its digest where it is long or no text. The same for
 * the same descriptor, whichever version of Callboard reads it.
 */
export type EntityFacts = Readonly<Record<string, string>>;

/** Longer values are known by their digest. */
const longestText = 200;
/** What Callboard adds, which says where an entity was read and nothing of the entity. */
const ours =
  /^(?:backstage\.io\/(?:managed-by-location|managed-by-origin-location|source-location|view-url|edit-url|orphan)|callboard\.dev\/owner-inferred-from)$/;
/** Fields of words, which may be names of entities by chance. */
const words: ReadonlySet<string> = new Set(['type', 'lifecycle']);

/** Facts of an entity; `docs` names the content of its docs, where it publishes some. */
export function entityFacts({ entity, source, claims }: CatalogEntity, docs: string | undefined): EntityFacts {
  const { annotations = {}, name: _name, namespace: _namespace, ...metadata } = entity.metadata;
  const fields: [field: string, value: JsonValue | undefined][] = [
    ...Object.entries(metadata),
    ...Object.entries(annotations)
      .filter(([name]) => !ours.test(name))
      .map(([name, value]): [string, string] => [`annotations.${name}`, value]),
    ...Object.entries(entity.spec ?? {}).map(([field, value]): [string, JsonValue | undefined] => [
      field,
      words.has(field) ? value : inFull(value, claims),
    ]),
    ['repository', source.repository],
  ];
  const facts = fields.flatMap(([field, value]) => (value === undefined ? [] : [[field, write(value)] as const]));
  return Object.fromEntries([...facts, ...(docs === undefined ? [] : [['docs', digest(docs)] as const])]);
}

// However its author writes it, a reference is to the same entity.
function inFull(value: JsonValue | undefined, claims: CatalogEntity['claims']): JsonValue | undefined {
  if (Array.isArray(value)) return value.map((each) => inFull(each, claims) ?? null);
  if (typeof value !== 'string') return value;
  const name = value.toLowerCase();
  const isMeant = (ref: string) => ref === name || ref.endsWith(`/${name}`) || ref.endsWith(`:${name}`);
  return claims.find(({ targetRef }) => isMeant(targetRef))?.targetRef ?? value;
}

function write(value: JsonValue): string {
  const values = Array.isArray(value) ? value : [value];
  const text = values.every(isPlain) ? values.join(', ') : undefined;
  const isTold = text !== undefined && text.length <= longestText && !/[\r\n]/.test(text);
  return isTold ? `=${text}` : digest(JSON.stringify(value));
}

function isPlain(value: JsonValue): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function digest(text: string): string {
  return `#${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}
