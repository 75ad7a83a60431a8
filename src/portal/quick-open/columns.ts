import type { Column } from '../views/quick-open.ts';

/** Longer texts are cut: a result has one line. */
const longest = 100;

/** A text as one line of a column. */
export function lineOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}

/** A column of texts, each on one line. */
export function textColumn(texts: readonly string[]): Column {
  return texts.map(lineOf).join('\n');
}

/** A column of numbers; without any but 0 it is empty. */
export function numberColumn(numbers: readonly number[]): Column {
  return numbers.some((number) => number !== 0) ? numbers.map((number) => number || '').join(',') : '';
}

/** A list in which each value stands once, and the number of each, from 1. */
export function makeList<Value>(): {
  readonly list: Value[];
  readonly numberOf: (key: string, make: () => Value) => number;
} {
  const list: Value[] = [];
  const numbers = new Map<string, number>();
  return {
    list,
    numberOf: (key, make) => {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      list.push(make());
      numbers.set(key, list.length);
      return list.length;
    },
  };
}

/** Of each group its first so many, the same for all, until there are about `most`: a large group leaves room for the others. */
export function takeFromEach<Value>(
  groups: readonly (readonly Value[])[],
  most: number,
): readonly (readonly Value[])[] {
  const lengths = groups.map(({ length }) => length).sort((a, b) => a - b);
  let left = most;
  let each = 0;
  for (const [index, length] of lengths.entries()) {
    each = Math.max(each, Math.min(length, Math.floor(left / (lengths.length - index))));
    left -= Math.min(length, each);
  }
  return groups.map((group) => group.slice(0, each));
}
