import { resolveTarget } from './locations/resolve-target.ts';
import type { Descriptor } from './locations/walk-descriptors.ts';
import type { RepositoryInfo } from './repository-files.ts';
import { folderOf } from './repository-urls.ts';
import { isMapping } from './values.ts';

/** Folders, with a slash at the end, that software templates of a repository fetch as skeletons. */
export function findSkeletonFolders(descriptors: readonly Descriptor[], repository: RepositoryInfo): string[] {
  const folders = new Set<string>();
  for (const { path, file } of descriptors) {
    for (const document of file.documents) {
      for (const target of skeletonTargets(document.value)) {
        const resolved = resolveTarget(repository, path, target.replace(/\/+$/, ''));
        if (resolved.type !== 'path') continue;
        const folder = `${resolved.path}/`;
        // A template that fetches the folder it lies in is no skeleton of itself.
        if (!`${folderOf(path)}/`.startsWith(folder)) folders.add(folder);
      }
    }
  }
  return [...folders];
}

function skeletonTargets(value: unknown): string[] {
  if (!isMapping(value) || value['kind'] !== 'Template' || !isMapping(value['spec'])) return [];
  const { steps } = value['spec'];
  if (!Array.isArray(steps)) return [];
  return steps.flatMap((step: unknown) => {
    if (!isMapping(step) || !isMapping(step['input'])) return [];
    const { url } = step['input'];
    const isFetch = typeof step['action'] === 'string' && step['action'].startsWith('fetch:');
    return isFetch && typeof url === 'string' && url.startsWith('.') ? [url] : [];
  });
}
