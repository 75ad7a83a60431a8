import type { PublishTargetConfig } from '../../config/config.ts';
import { openFolderStore } from './folder.ts';
import type { Store } from './store.ts';

/** Opens the store that a target names. Nothing is read or written yet. */
export async function openStore(target: PublishTargetConfig, signal: AbortSignal): Promise<Store> {
  if (target.type === 'folder') return openFolderStore(target);
  // Loaded only by those who publish there: the SDK takes half a second.
  const { openS3Store } = await import('./s3.ts');
  return openS3Store(target, signal);
}
