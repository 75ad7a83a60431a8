import type { Stage } from '../diagnostics/stage.ts';
import type { Manifest } from '../publish/manifest.ts';
import { readOutputManifest } from '../publish/read-manifest.ts';
import { writeManifest } from '../publish/write-manifest.ts';

/** What a release is made of. */
export interface ReleaseInput {
  readonly folder: string;
  /** Why it must not replace a portal: nothing is known of earlier builds, and this one is not whole. */
  readonly incompleteFirst?: string;
}

/** Hashes what the build wrote and completes it with `manifest.json`; refuses a release that could not be published. */
export const writeRelease: Stage<ReleaseInput, Manifest> = async ({ folder, incompleteFirst }) => {
  const read = await readOutputManifest(folder);
  const manifest = incompleteFirst === undefined ? read : { ...read, incompleteFirst };
  await writeManifest(folder, manifest);
  return { value: manifest, diagnostics: [] };
};
