import type { SearchPages } from '../../../portal/views/search-pages.ts';

/** Most names are of these letters alone, which takes a tenth of the time to find out. */
const isPlain = (text: string): boolean => /^[a-z0-9-]*$/.test(text);

/** Letters and digits alone: `OrdersService`, `orders-service` and "orders service" are the same name. */
export const squeezed = (text: string): string =>
  isPlain(text) ? text.replaceAll('-', '') : text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** The words of a name or a query: parted at signs and where small letters turn into capitals. */
export const wordsOf = (text: string): readonly string[] =>
  isPlain(text)
    ? text.split('-').filter(Boolean)
    : text
        .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);

/** What one page goes by, ready to be compared. */
export interface PageName {
  readonly isEntity: boolean;
  /** As people read it. */
  readonly title: string;
  readonly squeezedTitle: string;
  /** Of an entity: its name, and the ways to write its reference. */
  readonly squeezedName: string;
  readonly refs: readonly string[];
  readonly words: readonly string[];
}

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const nameOf = (path: string, title: string): PageName => {
  const segments = path.split('/');
  const [root, namespace = '', kind = '', last = ''] = path.includes('%') ? segments.map(decoded) : segments;
  const isEntity = root === 'catalog' && last !== '';
  const shown = title === '' ? (isEntity ? last : (segments.at(-2) ?? '')) : title;
  if (!isEntity)
    return { isEntity, title: shown, squeezedTitle: squeezed(shown), squeezedName: '', refs: [], words: [] };
  const squeezedName = squeezed(last);
  const words = wordsOf(last);
  return {
    isEntity,
    title: shown,
    squeezedTitle: shown === last ? squeezedName : squeezed(shown),
    squeezedName,
    refs: [`${kind}:${namespace}/${last}`, `${namespace}/${last}`, `${kind}:${last}`],
    words: shown === last ? words : [...new Set([...words, ...wordsOf(shown)])],
  };
};

/** What each page of the table goes by. */
export const namesOf = (pages: SearchPages): readonly PageName[] =>
  pages.paths.map((path, index) => nameOf(path, pages.titles[index] ?? ''));

/** How a query names a page, the best first. */
export const closeness = { reference: 0, title: 1, docsTitle: 2, beginning: 3, words: 4, none: 5 } as const;

/** A query, ready to be compared. */
export interface Asked {
  readonly text: string;
  readonly squeezed: string;
  readonly words: readonly string[];
}

/** Reads a query as a name; quotes are about text, not names. */
export const askedFor = (query: string): Asked => {
  const text = query.replaceAll('"', '').trim();
  return { text: text.toLowerCase(), squeezed: squeezed(text), words: wordsOf(text) };
};

/** How well a query names a page: whole, its beginning, or the beginnings of its words. */
export const closenessOf = (page: PageName, asked: Asked): number => {
  if (asked.squeezed === '') return closeness.none;
  if (!page.isEntity) return page.squeezedTitle === asked.squeezed ? closeness.docsTitle : closeness.none;
  if (page.squeezedName === asked.squeezed || page.refs.includes(asked.text)) return closeness.reference;
  if (page.squeezedTitle === asked.squeezed) return closeness.title;
  if (page.squeezedName.startsWith(asked.squeezed) || page.squeezedTitle.startsWith(asked.squeezed))
    return closeness.beginning;
  const saysAll = asked.words.every((word) => page.words.some((own) => own.startsWith(word)));
  return saysAll ? closeness.words : closeness.none;
};
