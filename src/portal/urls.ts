import type { RepositoryInfo } from '../catalog/repository-files.ts';
import { hostPages } from './host-pages.ts';

/** Turns a path inside the portal into a URL with the base path; each segment is percent-encoded. */
export function urlOf(base: string, path: string): string {
  return base + path.split('/').map(encodeURIComponent).join('/');
}

/** Path of an entity's page, as Backstage's routes spell it, lower-cased. `ref` is canonical. */
export function entityPath(ref: string): string {
  const { kind, namespace, name } = partsOf(ref);
  return `catalog/${namespace}/${kind}/${name}/`;
}

/** Path of a page of the docs published under an entity; `page` is the path inside the site. */
export function docsPath(ref: string, page = ''): string {
  const { kind, namespace, name } = partsOf(ref);
  return `docs/${namespace}/${kind}/${name}/${page}`;
}

/** Path of an entity's machine twin. */
export function entityJsonPath(ref: string): string {
  const { kind, namespace, name } = partsOf(ref);
  return `api/catalog/entities/by-name/${kind}/${namespace}/${name}.json`;
}

/** Path of an entity's Markdown twin: in the page's folder, where no other entity's name can collide with it. */
export function entityMarkdownPath(ref: string): string {
  return `${entityPath(ref)}index.md`;
}

/** Path of an entity's badge, as READMEs embed it. */
export function badgePath(ref: string): string {
  const { kind, namespace, name } = partsOf(ref);
  return `badge/${kind}/${namespace}/${name}.svg`;
}

/** Path of the first list of a kind's entities in Markdown. */
export function kindMarkdownPath(kind: string): string {
  return `${catalogIndexPath(kind)}index.md`;
}

/** Path of the `number`th static page of a kind's index. */
export function catalogIndexPath(kind: string, number = 1): string {
  return `catalog/${kind.toLowerCase()}/${number === 1 ? '' : `${number}/`}`;
}

/** Kind, namespace and name of a canonical ref. */
export function partsOf(ref: string): { readonly kind: string; readonly namespace: string; readonly name: string } {
  const colon = ref.indexOf(':');
  const slash = ref.indexOf('/', colon);
  return { kind: ref.slice(0, colon), namespace: ref.slice(colon + 1, slash), name: ref.slice(slash + 1) };
}

/** What can be done with a file on its code host. */
type FileView = 'blob' | 'edit';

/** Page of a file on the code host: shown at the crawled commit, edited on its branch. `undefined` without a web page. */
export function hostFileUrl(
  repository: RepositoryInfo,
  path: string,
  view: FileView = 'blob',
  line?: number,
): string | undefined {
  const pages = hostPages(repository);
  if (!pages) return undefined;
  const { branch, commit, webUrl } = repository;
  return `${webUrl}${view === 'edit' ? pages.edit(encodePath(branch), encodePath(path)) : pages.file(commit, encodePath(path), line)}`;
}

/** Percent-encodes each segment of a path. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Page of a commit on the code host. */
export function hostCommitUrl(repository: RepositoryInfo): string | undefined {
  const pages = hostPages(repository);
  return pages && `${repository.webUrl}${pages.commit(repository.commit)}`;
}

/** A web address that pages may link to: `http`, `https`, `mailto` or `tel`, as serialised by the URL standard. */
export function safeUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined;
}
