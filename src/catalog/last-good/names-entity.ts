/** What the text of a document that does not parse says in plain sight, lower case. */
export interface PlainNames {
  readonly names: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  readonly namespaces: ReadonlySet<string>;
  /** It says something of a namespace, if only in a line that is itself broken. */
  readonly mentionsNamespace: boolean;
}

const statement = /(?:^|[\s{,"'])(name|kind|namespace)["']?\s*:\s*["']?([\w.-]{1,253})["']?[ \t]*(?=[,}#\r\n]|$)/gi;

/** Reads the names, kinds and namespaces that a text states, wherever they stand. Linear. */
export function readPlainNames(text: string): PlainNames {
  const found = { name: new Set<string>(), kind: new Set<string>(), namespace: new Set<string>() };
  for (const [, key = '', value = ''] of text.matchAll(statement)) {
    found[key.toLowerCase() as keyof typeof found].add(value.toLowerCase());
  }
  const mentionsNamespace = /(?:^|\s)namespace\b/i.test(text);
  return { names: found.name, kinds: found.kind, namespaces: found.namespace, mentionsNamespace };
}

/** Whether a document that does not parse may well be this entity (canonical ref): what it leaves open is held for it. */
export function namesEntity({ names, kinds, namespaces, mentionsNamespace }: PlainNames, ref: string): boolean {
  const colon = ref.indexOf(':');
  const slash = ref.indexOf('/', colon);
  if (!names.has(ref.slice(slash + 1))) return false;
  if (kinds.size > 0 && !kinds.has(ref.slice(0, colon))) return false;
  const namespace = ref.slice(colon + 1, slash);
  return namespaces.size > 0 ? namespaces.has(namespace) : mentionsNamespace || namespace === 'default';
}
