import type { DocsLayout } from '../layout/docs-layout.ts';
import { placeOf } from '../layout/place-in-text.ts';
import { resolveInside } from '../layout/repository-paths.ts';
import { findAddresses, type WrittenAddress } from './markdown-addresses.ts';

/** Where something of a page stands: the page's own file or a snippet of it. */
export interface AddressPlace {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/** Text of a kept file of the repository; `''` for what is not kept. */
export type ReadText = (path: string) => string;

const mostSnippets = 50;

/**
 * Finds an address of a page in its Markdown, or in the snippets that it includes: the first that `isMeant`, else the first place at
 * which it is spelled so. Where it is nowhere, the page itself is named.
 */
export function locateAddress(
  page: string,
  spelling: string,
  layout: Snippets,
  read: ReadText,
  isMeant: (address: string) => boolean = sameAs(spelling),
): AddressPlace {
  const texts = textsOf(page, layout, read);
  for (const { path, text, addresses } of texts) {
    const found = addresses.find(({ address }) => isMeant(address));
    if (found) return { path, ...placeAt(text, found.index) };
  }
  for (const { path, text } of texts) {
    const place = placeOf(text, spelling, decode(spelling));
    if (place.line !== undefined) return { path, ...place };
  }
  return { path: page };
}

type Snippets = Pick<DocsLayout, 'snippetBases' | 'snippetFiles'>;

interface ScannedText {
  readonly path: string;
  readonly text: string;
  readonly addresses: readonly WrittenAddress[];
}

// A page with one broken link often has more: the last one that was asked for is kept.
const scanned = new WeakMap<Snippets, { readonly page: string; readonly texts: readonly ScannedText[] }>();

function textsOf(page: string, layout: Snippets, read: ReadText): readonly ScannedText[] {
  const known = scanned.get(layout);
  if (known?.page === page) return known.texts;
  const texts = [page, ...snippetsOf(page, layout, read)].map((path) => {
    const text = read(path);
    return { path, text, addresses: findAddresses(text) };
  });
  scanned.set(layout, { page, texts });
  return texts;
}

function placeAt(text: string, index: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, index);
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
}

/** Whether an address in Markdown is what stands in the page: entities and escapes are spelled in many ways. */
function sameAs(spelling: string): (address: string) => boolean {
  const wanted = plain(spelling);
  return (address) => address === spelling || plain(address) === wanted;
}

function plain(address: string): string {
  const text = decode(address.replace(/&amp;/g, '&').replace(/\\([!-/:-@[-`{-~])/g, '$1'));
  const isUrl = /^https?:/i.test(text) && URL.canParse(text);
  return isUrl ? decode(new URL(text).href) : text.replace(/\s+/g, ' ');
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

/** Files that a page includes as snippets, and that these include. */
function snippetsOf(page: string, { snippetBases, snippetFiles }: Snippets, read: ReadText): readonly string[] {
  const known = new Set(snippetFiles);
  const found = new Set<string>();
  const visit = (path: string) => {
    for (const name of snippetNames(read(path))) {
      const file = snippetBases.map((base) => resolveInside(base, name)).find((each) => each && known.has(each));
      if (!file || file === page || found.has(file) || found.size >= mostSnippets) continue;
      found.add(file);
      visit(file);
    }
  };
  visit(page);
  return [...found];
}

function snippetNames(text: string): readonly string[] {
  if (!text.includes('8<-')) return [];
  const names: string[] = [];
  let inBlock = false;
  for (const line of text.split('\n')) {
    const mark = /^[ \t]*-+8<-+(.*)$/.exec(line)?.[1];
    if (mark?.trim() === '') inBlock = !inBlock;
    else if (mark !== undefined) names.push(/^[ \t]+(["'])(.+)\1/.exec(mark)?.[2] ?? '');
    else if (inBlock) names.push(line.trim());
  }
  return names.filter((name) => name !== '' && !name.startsWith(';')).map((name) => name.replace(sections, ''));
}

/** Lines or a named part of a snippet: `file.md:2:5`, `file.md:part`. */
const sections = /(?::[^:/]*){1,2}$/;
