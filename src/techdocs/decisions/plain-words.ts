/** A line of Markdown as its words: links as their text, without marks of emphasis and code, tags, and runs of spaces. */
export function plainWords(markdown: string): string {
  return markdown
    .slice(0, 1000)
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/[`*]+|(?<!\w)_+|_+(?!\w)|~~/g, '')
    .replace(/^\s*(?:[-+>]\s+|\|)/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
