import { CallboardError } from '../diagnostics/callboard-error.ts';
import { type Manifest, manifestKey } from './manifest.ts';

const required = ['index.html', '404.html'] as const;

/** S3's limit; it counts UTF-8 bytes. */
const longestKey = 1024;

/** Says what is wrong with a key as a path below a portal's root, or `undefined` when nothing is. */
export function problemOfKey(key: string): string | undefined {
  if (key === '') return 'is empty';
  if (key.startsWith('/') || /^[a-z]:/i.test(key)) return 'is an absolute path';
  if (key.includes('\\')) return 'contains a backslash';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(key)) return 'contains a control character';
  if (!key.isWellFormed()) return 'is not valid Unicode';
  if (key.split('/').some((segment) => segment === '' || segment === '.' || segment === '..')) {
    return 'has an empty, "." or ".." segment';
  }
  if (new TextEncoder().encode(key).length > longestKey) return `is longer than ${longestKey} bytes`;
  return undefined;
}

/** What two keys share that a file system or a host may not tell apart. */
function foldKey(key: string): string {
  return key.normalize('NFC').toLowerCase();
}

function checkKeys(keys: readonly string[]): void {
  for (const key of keys) {
    const problem = problemOfKey(key);
    if (problem) {
      throw new CallboardError(
        'publish/unsafe-key',
        `The file name ${JSON.stringify(key)} ${problem}.`,
        'Rename the file that the build made this from, then build again.',
      );
    }
    if (key === manifestKey) {
      throw new CallboardError(
        'publish/reserved-key',
        `The manifest names itself (${manifestKey}).`,
        `Callboard writes ${manifestKey}; no page or file may have that name at the portal's root.`,
      );
    }
  }
}

function checkCollisions(keys: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const key of keys) {
    const twin = seen.get(foldKey(key));
    if (twin !== undefined) {
      throw new CallboardError(
        'publish/colliding-keys',
        `${JSON.stringify(twin)} and ${JSON.stringify(key)} ${twin === key ? 'are the same file' : 'differ only in case or in Unicode form'}.`,
        'Rename one of the two where it comes from: many hosts and file systems cannot keep both.',
      );
    }
    seen.set(foldKey(key), key);
  }
  for (const key of keys) {
    const segments = key.split('/');
    for (let length = 1; length < segments.length; length++) {
      const file = seen.get(foldKey(segments.slice(0, length).join('/')));
      if (file === undefined) continue;
      throw new CallboardError(
        'publish/file-and-folder',
        `${JSON.stringify(file)} is a file, and ${JSON.stringify(key)} needs a folder of that name.`,
        'Rename one of the two where it comes from.',
      );
    }
  }
}

/**
 * Refuses a release that must not be published: empty, without `index.html` or `404.html`, or with keys that are
 * unsafe or collide. Throws `CallboardError` with a `publish/…` code.
 */
export function checkManifest(manifest: Manifest): void {
  const keys = manifest.entries.map((entry) => entry.key);
  if (keys.length === 0) {
    throw new CallboardError(
      'publish/empty-release',
      'The build is empty: there is nothing to publish.',
      'Run `callboard build` and look at what it reports. What is published now stays as it is.',
    );
  }
  checkKeys(keys);
  checkCollisions(keys);
  for (const key of required) {
    if (keys.includes(key)) continue;
    throw new CallboardError(
      'publish/incomplete-release',
      `The build has no ${key}.`,
      'Run `callboard build` again; a build that was cut short cannot be published. What is published now stays as it is.',
    );
  }
}
