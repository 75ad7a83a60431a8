/** An entity's identity, in its author's spelling. */
export interface EntityRef {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** What the place of a reference fills in where the text leaves it out. */
export interface EntityRefDefaults {
  readonly defaultKind?: string | undefined;
  readonly defaultNamespace?: string | undefined;
}

/** A parsed reference, or why it is none. */
export type ParsedEntityRef =
  | { readonly ok: true; readonly ref: EntityRef }
  | { readonly ok: false; readonly reason: 'malformed' | 'no-kind' };

/** The namespace of entities that name none. */
export const defaultNamespace = 'default';

/**
 * Parses `[<kind>:][<namespace>/]<name>` as Backstage does: the first `:` ends the kind, the first `/` the namespace,
 * a `/` before the `:` makes the rest a name, and an empty part is an error.
 */
export function parseEntityRef(text: string, defaults: EntityRefDefaults = {}): ParsedEntityRef {
  const slash = text.indexOf('/');
  const firstColon = text.indexOf(':');
  const colon = slash !== -1 && slash < firstColon ? -1 : firstColon;
  const kind = colon === -1 ? defaults.defaultKind : text.slice(0, colon);
  const namespace = slash === -1 ? defaults.defaultNamespace || defaultNamespace : text.slice(colon + 1, slash);
  const name = text.slice(Math.max(colon, slash) + 1);
  if (namespace === '' || name === '' || (colon !== -1 && kind === '')) return { ok: false, reason: 'malformed' };
  if (!kind) return { ok: false, reason: 'no-kind' };
  return { ok: true, ref: { kind, namespace, name } };
}

/** `kind:namespace/name` in its author's spelling. */
export function formatEntityRef(ref: EntityRef): string {
  return `${ref.kind}:${ref.namespace}/${ref.name}`;
}

/** The canonical form, lower case whatever the locale: entities are equal when these strings are. */
export function canonicalRef(ref: EntityRef): string {
  return formatEntityRef(ref).toLowerCase();
}
