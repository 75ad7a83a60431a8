/** How the entries of a folder are sorted. */
export interface FolderSort {
  readonly by?: 'path' | 'filename' | 'title';
  readonly descending?: boolean;
  readonly natural?: boolean;
  readonly ignoreCase?: boolean;
  readonly sections?: 'first' | 'last' | 'mixed';
}

/** One entry of an ordering file. */
export type OrderEntry =
  /** A page, a folder or an address. */
  | { readonly type: 'item'; readonly target: string; readonly title?: string }
  | { readonly type: 'section'; readonly title: string; readonly entries: readonly OrderEntry[] }
  /** Everything that the pattern matches and nothing else names; `flat`: pages below, without their folders. */
  | { readonly type: 'rest'; readonly pattern: string; readonly flat?: boolean; readonly sort?: FolderSort };

/** What the ordering file of a folder says. Absent: as the folder above, or as ever. */
export interface FolderOrder {
  readonly title?: string;
  readonly hide?: boolean;
  readonly entries?: readonly OrderEntry[];
  /** What no entry names comes after them. */
  readonly appendRest?: boolean;
  readonly sort?: FolderSort;
  /** The sorting holds for this folder alone. */
  readonly sortsOnlyHere?: boolean;
  /** A folder with one entry gives way to it: this folder, or this and those below. */
  readonly collapse?: boolean;
  readonly collapseBelow?: boolean;
  /** Patterns of what is left out here and below. */
  readonly ignore?: readonly string[];
  readonly keepNames?: boolean;
}

/** An ordering file as it was read, and what is wrong with it. */
export interface ParsedOrder {
  readonly order: FolderOrder;
  readonly problems: readonly { readonly message: string; readonly word: string }[];
}

/** The value when it is a text that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 1000 ? value.trim() : undefined;
}

/** The value when it is one of these. */
export function choice<T extends string>(value: unknown, ...values: readonly T[]): T | undefined {
  return values.find((known) => known === value);
}

/** Only what is there: no key without a value. */
export function present<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as never;
}
