import type { Portal } from '../assemble-portal.ts';
import type { MachineFile } from '../machine/machine-file.ts';
import { catalogIndexPath } from '../urls.ts';
import type { RowColumns } from '../views/catalog-index/rows-file.ts';
import { indexOf } from './kind-index.ts';
import { textHash } from './text-hash.ts';

/** Rows of one file. */
const rowsPerFile = 5000;

/** Path of the rows of a kind, which live filtering loads. */
export function rowsPath(kind: string): string {
  return `${catalogIndexPath(kind)}rows.json`;
}

/** The rows of a kind as files: the first has the tables, and names the others. */
export function* rowFiles(portal: Portal, kind: string): Generator<MachineFile> {
  const { packed } = indexOf(portal, kind);
  const count = Math.max(1, Math.ceil(packed.rows.names.length / rowsPerFile));
  const parts = Array.from({ length: count }, (_, part) => cutRows(packed.rows, part * rowsPerFile));
  const files = parts.slice(1).map((rows, at) => {
    const text = JSON.stringify(rows);
    return { name: `rows-${at + 2}.${textHash(text)}.json`, text };
  });
  const [rows = packed.rows] = parts;
  const first = { ...packed, more: files.map(({ name }) => name), rows };
  yield { path: rowsPath(kind), text: JSON.stringify(first) };
  for (const { name, text } of files) yield { path: catalogIndexPath(kind) + name, text };
}

function cutRows(all: RowColumns, from: number): RowColumns {
  const cut = (column: unknown): unknown => (Array.isArray(column) ? column.slice(from, from + rowsPerFile) : column);
  const docsAt = Object.entries(all.docsAt).map(([row, path]) => [Number(row) - from, path] as const);
  return {
    ...(Object.fromEntries(Object.entries(all).map(([name, column]) => [name, cut(column)])) as unknown as RowColumns),
    docsAt: Object.fromEntries(docsAt.filter(([row]) => row >= 0 && row < rowsPerFile)),
    fields: Object.fromEntries(
      Object.entries(all.fields).map(([field, column]) => [field, column.slice(from, from + rowsPerFile)]),
    ),
  };
}
