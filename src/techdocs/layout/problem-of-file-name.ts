/** What file systems let a name be, with room for what is put behind it. */
const longestSegment = 230;
/** Hosts take 1024 bytes for a whole address; the entity's part of it is before this. */
const longestPath = 700;

/**
 * Says why a file cannot be published at the address that its name gives it, or `undefined` when it can. Git keeps names that no host or
 * file system does, and one of them must not cost the whole portal. `path` is the address inside the site.
 */
export function problemOfFileName(path: string): string | undefined {
  const segments = path.replace(/\/$/, '').split('/');
  if (path === '') return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(path)) return 'has a control character in its name';
  if (!path.isWellFormed() || path.includes('\ufffd')) return 'has a name that is not valid Unicode';
  if (path.includes('\\')) return 'has a backslash in its name';
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..'))
    return 'has a name of dots only';
  if (segments.some((segment) => segment.toLowerCase() === 'index.html') && path.endsWith('/'))
    return 'is named like the file that a page is published as';
  const bytes = (text: string) => Buffer.byteLength(text);
  const isLong = bytes(path) > longestPath || segments.some((segment) => bytes(segment) > longestSegment);
  return isLong ? 'has a name that is too long' : undefined;
}
