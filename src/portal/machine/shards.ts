/** Entities that one file of JSON holds. */
export const entitiesPerFile = 10_000;

/** Characters of entities that one file of JSON holds: definitions of APIs can be long. */
export const charactersPerFile: number = 32 * 1024 * 1024;

/** Rows that one file of refs or relations holds: they are short. */
export const rowsPerFile = 100_000;

/** Path of the `number`th of several files of a list: `all-1.json` of `all.json`. */
export function numberedPath(path: string, number: number): string {
  const dot = path.lastIndexOf('.');
  return `${path.slice(0, dot)}-${number}${path.slice(dot)}`;
}

/**
 * Paths of the files of a list of `count` rows. A list is whole or its name is not there: `all.json`, or `all-1.json`,
 * `all-2.json`, …, so that nobody takes a part for all.
 */
export function shardPaths(path: string, count: number, perFile: number): readonly string[] {
  if (count <= perFile) return [path];
  return Array.from({ length: Math.ceil(count / perFile) }, (_, index) => numberedPath(path, index + 1));
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
