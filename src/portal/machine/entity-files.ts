import type { Portal } from '../assemble-portal.ts';
import { entityJsonPath, partsOf } from '../urls.ts';
import { catalogFolder } from './catalog-refs.ts';
import { entityJson } from './entity-json.ts';
import type { MachineFile } from './machine-file.ts';
import { charactersPerFile, entitiesPerFile, numberedPath } from './shards.ts';

/** Names of the lists of entities, from `api/catalog/`. */
export interface EntityLists {
  readonly all: readonly string[];
  /** By lower-case kind, sorted. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
}

/**
 * Every entity by name, all of them as lists, and the lists of each kind; returns the names of the lists. In one pass over
 * the catalog, which is sorted by ref and so by kind: no more than two files' entities are held at a time.
 */
export function* entityFiles({ catalog: { entities } }: Portal): Generator<MachineFile, EntityLists> {
  const all = list('entities.json');
  const kinds: Record<string, readonly string[]> = {};
  let ofKind: EntityList | undefined;
  let kindBefore = '';
  for (const item of entities) {
    const text = entityJson(item.entity, item.ref);
    const { kind } = partsOf(item.ref);
    if (!ofKind || kind !== kindBefore) {
      if (ofKind) kinds[kindBefore] = yield* ofKind.end();
      ofKind = list(`entities/by-kind/${kind}.json`);
      kindBefore = kind;
    }
    yield { path: entityJsonPath(item.ref), text: `${text}\n` };
    yield* all.add(text);
    yield* ofKind.add(text);
  }
  if (ofKind) kinds[kindBefore] = yield* ofKind.end();
  return { all: yield* all.end(), kinds };
}

type EntityList = ReturnType<typeof list>;

/** A list that is cut into files as it grows; in the end it gives their names. */
function list(name: string) {
  const names: string[] = [];
  let rows: string[] = [];
  let characters = 0;
  const cut = (ownName: string): MachineFile => {
    const text = rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`;
    names.push(ownName);
    rows = [];
    characters = 0;
    return { path: catalogFolder + ownName, text };
  };
  return {
    // A file is cut off only when another row comes, so that the only one has the plain name.
    *add(row: string): Generator<MachineFile> {
      const isFull = rows.length === entitiesPerFile || characters + row.length > charactersPerFile;
      if (isFull && rows.length > 0) yield cut(numberedPath(name, names.length + 1));
      rows.push(row);
      characters += row.length;
    },
    *end(): Generator<MachineFile, readonly string[]> {
      yield cut(names.length === 0 ? name : numberedPath(name, names.length + 1));
      return names;
    },
  };
}
