const letters = /[\p{L}\p{N}]/u;

/** Words that stand on the same line before or after what is marked; what ends a sentence may end a block, too. */
const beside = (text: string, isBefore: boolean): string => {
  const line = isBefore ? (text.split(/[.!?:;]\s/).at(-1) ?? '') : (text.split(/[.!?:;](?:\s|$)/)[0] ?? '');
  const words = line.trim().split(/\s+/).filter(Boolean);
  const near = isBefore ? words.slice(-2) : words.slice(0, 2);
  const touches = isBefore ? /\s$/.test(text) : /^\s/.test(text);
  return touches && near.length === 2 && near.every((word) => letters.test(word)) ? near.join(' ') : '';
};

/** A dash means something else in a text directive. */
const written = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');

/**
 * The text directive by which a browser shows the first words that an excerpt marks, on the page that they stand on; empty
 * without any. `excerpt` is text with `<mark>`s. https://wicg.github.io/scroll-to-text-fragment/
 */
export const textDirective = (excerpt: string): string => {
  // Words side by side are one phrase.
  const joined = excerpt.replaceAll(/<\/mark>(\s+)<mark>/g, '$1');
  const [before = '', marked = '', ...rest] = joined.split(/<mark>(.*?)<\/mark>/s);
  const words = marked.trim().replace(/[.!?:;,]+$/, '');
  if (!letters.test(words)) return '';
  const [prefix, suffix] = [beside(before, true), words === marked.trim() ? beside(rest[0] ?? '', false) : ''];
  const parts = [
    ...(prefix ? [`${written(prefix)}-`] : []),
    written(words),
    ...(suffix ? [`-${written(suffix)}`] : []),
  ];
  return `:~:text=${parts.join(',')}`;
};
