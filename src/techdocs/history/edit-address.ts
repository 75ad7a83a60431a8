import type { RepositoryFiles } from '../../catalog/repository-files.ts';
import { findConfig } from '../layout/docs-source.ts';
import { parseInertYaml } from '../layout/inert-yaml.ts';
import { joinPath, relativeTo } from '../layout/repository-paths.ts';

/** Where a page can be edited: a URL, nowhere by its author's wish, or, if `undefined`, where its host has it. */
export type EditAddress = (sourcePath: string) => { readonly url?: string } | undefined;

/** Reads what the authors of a docs site say of where it is edited (`repo_url`, `edit_uri`, `edit_uri_template`), as MkDocs does. Pure. */
export function readEditAddress(root: string, { files }: RepositoryFiles): EditAddress {
  const tree = {
    paths: [...files.keys()],
    has: (path: string) => files.has(path),
    text: (path: string) => files.get(path)?.text,
  };
  const config = findConfig(root, tree);
  const text = config === undefined ? undefined : tree.text(config);
  const value = text === undefined ? undefined : parseInertYaml(text).value;
  const settings = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const textOf = (key: string) => (typeof settings[key] === 'string' ? (settings[key] as string).trim() : undefined);
  const [repoUrl, editUri, template] = [textOf('repo_url'), textOf('edit_uri'), textOf('edit_uri_template')];
  const docsFolder = joinPath(root, textOf('docs_dir') ?? 'docs');
  return (sourcePath) => {
    const isInside = sourcePath.startsWith(`${docsFolder}/`);
    if (!isInside || (editUri === undefined && template === undefined)) return undefined;
    const uri = relativeTo(docsFolder, sourcePath);
    const written = template ? fillTemplate(template, uri) : editUri && withPath(editUri, uri);
    const url = written ? joinUrl(repoUrl, written) : undefined;
    return url === undefined ? {} : { url };
  };
}

function withPath(editUri: string, uri: string): string {
  const path = uri.split('/').map(encodeURIComponent).join('/');
  return /[?#]/.test(editUri) || editUri.endsWith('/') ? editUri + path : `${editUri}/${path}`;
}

function fillTemplate(template: string, uri: string): string {
  const values: Readonly<Record<string, string>> = { path: uri, path_noext: uri.replace(/\.[^./]+$/, '') };
  return template.replace(/\{(path|path_noext)(!q)?\}/g, (_, name: string, quoted?: string) => {
    const value = values[name] ?? '';
    return quoted ? encodeURIComponent(value) : value.split('/').map(encodeURIComponent).join('/');
  });
}

function joinUrl(repoUrl: string | undefined, written: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(written)) return safeUrl(written);
  if (repoUrl === undefined || !URL.canParse(repoUrl)) return undefined;
  const base = repoUrl.replace(/\/+$/, '');
  return safeUrl(/^[?#]/.test(written) ? base + written : `${base}/${written.replace(/^\/+/, '')}`);
}

function safeUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}
