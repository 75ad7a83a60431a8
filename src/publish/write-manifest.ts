import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkManifest } from './check-manifest.ts';
import { type Manifest, manifestKey, serialiseManifest } from './manifest.ts';

/** Checks the manifest and writes it to `manifest.json` in the build's folder. It is the last file that a build writes. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  checkManifest(manifest);
  await writeFile(join(folder, manifestKey), serialiseManifest(manifest));
}
