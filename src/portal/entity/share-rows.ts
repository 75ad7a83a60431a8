/**
 * Shares the rows that a page has room for among its tables: all of the small ones, and of the others equal parts. No table
 * gets more than it has.
 */
export function shareRows(counts: readonly number[], room: number): readonly number[] {
  const shares = counts.map(() => 0);
  let left = room;
  let open = counts.map((_, index) => index);
  while (left > 0 && open.length > 0) {
    const part = Math.max(1, Math.floor(left / open.length));
    for (const index of open) {
      const given = Math.min(part, left, (counts[index] ?? 0) - (shares[index] ?? 0));
      shares[index] = (shares[index] ?? 0) + given;
      left -= given;
    }
    open = open.filter((index) => (shares[index] ?? 0) < (counts[index] ?? 0));
  }
  return shares;
}
