import type { Stage } from '../diagnostics/stage.ts';
import type { Portal } from '../portal/assemble-portal.ts';
import { planOfflineLists } from '../portal/offline/offline-lists.ts';
import { type OfflineIndex, offlineListPath } from '../portal/views/offline.ts';
import type { Manifest } from '../publish/manifest.ts';
import { readOutputManifest } from '../publish/read-manifest.ts';
import { writeManifest } from '../publish/write-manifest.ts';
import type { OutputFolder } from '../render/output-folder.ts';

/** What a release is made of. */
export interface ReleaseInput {
  readonly output: OutputFolder;
  readonly portal: Portal;
  /** Why it must not replace a portal: nothing is known of earlier builds, and this one is not whole. */
  readonly incompleteFirst?: string;
}

/**
 * Hashes what the build wrote, lists it for those who save it for reading offline, and completes it with `manifest.json`; refuses
 * a release that could not be published.
 */
export const writeRelease: Stage<ReleaseInput, Manifest> = async ({ output, portal, incompleteFirst }) => {
  const pages = await readOutputManifest(output.staging);
  const read = portal.config.offline === false ? pages : await addLists(pages, portal, output);
  const manifest = incompleteFirst === undefined ? read : { ...read, incompleteFirst };
  await writeManifest(output.staging, manifest);
  return { value: manifest, diagnostics: [] };
};

async function addLists(manifest: Manifest, portal: Portal, output: OutputFolder): Promise<Manifest> {
  const files = manifest.entries.map(({ key, size, sha256 }) => [key, size, sha256] as const);
  const { shards, lists } = planOfflineLists(files, portal.docsSites);
  for (const [name, list] of lists) await output.write(offlineListPath(name), JSON.stringify(list));
  const known = new Map(manifest.entries.map((entry) => [entry.key, entry]));
  const { entries } = await readOutputManifest(output.staging, known);
  const hashes = new Map(entries.map(({ key, sha256 }) => [key, sha256]));
  const about = [...lists].map(([name, list]) => {
    const sizes = Object.values(list).flatMap((group) => group.files.map(([, size]) => size));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    return [name, [hashes.get(offlineListPath(name)) ?? '', sizes.length, bytes]] as const;
  });
  const index: OfflineIndex = { version: 1, shards, lists: Object.fromEntries(about) };
  await output.write(offlineListPath('index'), JSON.stringify(index));
  return readOutputManifest(output.staging, new Map(entries.map((entry) => [entry.key, entry])));
}
