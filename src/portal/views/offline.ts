/** One file that can be saved: its path below the portal's root, bytes, and SHA-256 in hexadecimal digits. */
export type OfflineFile = readonly [key: string, size: number, sha256: string];

/** Files that are saved together: an entity's page, a docs site, the search index. */
export interface OfflineGroup {
  readonly files: readonly OfflineFile[];
  /** Other groups that its pages cannot do without. */
  readonly needs?: readonly string[];
}

/** `offline/lists/<name>.json`: groups by name. */
export type OfflineList = Readonly<Record<string, OfflineGroup>>;

/** `offline/lists/index.json`: what lists there are, and what they weigh. */
export interface OfflineIndex {
  readonly version: 1;
  /** How many lists share the pages of entities and docs. */
  readonly shards: number;
  readonly lists: Readonly<Record<string, readonly [sha256: string, files: number, bytes: number]>>;
}

/** A set of entities that can be saved at once. */
export interface OfflineSet {
  readonly type: 'team' | 'system' | 'domain' | 'kind';
  /** A ref; of a kind, its lower-case name. */
  readonly id: string;
  readonly title: string;
  /** Positions in `entities`. */
  readonly entities: readonly number[];
}

/** `offline/parts.json`: what can be chosen. */
export interface OfflineParts {
  readonly version: 1;
  /** `namespace/kind/name`. */
  readonly entities: readonly string[];
  readonly docs: readonly { readonly title: string; readonly group: string }[];
  /** Position of an entity → group of the docs that another entity publishes for it. */
  readonly borrowed: Readonly<Record<string, string>>;
  readonly sets: readonly OfflineSet[];
}

/** What can be saved, as a button or a list offers it. */
export interface OfflineChoice {
  /** Unique among the parts of a portal. */
  readonly id: string;
  readonly title: string;
  /** What is shown first; a path below the base. */
  readonly start: string;
  /** Names of groups; `all`: every one that there is; a set is looked up anew at every update. */
  readonly what: { readonly groups: readonly string[] } | { readonly set: string } | { readonly all: true };
}

/** `/offline/`: what is shown in place of a page that is not there without a network. */
export interface OfflinePage {
  readonly page: 'offline';
  readonly frame: import('./shared.ts').PageFrame;
}

/** Path of the page that stands in for others. */
export const offlinePagePath = 'offline/';
/** Path of the list of what can be chosen. */
export const offlinePartsPath = 'offline/parts.json';

/** Path of a list. */
export const offlineListPath = (name: string): string => `offline/lists/${name}.json`;

/** Groups that have a list of their own; everything else is spread over shards. */
const ownLists = ['shell', 'search', 'mermaid', 'katex', 'rest'] as const;

/** What a reader never opens: the worker itself, what is for other machines, and the lists. */
const unsaved =
  /^(?:sw\.js|404\.html|manifest\.json|robots\.txt|llms[^/]*\.txt|sitemap[^/]*\.xml|badge\/|social\/|offline\/(?!index\.html$)|catalog\/(?:.*\/)?index\.md$)/;
const shell =
  /^(?:assets\/|index\.html$|manifest\.webmanifest$|(?:search|settings|offline|docs)\/index\.html$|api\/(?:names|teams)\.json$|quick-open\/)/;
const entityFolder = /^(?:catalog|docs)\/[^/]+\/[^/]+\/[^/]+(?=\/)/;
const kindFolder = /^catalog\/[^/]+(?=\/(?:\d+\/)?[^/]+$)/;

/** The group of a file; `undefined`: it is never saved. */
export const offlineGroupOf = (key: string): string | undefined => {
  if (unsaved.test(key)) return undefined;
  if (key.startsWith('pagefind/')) return 'search';
  if (key.startsWith('assets/mermaid-')) return 'mermaid';
  if (key.startsWith('assets/katex-')) return 'katex';
  if (shell.test(key)) return 'shell';
  return (kindFolder.exec(key) ?? entityFolder.exec(key))?.[0] ?? 'rest';
};

/** The list that a group stands in. FNV-1a spreads the names evenly and is the same everywhere. */
export const offlineListOf = (group: string, shards: number): string => {
  if ((ownLists as readonly string[]).includes(group)) return group;
  let hash = 0x811c9dc5;
  for (let at = 0; at < group.length; at++) hash = Math.imul(hash ^ group.charCodeAt(at), 0x01000193) >>> 0;
  return `s${hash % shards}`;
};

/** Groups of an entity `namespace/kind/name`; that it has docs need not be known. */
export const entityGroups = (path: string): readonly string[] => [`catalog/${path}`, `docs/${path}`];

/** Names of the caches of the portal at `base`. Their version changes when what is in them is written in another way. */
export const offlineCaches = (base: string) => ({
  /** Pages and data as they were when they were last visited. */
  visited: `callboard 1 ${base} visited`,
  /** Files whose names carry a hash. */
  assets: `callboard 1 ${base} assets`,
  /** The page that stands in for others, and what it loads. */
  shell: `callboard 1 ${base} shell`,
  /** What was saved by choice: files by hash, and a record of each part. */
  saved: `callboard 1 ${base} saved`,
});

/** Whether a cache belongs to the portal at `base`, of whatever version. */
export const isOfflineCache = (name: string, base: string): boolean => {
  const [product, version, of] = name.split(' ');
  return product === 'callboard' && /^\d+$/.test(version ?? '') && of === base;
};

/** The key that a URL's path means below `base`; `undefined`: none. */
export const keyOfPath = (base: string, pathname: string): string | undefined => {
  if (!pathname.startsWith(base)) return undefined;
  try {
    const segments = pathname.slice(base.length).split('/').map(decodeURIComponent);
    if (segments.some((segment) => segment.includes('/'))) return undefined;
    const key = segments.join('/');
    return key === '' || key.endsWith('/') ? `${key}index.html` : key;
  } catch {
    return undefined;
  }
};

/** The path under which a key is asked for: pages by their folder, each segment encoded. */
export const pathOfKey = (base: string, key: string): string =>
  base +
  key
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
