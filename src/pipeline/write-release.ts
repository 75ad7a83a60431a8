import type { Stage } from '../diagnostics/stage.ts';
import type { Manifest } from '../publish/manifest.ts';
import { readOutputManifest } from '../publish/read-manifest.ts';
import { writeManifest } from '../publish/write-manifest.ts';

/** Hashes what the build wrote and completes it with `manifest.json`; refuses a release that could not be published. */
export const writeRelease: Stage<{ readonly folder: string }, Manifest> = async ({ folder }) => {
  const manifest = await readOutputManifest(folder);
  await writeManifest(folder, manifest);
  return { value: manifest, diagnostics: [] };
};
