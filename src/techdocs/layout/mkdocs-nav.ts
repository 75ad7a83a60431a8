/** One entry of a navigation as its author wrote it: `target` is a file, a URL or an `!include`. */
export interface WrittenNavItem {
  readonly title?: string;
  readonly target?: string;
  readonly children?: readonly WrittenNavItem[];
  /** The configuration that it was included from, and what is written there; absent: the site's own, as it is. */
  readonly from?: { readonly path: string; readonly written: string };
}

/** An entry that is neither a file, a link nor a section: where it is and what. */
export interface InvalidNavEntry {
  /** A word to look for: the title beside it, or the section that it is in. */
  readonly word: string;
  /** `entry 3 of "Guides" is a number, and no file, link or section`. */
  readonly message: string;
}

/** A navigation as it is written. */
export interface ParsedNav {
  readonly items: readonly WrittenNavItem[];
  readonly invalid: readonly InvalidNavEntry[];
}

interface Reading {
  left: number;
  readonly invalid: InvalidNavEntry[];
}

const mostItems = 20_000;
const deepest = 20;

/** Reads MkDocs' `nav` in every form. `undefined` when there is none; what cannot be read is left out and named. */
export function parseNav(value: unknown): ParsedNav | undefined {
  if (value === undefined || value === null) return undefined;
  const reading: Reading = { left: mostItems, invalid: [] };
  const items = readItems(value, 'nav', 0, reading);
  return { items, invalid: reading.invalid };
}

function readItems(value: unknown, section: string, depth: number, reading: Reading): readonly WrittenNavItem[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((item, index): readonly WrittenNavItem[] => {
    reading.left -= 1;
    if (reading.left < 0) return [];
    if (depth > deepest) {
      if (index === 0) note(reading, section, `"${short(section)}" is nested deeper than ${deepest} levels`);
      return [];
    }
    if (typeof item === 'string' && item.trim() !== '') return [{ target: item.trim() }];
    if (isMapping(item)) return readMapping(item, depth, reading);
    const of = section === 'nav' ? '' : ` of "${short(section)}"`;
    const subject = Array.isArray(value) ? `entry ${index + 1}${of}` : 'what is written';
    note(reading, section, `${subject} is ${describe(item)}, and no file, link or section`);
    return [];
  });
}

function readMapping(item: object, depth: number, reading: Reading): readonly WrittenNavItem[] {
  return Object.entries(item).flatMap(([title, content]): readonly WrittenNavItem[] => {
    if (typeof content === 'string' && content.trim() !== '') return [{ title, target: content.trim() }];
    // A section that its author has yet to fill.
    if (content === null || content === '') {
      note(reading, title, `"${short(title)}" has neither a page nor entries`);
      return [];
    }
    if (typeof content === 'object') return [{ title, children: readItems(content, title, depth + 1, reading) }];
    note(reading, title, `"${short(title)}" is ${describe(content)}, and no file, link or section`);
    return [];
  });
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function note(reading: Reading, word: string, message: string): void {
  if (reading.invalid.length < 20) reading.invalid.push({ word, message });
}

function describe(value: unknown): string {
  if (value === null || value === '') return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'boolean' ? 'true or false' : `a ${typeof value}`;
}

function short(text: string): string {
  return text.slice(0, 60);
}

/** A monorepo include: the path of one configuration, or a pattern for the paths of several. */
export interface NavInclude {
  readonly path: string;
  readonly isPattern: boolean;
}

/** What a monorepo `!include path` or `*include pattern` names, if the target is one. */
export function includedConfig(target: string): NavInclude | undefined {
  const found = /^([!*])include\s+(\S.*?)\s*$/.exec(target);
  return found ? { path: found[2] ?? '', isPattern: found[1] === '*' } : undefined;
}

/** Whether a target is an address of its own and no file of the site. */
export function isAddress(target: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(target);
}
