import { rememberRecent } from './remember-recent.ts';

/** One document's stretch of a YAML stream. */
export interface YamlChunk {
  /** Directives, marker and content, line feeds only. */
  readonly text: string;
  /** 1-based line of the file on which `text` begins. */
  readonly line: number;
}

// At the start of a line these are document markers wherever they stand, even inside a block scalar (YAML 1.2, 9.1.2).
const documentMarker = /(?<=^|\n)\uFEFF?(---|\.\.\.)(?=[ \t\n]|$)/g;
const nothingButComments = /^(?:[ \t]*(?:#[^\n]*)?(?:\n|$))*$/;

/**
 * Cuts a YAML stream into its documents without parsing, so that a document that does not parse leaves its siblings
 * whole. Stretches of comments alone are dropped; directives stay with the document that they belong to.
 */
export function splitDocuments(text: string): YamlChunk[] {
  const chunks: YamlChunk[] = [];
  const lines = lineCounter(text);
  let start = 0;
  const close = (end: number, next: number, keepDirectives: boolean) => {
    const chunk = text.slice(start, end);
    if (keepDirectives && startsWithDirective(chunk)) return;
    if (!nothingButComments.test(chunk)) chunks.push({ text: chunk, line: lines(start) });
    start = next;
  };
  for (const match of text.matchAll(documentMarker)) {
    if (match[1] === '---') {
      close(match.index, match.index, true);
    } else {
      const lineEnd = text.indexOf('\n', match.index);
      const next = lineEnd === -1 ? text.length : lineEnd + 1;
      close(match.index, next, false);
    }
  }
  close(text.length, text.length, false);
  return chunks;
}

/** Leaves out the `---` line, blank lines before and white space after: what its author would call the document. */
export function trimDocument(chunk: YamlChunk): YamlChunk {
  const head = /^(?:---[ \t]*\n)?(?:[ \t]*\n)*/.exec(chunk.text)?.[0] ?? '';
  const skipped = head.split('\n').length - 1;
  return { text: chunk.text.slice(head.length).trimEnd(), line: chunk.line + skipped };
}

function startsWithDirective(chunk: string): boolean {
  return /^(?:[ \t]*(?:#[^\n]*)?\n)*%/.test(chunk);
}

function lineCounter(text: string): (offset: number) => number {
  let at = 0;
  let line = 1;
  return (offset) => {
    for (let next = text.indexOf('\n', at); next !== -1 && next < offset; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}

/** The line and column of the file (1-based) at an offset of a chunk. */
export function placeInFile(chunk: YamlChunk, offset: number): { line: number; column: number } {
  const at = Math.max(offset, 0);
  const starts = lineStarts(chunk);
  let [first, last] = [0, starts.length - 1];
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((starts[middle] ?? 0) <= at) first = middle;
    else last = middle - 1;
  }
  return { line: chunk.line + first, column: at - (starts[first] ?? 0) + 1 };
}

// A list of 40,000 wrong items asks as often; counting its lines anew each time would take minutes.
const lineStarts = rememberRecent(32, ({ text }: YamlChunk): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
});
