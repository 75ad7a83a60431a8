/** A key of a definition's mapping, with its text where that stands on the same line. */
export interface Entry {
  /** 1: below the section, 2: below that, 3: below that. */
  readonly level: 1 | 2 | 3;
  readonly key: string;
  readonly value: string;
}

/** Characters of a definition that are looked at. */
const mostCharacters = 16 * 1024 * 1024;
const longestKey = 300;

/**
 * The keys of one section (`paths`) of a definition, three levels deep, in JSON or in YAML written in lines. YAML is read line
 * by line, by indentation alone: definitions are many and large, and nothing in one can make that take long. What is not a
 * mapping in block style is passed over.
 */
export function readSection(text: string, section: string): readonly Entry[] {
  if (text.length > mostCharacters) return [];
  return text.trimStart().startsWith('{') ? jsonEntries(text, section) : yamlEntries(text, section);
}

function jsonEntries(text: string, section: string): readonly Entry[] {
  try {
    const root: unknown = JSON.parse(text);
    return [...entriesOf(memberOf(root, section), 1)];
  } catch {
    return [];
  }
}

function memberOf(value: unknown, key: string): unknown {
  return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function* entriesOf(value: unknown, level: 1 | 2 | 3): Generator<Entry> {
  if (!isMapping(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.length > longestKey) continue;
    yield { level, key, value: typeof inner === 'string' ? inner : '' };
    if (level < 3) yield* entriesOf(inner, (level + 1) as 2 | 3);
  }
}

function yamlEntries(text: string, section: string): readonly Entry[] {
  const entries: Entry[] = [];
  /** Indentation of each level; -1: not seen yet. */
  const indents = [-1, -1, -1];
  let isInside = false;
  for (const line of linesOf(text)) {
    const indent = line.length - line.trimStart().length;
    const first = line[indent];
    if (first === undefined || first === '#') continue;
    if (indent === 0) {
      isInside = keyOf(line)?.key === section;
      indents.fill(-1);
      continue;
    }
    const level = isInside ? levelOf(indents, indent) : 0;
    const entry = level === 0 ? undefined : keyOf(line.slice(indent));
    if (entry) entries.push({ level: level as 1 | 2 | 3, ...entry });
  }
  return entries;
}

function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield text.slice(from, Math.min(to, from + 2000)).trimEnd();
    from = to + 1;
  }
}

/** The level of a line's indentation; 0: deeper than is looked at, or part of another value. */
function levelOf(indents: number[], indent: number): number {
  for (const [at, known] of indents.entries()) {
    if (known < 0) {
      indents[at] = indent;
      return at + 1;
    }
    if (indent === known) {
      indents.fill(-1, at + 1);
      return at + 1;
    }
    if (indent < known) return 0;
  }
  return 0;
}

function keyOf(line: string): { readonly key: string; readonly value: string } | undefined {
  const quote = line[0] === '"' || line[0] === "'" ? line[0] : undefined;
  const closing = quote ? line.indexOf(quote, 1) : -1;
  if (quote && closing < 0) return undefined;
  const colon = quote ? closing + 1 : colonOf(line);
  if (colon < 1 || colon > longestKey || line[colon] !== ':') return undefined;
  const key = quote ? line.slice(1, closing) : line.slice(0, colon).trimEnd();
  return { key, value: plainText(line.slice(colon + 1).trim()) };
}

function colonOf(line: string): number {
  const inside = line.indexOf(': ');
  return inside < 0 && line.endsWith(':') ? line.length - 1 : inside;
}

function plainText(value: string): string {
  if (/^(["']).*\1$/.test(value)) return value.slice(1, -1);
  return /^[|>&*!{[]/.test(value) ? '' : value;
}
