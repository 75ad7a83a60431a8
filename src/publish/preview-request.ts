import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { problemOfKey } from './check-manifest.ts';

/** A file that can be sent. */
export interface FoundFile {
  readonly key: string;
  readonly path: string;
  readonly size: number;
  /** For `ETag`; changes when the file does. */
  readonly tag: string;
}

/** What a static host makes of a request's path. */
export type PreviewAnswer =
  | { readonly what: 'file'; readonly file: FoundFile }
  | { readonly what: 'redirect'; readonly location: string }
  | { readonly what: 'missing' };

const missing: PreviewAnswer = { what: 'missing' };

/** The key that a path below the base means (`''` for the root), or `undefined` when it can mean none. */
function parseKey(path: string): string | undefined {
  try {
    // Segment by segment, so that an encoded slash does not become a separator.
    const segments = path.split('/').map(decodeURIComponent);
    if (segments.some((segment) => segment.includes('/'))) return undefined;
    const key = segments.join('/').replace(/\/$/, '');
    return key === '' || problemOfKey(key) === undefined ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Finds a regular file below `root` (a real path), never through a link that leads out of it. */
export async function findFile(root: string, key: string): Promise<FoundFile | undefined> {
  try {
    const path = await realpath(join(root, key));
    if (!path.startsWith(root + sep)) return undefined;
    const { size, mtimeMs, isFile } = await stat(path).then((stats) => ({ ...stats, isFile: stats.isFile() }));
    return isFile ? { key, path, size, tag: `${size.toString(36)}-${Math.round(mtimeMs).toString(36)}` } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Answers `url` (path and query, as it comes in a request) as a static host does: files by name, folders by their
 * `index.html`, a folder without its slash by a redirect. `base` has a slash at both ends.
 */
export async function findAnswer(root: string, base: string, url: string): Promise<PreviewAnswer> {
  const [, path = '', query = ''] = /^([^?#]*)([^#]*)/.exec(url) ?? [];
  if (path === base.slice(0, -1) || (path === '/' && base !== '/')) {
    return { what: 'redirect', location: `${base}${query}` };
  }
  if (!path.startsWith(base)) return missing;
  const key = parseKey(path.slice(base.length));
  if (key === undefined) return missing;
  if (path.endsWith('/')) {
    const file = await findFile(root, key === '' ? 'index.html' : `${key}/index.html`);
    return file ? { what: 'file', file } : missing;
  }
  const file = await findFile(root, key);
  if (file) return { what: 'file', file };
  const hasIndex = await findFile(root, `${key}/index.html`);
  // Encoded anew from the key: what came in the request is never echoed into a header.
  const location = `${base}${key.split('/').map(encodeURIComponent).join('/')}/${query}`;
  return hasIndex ? { what: 'redirect', location } : missing;
}
