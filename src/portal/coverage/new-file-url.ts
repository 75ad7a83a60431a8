import type { RepositoryInfo } from '../../catalog/repository-files.ts';

/** A link that opens the host's editor with a new file. */
export interface NewFileLink {
  readonly url: string;
  /** What people call the host. */
  readonly host: 'GitHub' | 'GitLab';
  /** The editor has the text already; else it has to be pasted. */
  readonly isFilled: boolean;
}

/** Bytes that an address may have: GitHub refuses more than 8,191, and so do most servers. */
const longest = 8000;

const hosts = {
  github: { name: 'GitHub', path: '/new/', file: 'filename', text: 'value' },
  // As the editor's own template reads them (gitlabhq: app/views/projects/blob/_editor.html.haml).
  gitlab: { name: 'GitLab', path: '/-/new/', file: 'file_name', text: 'content' },
} as const;

/** Where a file can be added to a repository in the browser; `undefined` where the host has no such page. */
export function newFileUrl(
  { host, webUrl, branch }: RepositoryInfo,
  path: string,
  text: string,
): NewFileLink | undefined {
  if (host === 'none' || webUrl === undefined) return undefined;
  const { name, path: page, file, text: content } = hosts[host];
  const base = webUrl.replace(/\/+$/, '') + page + branch.split('/').map(encodeURIComponent).join('/');
  const filled = `${base}?${new URLSearchParams({ [file]: path, [content]: text })}`;
  if (filled.length <= longest) return { url: filled, host: name, isFilled: true };
  return { url: `${base}?${new URLSearchParams({ [file]: path })}`, host: name, isFilled: false };
}
