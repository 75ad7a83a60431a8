import { distance } from 'fastest-levenshtein';
import type { EntityRef } from '../entity-ref.ts';

/** Finds what somebody who wrote a reference to nothing probably meant. */
export interface NearMiss {
  /** The most likely ref of these kinds (any where absent), or `undefined` when none is likely. */
  readonly suggest: (wanted: EntityRef, kinds?: readonly string[]) => string | undefined;
  /** Every ref of that name, of whatever kind and namespace. */
  readonly named: (name: string) => readonly string[];
}

// A misspelled reference costs a comparison with every name of about its length; a broken estate could have thousands.
const mostSearches = 2000;

/**
 * Prepares the search over canonical refs. The same name in another namespace or of another kind comes first, then names
 * of the same kind with one slip in seven letters.
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
  const named = (name: string) => byName.get(name.toLowerCase()) ?? [];
  const suggest: NearMiss['suggest'] = (wanted, kinds) => {
    const kind = wanted.kind.toLowerCase();
    const name = wanted.name.toLowerCase();
    const key = `${kind}:${name} ${kinds?.join() ?? ''}`;
    if (!known.has(key) && known.size < mostSearches) {
      const allowed = kinds && new Set(kinds.map((each) => each.toLowerCase()));
      const fits = (ref: string) => !allowed || allowed.has(split(ref).kind);
      const similar = !allowed || allowed.has(kind) ? similarName(byKindAndLength, kind, name) : undefined;
      known.set(key, sameName(named(name).filter(fits), kind) ?? similar);
    }
    return known.get(key);
  };
  return { suggest, named };
}

function sameName(candidates: readonly string[], kind: string): string | undefined {
  return candidates.find((ref) => split(ref).kind === kind) ?? (candidates.length === 1 ? candidates[0] : undefined);
}

function similarName(index: ReadonlyMap<string, readonly string[]>, kind: string, name: string): string | undefined {
  const most = Math.min(3, Math.ceil(name.length / 7));
  let best: { ref: string; away: number } | undefined;
  for (let length = Math.max(name.length - most, 2); length <= name.length + most; length += 1) {
    for (const ref of index.get(`${kind} ${length}`) ?? []) {
      const other = split(ref).name;
      const away = isSwapped(other, name) ? 1 : distance(other, name);
      if (away > most || (best && (best.away < away || (best.away === away && best.ref <= ref)))) continue;
      best = { ref, away };
    }
  }
  return best?.ref;
}

/** Whether two neighbouring letters changed places, the commonest slip of all. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
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
