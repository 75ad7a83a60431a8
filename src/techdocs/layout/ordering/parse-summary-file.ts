import type { OrderEntry, ParsedOrder } from './folder-order.ts';

interface Line {
  readonly indent: number;
  readonly text: string;
}

const mostLines = 5000;

/**
 * Reads the list of links of a `SUMMARY.md` as mkdocs-literate-nav does: the list after `<!--nav-->`, else the last one. Nested
 * lists are sections, a link to a folder is that folder, a path with `*` what it matches. Never throws.
 */
export function parseSummaryFile(text: string): ParsedOrder {
  const lines = text.split(/\r\n|\r|\n/, mostLines);
  const mark = lines.findIndex((line) => line.trim() === '<!--nav-->');
  const lists = listsOf(mark === -1 ? lines : lines.slice(mark + 1));
  const list = mark === -1 ? lists.at(-1) : lists[0];
  return { order: list ? { entries: nest(list) } : {}, problems: [] };
}

/** Runs of list items; anything else between two items ends a list, but for blank lines and lines of text in an item. */
function listsOf(lines: readonly string[]): readonly (readonly Line[])[] {
  const lists: Line[][] = [];
  let open: Line[] | undefined;
  for (const line of lines) {
    const item = /^([ \t]{0,60})(?:[*+-]|\d{1,9}[.)])[ \t]+(\S.{0,500})$/.exec(line.slice(0, 600));
    if (item) {
      const indent = (item[1] ?? '').replaceAll('\t', '    ').length;
      if (!open) {
        open = [];
        lists.push(open);
      }
      open.push({ indent, text: (item[2] ?? '').trim() });
    } else if (line.trim() !== '' && !/^[ \t]/.test(line)) open = undefined;
  }
  return lists;
}

function nest(lines: readonly Line[]): readonly OrderEntry[] {
  const entries: OrderEntry[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    let end = at + 1;
    while (end < lines.length && (lines[end]?.indent ?? 0) > line.indent) end += 1;
    entries.push(...entryOf(line.text, nest(lines.slice(at + 1, end))));
    at = end;
  }
  return entries;
}

function entryOf(text: string, children: readonly OrderEntry[]): readonly OrderEntry[] {
  const link = /^\[([^\]]*)\]\(\s*<?([^)\s>]+)>?[^)]*\)\s*$/.exec(text);
  const title = (link?.[1] ?? text).replace(/\\(.)/g, '$1').trim();
  const target = link?.[2] === undefined ? undefined : decoded(link[2]);
  if (children.length > 0) {
    const first: readonly OrderEntry[] = target === undefined ? [] : [{ type: 'item', target }];
    return [{ type: 'section', title, entries: [...first, ...children] }];
  }
  if (target !== undefined) return [{ type: 'item', target, title }];
  return text.includes('*') ? [{ type: 'rest', pattern: text }] : [];
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
