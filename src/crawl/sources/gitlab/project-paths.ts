import type { GitlabSourceConfig } from '../../../config/config.ts';
import { parseAddress } from '../../address.ts';

/** In front of the numbers of a host: two hosts count their projects each for itself. */
export function hostPrefix(url: string): string {
  const { host, pathname } = new URL(url);
  return host === 'gitlab.com' ? 'gitlab' : `gitlab:${host}${pathname.replace(/\/+$/, '')}`;
}

/** The path below a group; the whole path of what stands elsewhere. */
export function pathBelow(group: string, fullName: string): string {
  return fullName.toLowerCase().startsWith(`${group.toLowerCase()}/`) ? fullName.slice(group.length + 1) : fullName;
}

/** Whether a path is made of what GitLab lets paths be made of: https://docs.gitlab.com/user/reserved_names/. */
export function isSafePath(path: string): boolean {
  const segments = path.split('/');
  return segments.every((segment) => /^[A-Za-z0-9_.][A-Za-z0-9_.-]{0,254}$/.test(segment) && !/^\.\.?$/.test(segment));
}

/** Whether a project is one of those that a source lists, by its path alone. */
export function isBelow({ group, subgroups }: GitlabSourceConfig, fullName: string): boolean {
  const below = pathBelow(group, fullName);
  return below !== fullName && (subgroups || !below.includes('/'));
}

/** The number of a project of this source's host, taken from its id; `undefined` for any other. */
export function ownNumber({ url }: GitlabSourceConfig, id = ''): { readonly id: number } | undefined {
  const prefix = `${hostPrefix(url)}:`;
  const number = id.startsWith(prefix) ? id.slice(prefix.length) : '';
  return /^\d{1,15}$/.test(number) ? { id: Number(number) } : undefined;
}

/** The path of a project of this source's own group on its own host, written as such or as URL; `undefined` for any other. */
export function ownPath(config: GitlabSourceConfig, text: string): { readonly path: string } | undefined {
  const address = parseAddress(text);
  const isUrl = !('problem' in address);
  const base = config.url.toLowerCase();
  const web = isUrl ? (address.webUrl ?? '') : '';
  if (isUrl && !web.toLowerCase().startsWith(`${base}/`)) return undefined;
  const path = isUrl ? web.slice(base.length + 1) : text;
  return isSafePath(path) && isBelow(config, path) ? { path } : undefined;
}
