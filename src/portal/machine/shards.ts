/** Entities that one file of a list holds. */
export const entitiesPerFile = 1000;

/** Rows that one file of refs or relations holds: they are short. */
export const rowsPerFile = 10_000;

/** Path of the `number`th file of a list, given the first one's: `all.json`, `all-2.json`, … */
export function shardPath(path: string, number: number): string {
  const dot = path.lastIndexOf('.');
  return number === 1 ? path : `${path.slice(0, dot)}-${number}${path.slice(dot)}`;
}

/** Paths of all files that a list of `count` rows needs; one at least. */
export function shardPaths(path: string, count: number, perFile: number): readonly string[] {
  const files = Math.max(1, Math.ceil(count / perFile));
  return Array.from({ length: files }, (_, index) => shardPath(path, index + 1));
}

/** Cuts rows into the files of a list; one at least. */
export function* shards<Row>(
  path: string,
  rows: readonly Row[],
  perFile: number,
): Generator<{ readonly path: string; readonly rows: readonly Row[] }> {
  for (const [index, file] of shardPaths(path, rows.length, perFile).entries()) {
    yield { path: file, rows: rows.slice(index * perFile, (index + 1) * perFile) };
  }
}
