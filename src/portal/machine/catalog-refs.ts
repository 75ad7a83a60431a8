import type { Catalog } from '../../catalog/entity.ts';
import type { MachineFile } from './machine-file.ts';
import { rowsPerFile, shards } from './shards.ts';

/** Where lists of the catalog's JSON are. */
export const catalogFolder = 'api/catalog/';

/** `refs.json`: every entity by ref, with where it is defined. Sorted by ref. */
export function* refsFiles({ entities }: Catalog): Generator<MachineFile> {
  for (const { path, rows } of shards(`${catalogFolder}refs.json`, entities, rowsPerFile)) {
    const lines = rows.map(({ ref, source: { repository, path: file, line } }) => {
      const place = { repository, path: file, line };
      return `${JSON.stringify(ref)}:${JSON.stringify(place)}`;
    });
    yield { path, text: lines.length === 0 ? '{}\n' : `{\n${lines.join(',\n')}\n}\n` };
  }
}

/** `relations.json`: rows of source, type and target for what entities state themselves; targets may not exist. Sorted. */
export function* relationsFiles(catalog: Catalog): Generator<MachineFile> {
  const claims = catalog.entities.flatMap(({ ref, claims: own }) => {
    const rows = own.map(({ type, targetRef }) => JSON.stringify([ref, type, targetRef]));
    return [...new Set(rows)].sort();
  });
  for (const { path, rows } of shards(`${catalogFolder}relations.json`, claims, rowsPerFile)) {
    yield { path, text: rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n` };
  }
}

/** How many relations entities state themselves. */
export function claimsOf({ entities }: Catalog): number {
  return entities.reduce((count, { claims }) => count + new Set(claims.map((it) => JSON.stringify(it))).size, 0);
}
