import { type SearchField, type SearchPages, searchFields } from '../../../portal/views/search-pages.ts';

/** Filter → chosen values, as they are written. */
export type Narrowing = Readonly<Partial<Record<SearchField, readonly string[]>>>;

/** Filter → value → how many pages there would be. */
export type FieldCounts = Readonly<Record<SearchField, Readonly<Record<string, number>>>>;

interface Test {
  readonly field: SearchField;
  readonly passes: (page: number) => boolean;
}

const testsOf = (pages: SearchPages, narrowing: Narrowing): readonly Test[] =>
  searchFields.flatMap((field) => {
    const chosen = narrowing[field] ?? [];
    if (chosen.length === 0) return [];
    const { values, of } = pages.fields[field];
    // Links of other portals write values in other capitals.
    const wanted = new Set(chosen.map((value) => value.toLowerCase()));
    const places = new Set(values.flatMap((value, place) => (wanted.has(value.toLowerCase()) ? [place] : [])));
    const passes = (page: number): boolean => {
      const own = of[page] ?? -1;
      return typeof own === 'number' ? places.has(own) : own.some((place) => places.has(place));
    };
    return [{ field, passes }];
  });

/** Adds a page to the counts of a filter's values. */
const addTo = (counts: Uint32Array, own: number | readonly number[]): void => {
  for (const place of typeof own === 'number' ? [own] : own) if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
};

/** Which of `found` pass all filters, and how many each value would leave: within a filter, one more value finds more. */
export const narrow = (
  pages: SearchPages,
  found: readonly number[],
  narrowing: Narrowing,
): { readonly kept: readonly number[]; readonly counts: FieldCounts } => {
  const tests = testsOf(pages, narrowing);
  const tallies = searchFields.map((field) => new Uint32Array(pages.fields[field].values.length));
  const kept = found.filter((page) => {
    const failed = tests.filter(({ passes }) => !passes(page));
    if (failed.length > 1) return false;
    for (const [at, field] of searchFields.entries())
      if (failed.length === 0 || failed[0]?.field === field)
        addTo(tallies[at] as Uint32Array, pages.fields[field].of[page] ?? -1);
    return failed.length === 0;
  });
  const counts = searchFields.map((field, at) => {
    const { values } = pages.fields[field];
    const some = values.map((value, place) => [value, tallies[at]?.[place] ?? 0] as const);
    return [field, Object.fromEntries(some.filter(([, count]) => count > 0))] as const;
  });
  return { kept, counts: Object.fromEntries(counts) as FieldCounts };
};
