/** Whether the text of a document that does not parse says, in plain sight, that it is this entity (canonical ref). */
export function namesEntity(text: string, ref: string): boolean {
  const kind = ref.slice(0, ref.indexOf(':'));
  const name = ref.slice(ref.indexOf('/') + 1);
  return has(text, 'name', name) && (has(text, 'kind', kind) || !/(?:^|[\s{,"'])kind["']?\s*:/.test(text));
}

function has(text: string, key: string, value: string): boolean {
  // No entity has a longer name or kind, and a pattern made of a megabyte is none.
  if (value.length > 63) return false;
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:^|[\\s{,"'])${key}["']?\\s*:\\s*["']?${escaped}["']?\\s*(?:[,}#]|$)`, 'im').test(text);
}
