import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pLimit from 'p-limit';
import { type SearchColumn, type SearchField, type SearchPages, searchFields } from '../portal/views/search-pages.ts';

/** What Pagefind keeps of one page; https://pagefind.app/docs/api/. */
interface Fragment {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly glyph: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Each file begins with this, before its JSON. */
const signature = 'pagefind_dcd';

/** Reads from an index in `folder` which pages it has, and what they can be narrowed by. */
export async function readSearchPages(folder: string): Promise<SearchPages> {
  const names = await readdir(join(folder, 'fragment'));
  const limit = pLimit(32);
  const fragments = await Promise.all(names.map((name) => limit(() => readFragment(folder, name))));
  return deriveSearchPages(fragments);
}

async function readFragment(folder: string, name: string): Promise<Fragment> {
  const text = gunzipSync(await readFile(join(folder, 'fragment', name))).toString();
  const { url, meta, filters } = JSON.parse(text.slice(signature.length)) as {
    readonly url: string;
    readonly meta: Readonly<Record<string, string>>;
    readonly filters: Fragment['filters'];
  };
  const { title = '', glyph = '' } = meta;
  return { id: name.replace(/\.pf_fragment$/, ''), url: url.replace(/^\//, ''), title, glyph, filters };
}

/** Pages of a kind stand together, so that the table compresses well. Pure. */
function deriveSearchPages(fragments: readonly Fragment[]): SearchPages {
  const sorted = fragments.toSorted((a, b) => (a.url < b.url ? -1 : 1));
  return {
    ids: sorted.map(({ id }) => id),
    titles: sorted.map(({ title, url }) => (url.split('/').at(-2) === title ? '' : title)),
    paths: sorted.map(({ url }) => url),
    glyphs: columnOf(sorted.map(({ glyph }) => (glyph === '' ? [] : [glyph]))),
    fields: Object.fromEntries(
      searchFields.map((field) => [field, columnOf(sorted.map(({ filters }) => filters[field] ?? []))]),
    ) as Record<SearchField, SearchColumn>,
  };
}

function columnOf(rows: readonly (readonly string[])[]): SearchColumn {
  const places = new Map<string, number>();
  const placeOf = (value: string) => {
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  };
  const of = rows.map((row) => {
    const all = row.map(placeOf);
    return all.length > 1 ? all : (all[0] ?? -1);
  });
  return { values: [...places.keys()], of };
}
