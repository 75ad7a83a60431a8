import type { FolderSort } from './folder-order.ts';
import type { PlacedItem } from './order-navigation.ts';
import { nameOf } from './page-tree.ts';

// One collator for every machine: the order must not depend on where a portal is built.
const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'variant', caseFirst: 'upper' });

/** Sorts entries of a folder; without a sort they stay as they are. */
export function sortItems(
  items: readonly PlacedItem[],
  sort: FolderSort | undefined,
  titleOf: (uri: string) => string,
): readonly PlacedItem[] {
  if (!sort) return items;
  const keyOf = ({ item, path, isSection }: PlacedItem): string => {
    const written =
      sort.by === 'title'
        ? (item.title ?? (isSection ? nameOf(path) : titleOf(path)))
        : sort.by === 'filename'
          ? nameOf(path)
          : path;
    return sort.ignoreCase ? written.toLowerCase() : written;
  };
  const keyed = items.map((item) => ({ item, key: keyOf(item) }));
  const direction = sort.descending ? -1 : 1;
  const rank = ({ isSection }: PlacedItem): number => {
    if (sort.sections === undefined || sort.sections === 'mixed') return 0;
    return Number(isSection) * (sort.sections === 'first' ? -1 : 1);
  };
  const compare = (a: string, b: string) => (sort.natural ? natural.compare(a, b) : 0) || (a < b ? -1 : a > b ? 1 : 0);
  return keyed.sort((a, b) => rank(a.item) - rank(b.item) || direction * compare(a.key, b.key)).map(({ item }) => item);
}
