import type { DocsSite } from '../../techdocs/docs-site.ts';
import { docsPath } from '../urls.ts';
import {
  type OfflineFile,
  type OfflineGroup,
  type OfflineList,
  offlineGroupOf,
  offlineListOf,
} from '../views/offline.ts';

/** How many files a list of entities and docs holds, about; the number of such lists is a power of two. */
const filesPerShard = 2000;

/** Lists of what can be saved, by name, and how many of them share the pages of entities and docs. */
export interface PlannedLists {
  readonly shards: number;
  readonly lists: ReadonlyMap<string, OfflineList>;
}

/**
 * Spreads the files of a release over lists, so that who saves one docs site need not read what everything else consists of, and
 * so that a list changes only with what it lists. `files` are sorted by key. Pure.
 */
export function planOfflineLists(files: readonly OfflineFile[], docsSites: readonly DocsSite[]): PlannedLists {
  const groups = new Map<string, OfflineFile[]>();
  for (const file of files) {
    const group = offlineGroupOf(file[0]);
    if (group === undefined) continue;
    const known = groups.get(group);
    if (known) known.push(file);
    else groups.set(group, [file]);
  }
  const needs = new Map(docsSites.map((site) => [docsPath(site.entityRef).replace(/\/$/, ''), needsOf(site)]));
  const shards = 2 ** Math.max(0, Math.ceil(Math.log2(files.length / filesPerShard)));
  const lists = new Map<string, Record<string, OfflineGroup>>();
  for (const name of [...groups.keys()].sort()) {
    const list = offlineListOf(name, shards);
    const needed = needs.get(name) ?? [];
    const group = { files: groups.get(name) ?? [], ...(needed.length > 0 && { needs: needed }) };
    // A name from a repository must not be taken for a property that objects have.
    lists.set(list, Object.assign(lists.get(list) ?? Object.create(null), { [name]: group }));
  }
  return { shards, lists };
}

/** The libraries that draw what is on a site's pages. */
function needsOf({ pages }: DocsSite): readonly string[] {
  return [
    ...(pages.some((page) => page.mermaid) ? ['mermaid'] : []),
    ...(pages.some(({ mathsStyles }) => mathsStyles !== undefined) ? ['katex'] : []),
  ];
}
