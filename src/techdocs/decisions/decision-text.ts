import { parseInertYaml } from '../layout/inert-yaml.ts';

/** A decision record taken apart: what it says of itself, by lower-case name, and nothing of its reasons. */
export interface DecisionText {
  readonly heading?: string;
  /** From the front matter; names in lower case with `-` between words. */
  readonly front: ReadonlyMap<string, unknown>;
  /** From lines such as `* Status: accepted`, `**Date:** 2020-01-31`, `| Status | Accepted |`, and sections of one line. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

const names =
  'status|state|date|deciders|decision[- ]makers?|decision[- ]owners?|authors?|superseded[- ]by|replaced[- ]by';
const fieldLine = new RegExp(
  `^\\s*(?:[-*+]\\s+)?(?:\\*\\*|__)?(${names})(?:\\*\\*|__)?\\s*:\\s*(?:\\*\\*|__)?\\s*(.*)$`,
  'i',
);
const tableRow = new RegExp(`^\\s*\\|\\s*(?:\\*\\*)?(${names})(?:\\*\\*)?\\s*:?\\s*\\|\\s*([^|]+?)\\s*\\|\\s*$`, 'i');
const sectionName = new RegExp(`^(?:${names})$`, 'i');
const mostLines = 2000;
const longestLine = 500;

/** Takes a record's Markdown apart, without ever throwing. */
export function readDecisionText(text: string): DecisionText {
  const { front, body } = splitFrontMatter(text.replace(/^\uFEFF/, ''));
  const fields = new Map<string, string[]>();
  const add = (name: string, value: string) => {
    const key = keyOf(name);
    if (value.trim() !== '') fields.set(key, [...(fields.get(key) ?? []), value.trim()]);
  };
  let heading: string | undefined;
  let section: string | undefined;
  let isPreamble = true;
  const lines = plainLines(body);
  for (const [index, line] of lines.entries()) {
    const title = headingOf(line, lines[index + 1]);
    if (title && heading === undefined && title.level === 1) heading = title.text;
    else if (title) {
      isPreamble = false;
      section = sectionName.test(title.text) ? title.text : undefined;
    } else {
      const field = isPreamble || section !== undefined ? (fieldLine.exec(line) ?? tableRow.exec(line)) : null;
      if (field) add(field[1] ?? '', field[2] ?? '');
      else if (section !== undefined && !/^\s*(?:=+|-+)\s*$/.test(line)) add(section, line);
    }
  }
  return { ...(heading !== undefined && { heading }), front, fields };
}

/** Lower case, and one kind of dash between words. */
function keyOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

function splitFrontMatter(text: string): { readonly front: ReadonlyMap<string, unknown>; readonly body: string } {
  const found = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  if (!found) return { front: new Map(), body: text };
  const { value } = parseInertYaml(found[1] ?? '');
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = isMapping ? Object.entries(value).map(([name, item]) => [keyOf(name), item] as const) : [];
  return { front: new Map(entries), body: text.slice(found[0].length) };
}

/** Lines without comments and code. */
function plainLines(body: string): readonly string[] {
  const lines = body.replace(/<!--[\s\S]*?(?:-->|$)/g, '').split(/\r\n|\r|\n/, mostLines);
  let fence: string | undefined;
  return lines
    .map((line) => line.slice(0, longestLine))
    .filter((line) => {
      const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1]?.slice(0, 3);
      if (mark !== undefined && (fence === undefined || fence === mark)) {
        fence = fence === undefined ? mark : undefined;
        return false;
      }
      return fence === undefined;
    });
}

function headingOf(
  line: string,
  next: string | undefined,
): { readonly level: number; readonly text: string } | undefined {
  const marked = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/.exec(line);
  if (marked) return { level: marked[1]?.length ?? 1, text: marked[2] ?? '' };
  const underline = /^ {0,3}(=+|-{2,})[ \t]*$/.exec(next ?? '')?.[1];
  if (underline === undefined || !/^ {0,3}[^\s|>*+-]/.test(line)) return undefined;
  return { level: underline.startsWith('=') ? 1 : 2, text: line.trim() };
}
