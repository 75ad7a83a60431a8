import { CallboardError } from '../diagnostics/callboard-error.ts';
import { type Manifest, manifestKey } from './manifest.ts';
import { parseManifest } from './parse-manifest.ts';
import type { Store } from './stores/store.ts';

/** What the store says it holds. */
export interface CurrentManifest {
  /** `undefined`: nothing of ours, so all is uploaded and nothing deleted. */
  readonly current: Manifest | undefined;
  readonly warnings: readonly string[];
}

/** Reads the manifest of what is published. One that cannot be read counts as none, with a warning: it deletes nothing. */
export async function readCurrentManifest(store: Store): Promise<CurrentManifest> {
  const content = await store.read(manifestKey);
  if (!content) return { current: undefined, warnings: [] };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return { current: parseManifest(text, `${manifestKey} in ${store.describe()}`), warnings: [] };
  } catch (error) {
    if (error instanceof CallboardError && error.code === 'publish/newer-manifest') throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return {
      current: undefined,
      warnings: [`${reason} So everything is uploaded, and nothing is deleted: files of earlier releases may remain.`],
    };
  }
}
