import { parseInertYaml } from '../inert-yaml.ts';
import { choice, type FolderOrder, type OrderEntry, type ParsedOrder, present, textOf } from './folder-order.ts';

const mostEntries = 5000;

/** Reads a `.pages` file of mkdocs-awesome-pages-plugin 2 as data. Never throws. */
export function parsePagesFile(text: string): ParsedOrder {
  const yaml = parseInertYaml(text);
  if (yaml.error) return { order: {}, problems: [{ message: `cannot be read: ${yaml.error.reason}`, word: '' }] };
  if (yaml.value === null || yaml.value === undefined) return { order: {}, problems: [] };
  if (typeof yaml.value !== 'object' || Array.isArray(yaml.value)) {
    return { order: {}, problems: [{ message: 'is not a mapping of settings', word: '' }] };
  }
  const data = yaml.value as Readonly<Record<string, unknown>>;
  const problems: { message: string; word: string }[] = [];
  const entries = readEntries(data['nav'], problems) ?? arranged(data['arrange']);
  const flag = (name: string) => (typeof data[name] === 'boolean' ? (data[name] as boolean) : undefined);
  const order = present({
    title: textOf(data['title']),
    hide: flag('hide'),
    entries,
    collapse: flag('collapse'),
    collapseBelow: flag('collapse_single_pages'),
    sort: pagesSort(data),
    sortsOnlyHere: true,
  });
  return { order, problems };
}

/** The sorting that `.pages` files and the plugin's own options spell alike. */
export function pagesSort(data: Readonly<Record<string, unknown>>): FolderOrder['sort'] {
  const order = choice(data['order'], 'asc', 'desc');
  const by = choice(data['order_by'], 'filename', 'title');
  const natural = data['sort_type'] === 'natural' ? true : undefined;
  if (order === undefined && by === undefined && natural === undefined) return undefined;
  const ignoreCase = data['ignore_case'] === true ? true : undefined;
  return present({
    descending: order === 'desc',
    by: by ?? 'filename',
    natural,
    ignoreCase,
    sections: 'mixed' as const,
  });
}

function arranged(value: unknown): readonly OrderEntry[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const entries = value.slice(0, mostEntries).flatMap((item) => itemOf(item) ?? []);
  return entries.some(({ type }) => type === 'rest') ? entries : [...entries, { type: 'rest', pattern: '*' }];
}

function readEntries(
  value: unknown,
  problems: { message: string; word: string }[],
  depth = 0,
): readonly OrderEntry[] | undefined {
  if (!Array.isArray(value) || depth > 20) return undefined;
  return value.slice(0, mostEntries).flatMap((item): readonly OrderEntry[] => {
    const entry = itemOf(item, problems);
    if (entry) return [entry];
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
    return Object.entries(item).flatMap(([title, content]): readonly OrderEntry[] => {
      const target = textOf(content);
      if (target !== undefined) return [{ type: 'item', target, title }];
      const entries = readEntries(content, problems, depth + 1);
      return entries ? [{ type: 'section', title, entries }] : [];
    });
  });
}

/** A name, or `...` for the rest, also filtered by a glob. */
function itemOf(item: unknown, problems: { message: string; word: string }[] = []): OrderEntry | undefined {
  const written = textOf(item);
  return written === undefined ? undefined : (restOf(written, problems) ?? { type: 'item', target: written });
}

/** What a rest entry such as `... | flat | *.md` means, if the text is one. */
export function restOf(written: string, problems: { message: string; word: string }[] = []): OrderEntry | undefined {
  if (!written.startsWith('...')) return undefined;
  const parts = written
    .slice(3)
    .split('|')
    .map((part) => part.trim());
  const flat = parts.includes('flat');
  const filter = parts.find((part) => part !== '' && part !== 'flat');
  if (filter?.startsWith('regex=')) {
    const message = `has the regular expression "${filter.slice(6, 66)}", which is not supported; write a glob`;
    problems.push({ message, word: written });
    return { type: 'section', title: '', entries: [] };
  }
  return { type: 'rest', pattern: filter?.replace(/^glob=/, '') ?? '*', ...(flat && { flat }) };
}
