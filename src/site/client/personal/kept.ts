/**
 * What this browser keeps for one portal, as JSON in its `localStorage`. Keys carry a version and the base path, because
 * two portals may share an origin. Where storing is forbidden or the place is full, values last as long as the page.
 */
type Name = 'starred' | 'recent' | 'teams' | 'dismissed' | 'density';

const prefix = (): string => `callboard:1:${document.documentElement.dataset['base'] ?? '/'}:`;

/** What could not be stored, by key. */
const unstored = new Map<string, string>();
const listeners = new Set<() => void>();

const readText = (key: string): string | null => {
  try {
    return unstored.get(key) ?? localStorage.getItem(key);
  } catch {
    return null;
  }
};

const store = (key: string, text: string): void => {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Full: the pages that were visited are what can best be spared.
    localStorage.removeItem(`${prefix()}recent`);
    localStorage.setItem(key, text);
  }
};

/** The value under a name; `undefined` where there is none or it cannot be read. */
export const readKept = (name: Name): unknown => {
  try {
    return JSON.parse(readText(prefix() + name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** The list under a name, of what `parse` makes sense of; everything else in it is left out. */
export const readKeptList = <Item>(name: Name, parse: (item: unknown) => Item | undefined): readonly Item[] => {
  const value = readKept(name);
  return Array.isArray(value) ? value.map(parse).filter((item) => item !== undefined) : [];
};

/** Keeps a value, or forgets it where it is `undefined`, and tells every listener. */
export const writeKept = (name: Name, value: unknown): void => {
  const key = prefix() + name;
  try {
    if (value === undefined) localStorage.removeItem(key);
    else store(key, JSON.stringify(value));
    unstored.delete(key);
  } catch {
    unstored.set(key, JSON.stringify(value ?? null));
  }
  for (const listener of listeners) listener();
};

/** Whether what is kept outlives the page. */
export const canKeep = (): boolean => {
  const key = `${prefix()}probe`;
  try {
    localStorage.setItem(key, key);
    localStorage.removeItem(key);
    return unstored.size === 0;
  } catch {
    return false;
  }
};

/** Calls `listener` whenever something kept changes: here, in another tab, or while this page was put aside. */
export const onKeptChange = (listener: () => void): (() => void) => {
  const fromElsewhere = ({ key }: StorageEvent): void => {
    if (key === null || key.startsWith(prefix())) listener();
  };
  const fromAside = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) listener();
  };
  listeners.add(listener);
  addEventListener('storage', fromElsewhere);
  addEventListener('pageshow', fromAside);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', fromElsewhere);
    removeEventListener('pageshow', fromAside);
  };
};
