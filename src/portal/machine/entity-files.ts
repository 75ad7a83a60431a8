import type { Portal } from '../assemble-portal.ts';
import { entityJsonPath, partsOf } from '../urls.ts';
import { catalogFolder } from './catalog-refs.ts';
import { entityJson } from './entity-json.ts';
import type { MachineFile } from './machine-file.ts';
import { entitiesPerFile, shardPath } from './shards.ts';

/**
 * Every entity by name, all of them as lists, and the lists of each kind. In one pass over the catalog, which is sorted by
 * ref and so by kind: no more than two files' entities are held at a time.
 */
export function* entityFiles({ catalog: { entities } }: Portal): Generator<MachineFile> {
  const all = list(`${catalogFolder}entities.json`);
  let ofKind: ReturnType<typeof list> | undefined;
  let kindBefore: string | undefined;
  for (const item of entities) {
    const text = entityJson(item.entity, item.ref);
    const { kind } = partsOf(item.ref);
    if (kind !== kindBefore) {
      if (ofKind) yield* ofKind.end();
      ofKind = list(`${catalogFolder}entities/by-kind/${kind}.json`);
      kindBefore = kind;
    }
    yield { path: entityJsonPath(item.ref), text: `${text}\n` };
    yield* all.add(text);
    if (ofKind) yield* ofKind.add(text);
  }
  yield* all.end();
  if (ofKind) yield* ofKind.end();
}

/** A list that is cut into files as it grows. */
function list(path: string) {
  let rows: string[] = [];
  let number = 1;
  const cut = (): MachineFile => {
    const text = rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`;
    const file = { path: shardPath(path, number), text };
    rows = [];
    number += 1;
    return file;
  };
  return {
    *add(row: string): Generator<MachineFile> {
      rows.push(row);
      if (rows.length === entitiesPerFile) yield cut();
    },
    *end(): Generator<MachineFile> {
      if (rows.length > 0 || number === 1) yield cut();
    },
  };
}
