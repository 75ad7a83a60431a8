/** What an address calls an entity: its ref without the kind and namespace that go without saying. */
export function shortRef(ref: string, kind: string): string {
  const isUsual = ref.startsWith(`${kind}:`);
  const rest = isUsual ? ref.slice(kind.length + 1) : ref;
  const short = isUsual && rest.startsWith('default/') ? rest.slice('default/'.length) : rest;
  return short === withoutValue ? `${kind}:${short}` : short;
}

/** The canonical ref that an address means, in any of the ways in which people write one. */
export function fullRef(text: string, kind: string): string {
  const lower = text.toLowerCase();
  const colon = lower.indexOf(':');
  const rest = lower.slice(colon + 1);
  return `${colon > 0 ? lower.slice(0, colon) : kind}:${rest.includes('/') ? rest : `default/${rest}`}`;
}

/** What an address says of rows without a value. */
export const withoutValue = 'none';

/** The name in a ref. */
export function nameIn(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}

/** URL of an entity's page, or of docs below it. The same as `urls.ts` makes of a path. */
export function urlOfRef(base: string, ref: string, room: 'catalog' | 'docs' = 'catalog'): string {
  const [, kind = '', namespace = '', name = ''] = /^([^:]*):([^/]*)\/(.*)$/.exec(ref) ?? [];
  return `${base}${room}/${[namespace, kind, name].map(encodeURIComponent).join('/')}/`;
}
