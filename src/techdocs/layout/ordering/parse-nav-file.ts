import { parseInertYaml } from '../inert-yaml.ts';
import { choice, type FolderSort, type OrderEntry, type ParsedOrder, present, textOf } from './folder-order.ts';

const mostEntries = 5000;

/** Reads a `.nav.yml` of mkdocs-awesome-nav 3 as data. Never throws. */
export function parseNavFile(text: string): ParsedOrder {
  const yaml = parseInertYaml(text);
  if (yaml.error) return { order: {}, problems: [{ message: `cannot be read: ${yaml.error.reason}`, word: '' }] };
  if (yaml.value === null || yaml.value === undefined) return { order: {}, problems: [] };
  if (typeof yaml.value !== 'object' || Array.isArray(yaml.value)) {
    return { order: {}, problems: [{ message: 'is not a mapping of settings', word: '' }] };
  }
  const data = yaml.value as Readonly<Record<string, unknown>>;
  const flag = (name: string) => (typeof data[name] === 'boolean' ? (data[name] as boolean) : undefined);
  const ignore = (Array.isArray(data['ignore']) ? data['ignore'] : [data['ignore']]).flatMap(
    (item) => textOf(item) ?? [],
  );
  const order = {
    title: textOf(data['title']),
    hide: flag('hide'),
    entries: readEntries(data['nav'], 0),
    appendRest: flag('append_unmatched'),
    sort: readSort(data['sort']),
    collapseBelow: flag('flatten_single_child_sections'),
    keepNames: flag('preserve_directory_names'),
    ignore: ignore.length > 0 ? ignore.slice(0, 50) : undefined,
  };
  return { order: present(order), problems: [] };
}

/** How mkdocs-awesome-nav orders folders that do not say otherwise. */
export const navFileDefaults: { readonly entries: readonly OrderEntry[]; readonly sort: FolderSort } = {
  entries: [
    { type: 'rest', pattern: 'index.md' },
    { type: 'rest', pattern: 'README.md' },
    { type: 'rest', pattern: '*' },
  ],
  sort: { by: 'path', natural: true, descending: false, ignoreCase: false, sections: 'last' },
};

function readSort(value: unknown): FolderSort | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const data = value as Readonly<Record<string, unknown>>;
  const direction = choice(data['direction'], 'asc', 'desc');
  const type = choice(data['type'], 'natural', 'alphabetical');
  return present({
    by: choice(data['by'], 'path', 'filename', 'title'),
    descending: direction && direction === 'desc',
    natural: type && type === 'natural',
    ignoreCase: typeof data['ignore_case'] === 'boolean' ? data['ignore_case'] : undefined,
    sections: choice(data['sections'], 'first', 'last', 'mixed'),
  });
}

function readEntries(value: unknown, depth: number): readonly OrderEntry[] | undefined {
  if (!Array.isArray(value) || depth > 20) return undefined;
  return value.slice(0, mostEntries).flatMap((item): readonly OrderEntry[] => {
    const written = textOf(item);
    if (written !== undefined)
      return [/[*?[{]/.test(written) ? { type: 'rest', pattern: written } : { type: 'item', target: written }];
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
    const data = item as Readonly<Record<string, unknown>>;
    const glob = textOf(data['glob']);
    if (glob !== undefined) {
      const sort = readSort(data['sort']);
      return [{ type: 'rest', pattern: glob, ...(sort && { sort }) }];
    }
    return Object.entries(data).flatMap(([title, content]): readonly OrderEntry[] => {
      const target = textOf(content);
      if (target !== undefined) return [{ type: 'item', target, title }];
      const entries = readEntries(content, depth + 1);
      return entries ? [{ type: 'section', title, entries }] : [];
    });
  });
}
