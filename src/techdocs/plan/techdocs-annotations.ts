import type { RepositoryInfo } from '../../catalog/repository-files.ts';
import { parseFileUrl, pathInRepository, repositoryKey } from '../../catalog/repository-urls.ts';
import { folderOf, resolveInside } from '../layout/repository-paths.ts';

/** Says which folder holds an entity's docs. */
export const techdocsRefAnnotation = 'backstage.io/techdocs-ref';
/** Says that another entity's docs are this one's as well. */
export const techdocsEntityAnnotation = 'backstage.io/techdocs-entity';

/** Where a `techdocs-ref` leads: a folder of the same repository, or the reason why nowhere. */
export type TechdocsRef =
  | { readonly type: 'folder'; readonly path: string }
  | { readonly type: 'unsupported'; readonly reason: string };

const annotationPattern = /backstage\.io\/techdocs-ref['"]?\s*:\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s'",}#][^\s,}]*))/g;

/**
 * Values of `techdocs-ref` in a catalog file's text. Reads lines, not YAML, so that one broken document does not
 * hide its siblings' docs; finding one too many only costs a few files.
 */
export function findTechdocsRefs(text: string): readonly string[] {
  if (!text.includes(techdocsRefAnnotation)) return [];
  return [...text.matchAll(annotationPattern)].map((match) => (match[1] ?? match[2] ?? match[3] ?? '').trim());
}

/** Resolves the annotation's value as written in a catalog file: `dir:<path>`, or `url:` of the same repository. */
export function resolveTechdocsRef(value: string, catalogPath: string, repository: RepositoryInfo): TechdocsRef {
  const colon = value.indexOf(':');
  const type = colon === -1 ? '' : value.slice(0, colon).trim();
  const target = value.slice(colon + 1).trim();
  if (type === 'dir') return resolveFolder(target, catalogPath);
  if (type === 'url') return resolveUrl(target, repository);
  return { type: 'unsupported', reason: `"${value}" is neither dir: nor url:` };
}

function resolveFolder(target: string, catalogPath: string): TechdocsRef {
  const path = resolveInside(folderOf(catalogPath), target);
  return path === undefined
    ? { type: 'unsupported', reason: `the folder "${target}" lies outside the repository` }
    : { type: 'folder', path };
}

function resolveUrl(target: string, repository: RepositoryInfo): TechdocsRef {
  if (!URL.canParse(target)) return { type: 'unsupported', reason: `"${target}" is not a URL` };
  const isRepository = repository.webUrl !== undefined && repositoryKey(target) === repositoryKey(repository.webUrl);
  if (isRepository) return { type: 'folder', path: '' };
  const address = parseFileUrl(target) ?? parseFileUrl(`${target.replace(/\/+$/, '')}/.`);
  const path = address && pathInRepository(repository, { ...address, refAndPath: `${address.refAndPath}/` });
  const folder = path === undefined ? undefined : resolveInside('', path);
  return folder === undefined
    ? { type: 'unsupported', reason: `${new URL(target).href} is not in this repository at its default branch` }
    : { type: 'folder', path: folder };
}
