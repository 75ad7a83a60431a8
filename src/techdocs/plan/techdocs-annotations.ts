import type { RepositoryInfo } from '../../catalog/repository-files.ts';
import { parseFileUrl, pathInRepository, repositoryKey } from '../../catalog/repository-urls.ts';
import { folderOf, resolveInside } from '../layout/repository-paths.ts';

/** Says which folder holds an entity's docs. */
export const techdocsRefAnnotation = 'backstage.io/techdocs-ref';
/** Says that another entity's docs are this one's as well. */
export const techdocsEntityAnnotation = 'backstage.io/techdocs-entity';

/** Says which page of that other entity's docs is meant. */
export const techdocsEntityPathAnnotation = 'backstage.io/techdocs-entity-path';
/** Says which folder holds the entity's architecture decision records. */
export const adrLocationAnnotation = 'backstage.io/adr-location';

/** Where a `techdocs-ref` leads: a folder of the same repository, one of another, or the reason why nowhere. */
export type TechdocsRef =
  | { readonly type: 'folder'; readonly path: string }
  | { readonly type: 'elsewhere'; readonly url: string }
  | { readonly type: 'unsupported'; readonly reason: string };

const value = /['"]?\s*:\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s'",}#][^\s,}]*))/.source;
const refPattern = new RegExp(`backstage\\.io/techdocs-ref${value}`, 'g');
const adrPattern = new RegExp(`backstage\\.io/adr-location${value}`, 'g');

/**
 * Values of `techdocs-ref` in a catalog file's text. Reads lines, not YAML, so that one broken document does not
 * hide its siblings' docs; finding one too many only costs a few files.
 */
export function findTechdocsRefs(text: string): readonly string[] {
  if (!text.includes(techdocsRefAnnotation)) return [];
  return valuesOf(refPattern, text);
}

/** Folders of the repository that a catalog file's text names as those of its decision records; outside ones are left out. */
export function findDecisionFolders(text: string, catalogPath: string, repository: RepositoryInfo): readonly string[] {
  if (!text.includes(adrLocationAnnotation)) return [];
  const found = valuesOf(adrPattern, text).map((location) => resolveAdrLocation(location, catalogPath, repository));
  return [...new Set(found.flatMap((target) => (target.type === 'folder' ? [target.path] : [])))];
}

/** Resolves `adr-location` as written in a catalog file: a path relative to it, or the URL of a folder of the repository. */
export function resolveAdrLocation(
  location: string,
  catalogPath: string,
  repository: RepositoryInfo,
): Exclude<TechdocsRef, { readonly type: 'elsewhere' }> {
  const target = location.trim().replace(/^(?:dir|url):(?!\/\/)/, '');
  if (!/^https?:/i.test(target)) return resolveFolder(target, catalogPath);
  const resolved = resolveUrl(target, repository);
  return resolved.type === 'elsewhere'
    ? { type: 'unsupported', reason: `${new URL(target).href} is of another repository` }
    : resolved;
}

function valuesOf(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => (match[1] ?? match[2] ?? match[3] ?? '').trim());
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

function resolveFolder(target: string, catalogPath: string): Exclude<TechdocsRef, { readonly type: 'elsewhere' }> {
  const path = resolveInside(folderOf(catalogPath), target);
  return path === undefined
    ? { type: 'unsupported', reason: `the folder "${target}" lies outside the repository` }
    : { type: 'folder', path };
}

function resolveUrl(target: string, repository: RepositoryInfo): TechdocsRef {
  if (!URL.canParse(target)) return { type: 'unsupported', reason: `"${target}" is not a URL` };
  if (!/^https?:$/.test(new URL(target).protocol)) {
    return { type: 'unsupported', reason: `"${target}" is not an address on the web` };
  }
  const isRepository = repository.webUrl !== undefined && repositoryKey(target) === repositoryKey(repository.webUrl);
  if (isRepository) return { type: 'folder', path: '' };
  const address = parseFileUrl(target) ?? parseFileUrl(`${target.replace(/\/+$/, '')}/.`);
  const path = address && pathInRepository(repository, { ...address, refAndPath: `${address.refAndPath}/` });
  const folder = path === undefined ? undefined : resolveInside('', path);
  if (folder !== undefined) return { type: 'folder', path: folder };
  const key = address?.repository ?? repositoryKey(target);
  return repository.webUrl !== undefined && key === repositoryKey(repository.webUrl)
    ? { type: 'unsupported', reason: `${new URL(target).href} is not in this repository at its default branch` }
    : { type: 'elsewhere', url: target };
}
