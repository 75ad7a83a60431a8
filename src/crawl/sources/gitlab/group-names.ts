import { createHash } from 'node:crypto';
import type { GitlabGroup } from './people.ts';

/** Names of groups in the catalog, and those that are not what the path alone gives. */
export interface GroupNames {
  /** By full path. */
  readonly names: ReadonlyMap<string, string>;
  readonly renamed: readonly { readonly fullPath: string; readonly name: string; readonly reason: string }[];
}

/** What an entity may be called. */
const longestName = 63;

/**
 * Names groups as Backstage's provider does: the path below the configured group, `-` for `/`. Two paths can come to the same:
 * then the group that was made first has the name and the other one gets its path's checksum behind it, in every run alike.
 */
export function nameGroups(groups: readonly GitlabGroup[], root: string): GroupNames {
  const names = new Map<string, string>();
  const taken = new Map<string, string>();
  const renamed: { fullPath: string; name: string; reason: string }[] = [];
  for (const { fullPath } of [...groups].sort((a, b) => a.id - b.id)) {
    const plain = flatten(fullPath, root);
    const reason = refuse(plain, taken.get(plain.toLowerCase()));
    const name = reason === undefined ? plain : distinct(plain, fullPath);
    if (reason !== undefined) renamed.push({ fullPath, name, reason });
    names.set(fullPath, name);
    taken.set(name.toLowerCase(), fullPath);
  }
  return { names, renamed };
}

function flatten(fullPath: string, root: string): string {
  const below = fullPath.toLowerCase().startsWith(`${root.toLowerCase()}/`);
  return (below ? fullPath.slice(root.length + 1) : fullPath).replaceAll('/', '-');
}

function refuse(name: string, taken: string | undefined): string | undefined {
  if (taken !== undefined) return `${taken} has the name "${name}" already`;
  if (name.length > longestName) return `"${name}" is longer than ${longestName} characters`;
  return isName(name) ? undefined : `"${name}" begins or ends with a character that no name may begin or end with`;
}

function distinct(plain: string, fullPath: string): string {
  const checksum = createHash('sha256').update(fullPath.toLowerCase()).digest('hex').slice(0, 8);
  const stem = plain.slice(0, longestName - checksum.length - 1).replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
  return stem === '' ? checksum : `${stem}-${checksum}`;
}

function isName(text: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?$/.test(text);
}
