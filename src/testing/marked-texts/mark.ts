/** What is no text that people read: the language itself, and what has no letters. */
const plain: ReadonlySet<string> = new Set(['language', 'direction', 'english', 'number']);

/** Marks a text of the interface: `⟦Menu⟧`; of a function, what it gives; of a record or a list, all that is in it. */
export function mark<Text>(text: Text, name = ''): Text {
  const marked = (value: unknown): unknown => {
    if (typeof value === 'string') return `⟦${value}⟧`;
    if (typeof value === 'function') return (...values: unknown[]) => marked(value(...values));
    if (Array.isArray(value)) return value.map(marked);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner)]));
  };
  return plain.has(name) ? text : (marked(text) as Text);
}
