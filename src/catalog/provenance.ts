import type { RepositoryInfo } from './repository-files.ts';
import { fileUrl, folderOf } from './repository-urls.ts';

/** Our annotation of entities whose owner was inferred: the line of CODEOWNERS, `.github/CODEOWNERS:12`. */
export const ownerOriginAnnotation = 'callboard.dev/owner-inferred-from';

// What an author writes here never counts, whether or not the catalog has something to write in its place.
const ownedByCatalog = [
  'backstage.io/managed-by-location',
  'backstage.io/managed-by-origin-location',
  'backstage.io/source-location',
  'backstage.io/view-url',
  'backstage.io/edit-url',
  'backstage.io/orphan',
  ownerOriginAnnotation,
];

type Annotations = Readonly<Record<string, string>>;

/** An author's annotations with the catalog's own in place of whatever they say of where the entity comes from. */
export function withProvenance(written: Annotations | undefined, provenance: Annotations): Annotations {
  if (!written) return provenance;
  const annotations = { ...written, ...provenance };
  for (const key of ownedByCatalog) if (!(key in provenance)) delete annotations[key];
  return annotations;
}

/** Where the entities of a file come from, as Backstage's annotations; `origin` is the file that led to theirs. */
export function provenanceAnnotations(repository: RepositoryInfo, path: string, origin: string): Annotations {
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
