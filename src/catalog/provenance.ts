import type { RepositoryInfo } from './repository-files.ts';
import { fileUrl, folderOf } from './repository-urls.ts';

/** Annotations that only the catalog writes: what an author puts there is dropped. */
export const provenanceKeys: readonly string[] = [
  'backstage.io/managed-by-location',
  'backstage.io/managed-by-origin-location',
  'backstage.io/source-location',
  'backstage.io/view-url',
  'backstage.io/edit-url',
  'backstage.io/orphan',
];

/** Where an entity comes from, as Backstage's annotations; `origin` is the file that led to its own. */
export function provenanceAnnotations(
  repository: RepositoryInfo,
  path: string,
  origin: string,
): Record<string, string> {
  const location = (file: string) => {
    const url = fileUrl(repository, file, 'blob');
    return url ? `url:${url}` : `git:${repository.slug}/${file}`;
  };
  const folder = folderOf(path);
  const tree = fileUrl(repository, folder, 'tree');
  const view = fileUrl(repository, path, 'blob');
  const edit = fileUrl(repository, path, 'edit');
  return {
    'backstage.io/managed-by-location': location(path),
    'backstage.io/managed-by-origin-location': location(origin),
    'backstage.io/source-location': withSlash(tree ? `url:${tree}` : `git:${repository.slug}/${folder}`),
    ...(view && { 'backstage.io/view-url': view }),
    ...(edit && { 'backstage.io/edit-url': edit }),
  };
}

function withSlash(text: string): string {
  return text.endsWith('/') ? text : `${text}/`;
}
