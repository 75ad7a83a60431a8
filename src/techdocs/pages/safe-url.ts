const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** What an address in a docs page turns out to be. */
export type JudgedUrl =
  | { readonly type: 'external'; readonly href: string }
  | { readonly type: 'internal'; readonly path: string; readonly query: string; readonly fragment: string }
  /** Cannot be read as an address at all. */
  | { readonly type: 'malformed' }
  /** Has a scheme, or hides one, that is not allowed. */
  | { readonly type: 'refused' };

/** Characters that browsers drop from addresses, with which a scheme can be hidden. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const hidden = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;

/**
 * Judges an address as a browser would read it. An absolute one is given back serialised, and only with an allowed scheme;
 * a relative one in its parts, the path decoded.
 */
export function judgeUrl(written: string): JudgedUrl {
  const address = written.replace(hidden, '').trim();
  if (address.length > 8192) return { type: 'malformed' };
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || /^[/\\]{2}/.test(address)) return judgeAbsolute(address);
  // Backslashes count as slashes in http addresses: never pass one on.
  if (address.includes('\\') || /^[^/?#]*:/.test(address)) return { type: 'refused' };
  const match = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(address);
  if (!match) return { type: 'malformed' };
  const path = decode(match[1] ?? '');
  if (path === undefined || /[\\]/.test(path) || path.startsWith('//')) return { type: 'refused' };
  return { type: 'internal', path, query: match[2] ?? '', fragment: decode(match[3] ?? '') ?? '' };
}

function judgeAbsolute(address: string): JudgedUrl {
  const full = /^[/\\]{2}/.test(address) ? `https:${address}` : address;
  if (!URL.canParse(full)) return { type: 'malformed' };
  const url = new URL(full);
  if (!schemes.has(url.protocol)) return { type: 'refused' };
  return { type: 'external', href: url.href };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text).replace(hidden, '');
  } catch {
    return text.replace(/%/g, '%25') === text ? text : undefined;
  }
}

/** Writes a path and its fragment as a relative address that no browser takes for anything else. */
export function writePath(path: string, query: string, fragment: string): string {
  const encoded = path.split('/').map(encodeSegment).join('/');
  const written = `${encoded}${query.replace(/[\s"'<>`\\]/g, encodeURIComponent)}${fragment === '' ? '' : `#${encodeURIComponent(fragment).replace(/%(?:3A|2F|3F|40|2C|3B|3D|2B|24)/gi, decodeURIComponent)}`}`;
  return /^[^/?#]*:/.test(written) ? `./${written}` : written;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/%(?:40|2C|3B|3D|2B|24|26)/gi, decodeURIComponent);
}
