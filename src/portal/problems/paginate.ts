/** How much one page may hold: keeps it below 150 kB of HTML whatever the texts. */
const limits = { items: 100, weight: 95_000 } as const;

/** Splits a list into pages of at most a hundred items whose weights (about their bytes of HTML) stay within a page's budget, or `mostWeight`. */
export function paginate<Value>(
  values: readonly Value[],
  weightOf: (value: Value) => number,
  mostWeight: number = limits.weight,
): readonly (readonly Value[])[] {
  const pages: Value[][] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const value of values) {
    const own = weightOf(value);
    const page = pages.at(-1);
    if (page && page.length < limits.items && weight + own <= mostWeight) {
      page.push(value);
      weight += own;
    } else {
      pages.push([value]);
      weight = own;
    }
  }
  return pages.length === 0 ? [[]] : pages;
}

/** Where a page stands among its like, with links to its neighbours. */
export function neighboursOf(number: number, count: number, urlAt: (number: number) => string) {
  return {
    pageNumber: number,
    pageCount: count,
    ...(number > 1 && { previousUrl: urlAt(number - 1) }),
    ...(number < count && { nextUrl: urlAt(number + 1) }),
  };
}
