import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CallboardError } from '../diagnostics/callboard-error.ts';
import { checkManifest } from './check-manifest.ts';
import { type Manifest, manifestKey } from './manifest.ts';
import { parseManifest } from './parse-manifest.ts';
import { readOutputManifest } from './read-manifest.ts';

/** A release whose files are what its manifest says. */
export interface VerifiedRelease {
  readonly manifest: Manifest;
  /** Files in the folder that the manifest does not name: they are not published. */
  readonly strays: readonly string[];
}

function damaged(problem: string): CallboardError {
  return new CallboardError(
    'publish/damaged-release',
    problem,
    'Run `callboard build` again, or hand the build over anew: what is in the folder is not what was built. Nothing was published.',
  );
}

/** Reads `manifest.json` of a build and holds every file against it. Throws when one is missing, cut short or changed. */
export async function readVerifiedRelease(folder: string): Promise<VerifiedRelease> {
  const text = await readFile(join(folder, manifestKey), 'utf8').catch((error: unknown) => {
    throw new CallboardError(
      'publish/no-build',
      `There is no ${manifestKey} in ${folder}.`,
      'Run `callboard build` first; a build that was cut short has none.',
      { cause: error },
    );
  });
  const manifest = parseManifest(text, join(folder, manifestKey));
  checkManifest(manifest);
  const actual = new Map((await readOutputManifest(folder)).entries.map((entry) => [entry.key, entry]));
  for (const { key, sha256, size } of manifest.entries) {
    const file = actual.get(key);
    if (!file) throw damaged(`${key} is missing from ${folder}.`);
    if (file.size !== size) throw damaged(`${key} has ${file.size} bytes, and the manifest says ${size}.`);
    if (file.sha256 !== sha256) throw damaged(`The content of ${key} is not what the manifest says.`);
    actual.delete(key);
  }
  return { manifest, strays: [...actual.keys()] };
}
