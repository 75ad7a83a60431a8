import { distance } from 'fastest-levenshtein';
import type { EntityRef } from '../entity-ref.ts';

/** Finds what somebody who wrote a reference to nothing probably meant. */
export type NearMiss = (wanted: EntityRef) => string | undefined;

// A misspelled reference costs a comparison with every name of about its length; a broken estate could have thousands.
const mostSearches = 2000;

/**
 * Prepares the search over canonical refs. The same name of another kind or in another namespace comes first, then
 * names of the same kind at most a quarter of their letters away.
 */
export function prepareNearMiss(refs: Iterable<string>): NearMiss {
  const byName = new Map<string, string[]>();
  const byKindAndLength = new Map<string, string[]>();
  for (const ref of refs) {
    const { kind, name } = split(ref);
    append(byName, name, ref);
    append(byKindAndLength, `${kind} ${name.length}`, ref);
  }
  const known = new Map<string, string | undefined>();
  return (wanted) => {
    const kind = wanted.kind.toLowerCase();
    const name = wanted.name.toLowerCase();
    const key = `${kind}:${name}`;
    if (!known.has(key) && known.size < mostSearches) {
      known.set(key, sameName(byName.get(name) ?? [], kind) ?? similarName(byKindAndLength, kind, name));
    }
    return known.get(key);
  };
}

function sameName(candidates: readonly string[], kind: string): string | undefined {
  return candidates.find((ref) => split(ref).kind === kind) ?? (candidates.length === 1 ? candidates[0] : undefined);
}

function similarName(index: ReadonlyMap<string, readonly string[]>, kind: string, name: string): string | undefined {
  const most = Math.min(3, Math.floor(name.length / 4));
  let best: { ref: string; away: number } | undefined;
  for (let length = name.length - most; length <= name.length + most; length += 1) {
    for (const ref of index.get(`${kind} ${length}`) ?? []) {
      const away = distance(split(ref).name, name);
      if (away > most || (best && (best.away < away || (best.away === away && best.ref <= ref)))) continue;
      best = { ref, away };
    }
  }
  return best?.ref;
}

function split(ref: string): { kind: string; name: string } {
  const colon = ref.indexOf(':');
  return { kind: ref.slice(0, colon), name: ref.slice(ref.indexOf('/', colon) + 1) };
}

function append(map: Map<string, string[]>, key: string, ref: string): void {
  const list = map.get(key);
  if (list) list.push(ref);
  else map.set(key, [ref]);
}
