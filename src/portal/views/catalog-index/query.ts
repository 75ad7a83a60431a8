import { type Facet, placeOfValue } from './facet.ts';

/** What a view of an index shows. */
export interface CatalogQuery {
  /** Words that must all occur. */
  readonly text: string;
  /** Field of a column; `-owner` descends; empty: by title. */
  readonly sort: string;
  /** Facet → values as addresses have them. */
  readonly chosen: ReadonlyMap<string, readonly string[]>;
}

/** Everything, by title. */
export const wholeIndex: CatalogQuery = { text: '', sort: '', chosen: new Map() };

/** Facets whose values only the browser knows. */
export const personalFields = ['starred', 'mine'] as const;

/** The view that an address asks for; of facets only those that there are. Also understands addresses of Backstage's catalog. */
export function parseQuery(address: URLSearchParams, fields: ReadonlySet<string>): CatalogQuery {
  const chosen = new Map<string, string[]>();
  const choose = (field: string, value: string): void => {
    if (value === '' || !fields.has(field)) return;
    const values = chosen.get(field) ?? [];
    if (!values.includes(value)) chosen.set(field, [...values, value]);
  };
  for (const [name, value] of address) {
    const [field, meant] = fromBackstage(name, value) ?? [name, value];
    choose(field, meant);
  }
  return {
    text: address.get('q') ?? address.get('filters[text]') ?? '',
    sort: address.get('sort') ?? '',
    chosen,
  };
}

/** The kind that an address of Backstage's catalog asks for, lower case. */
export function kindAskedFor(address: URLSearchParams): string | undefined {
  return address.get('filters[kind]')?.toLowerCase() || undefined;
}

// `filters[owners]=a&filters[owners]=b`, as Backstage writes it; with `[]` or `[0]` behind it as other versions did.
function fromBackstage(name: string, value: string): readonly [field: string, value: string] | undefined {
  const [, filter] = /^filters\[(\w+)\](?:\[\d*\])?$/.exec(name) ?? [];
  if (filter === undefined) return undefined;
  if (filter === 'user')
    return value === 'starred' ? ['starred', 'yes'] : value === 'owned' ? ['mine', 'yes'] : ['', ''];
  if (filter === 'error') return value === 'true' ? ['problems', 'errors'] : ['', ''];
  return [backstageFields[filter] ?? '', value];
}

const backstageFields: Readonly<Record<string, string>> = {
  type: 'type',
  owners: 'owner',
  lifecycles: 'lifecycle',
  tags: 'tags',
  namespace: 'namespace',
};

/** The address of a view, from its question mark on; empty: everything by title. */
export function writeQuery({ text, sort, chosen }: CatalogQuery): string {
  const address = new URLSearchParams();
  for (const [field, values] of chosen) for (const value of values) address.append(field, value);
  if (text.trim() !== '') address.set('q', text.trim());
  if (sort !== '') address.set('sort', sort);
  // A slash or colon needs no escape behind a question mark, and reads better without.
  const written = address.toString().replaceAll('%2F', '/').replaceAll('%3A', ':');
  return written === '' ? '' : `?${written}`;
}

/** The same view with one value more, or less where it was chosen. */
export function toggleValue(query: CatalogQuery, field: string, value: string): CatalogQuery {
  const before = query.chosen.get(field) ?? [];
  const values = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  const chosen = new Map(query.chosen);
  if (values.length > 0) chosen.set(field, values);
  else chosen.delete(field);
  return { ...query, chosen };
}

/** The same view with values as the index spells them; those that no row has stay as they are. */
export function spellValues(query: CatalogQuery, facets: ReadonlyMap<string, Facet>): CatalogQuery {
  const spell = (field: string, value: string): string => {
    const facet = facets.get(field);
    return facet?.values[placeOfValue(facet, value)] ?? value;
  };
  const chosen = [...query.chosen].map(
    ([field, values]) => [field, [...new Set(values.map((value) => spell(field, value)))]] as const,
  );
  return { ...query, chosen: new Map(chosen) };
}
