import { findCycles } from '../graph/cycles.ts';
import type { LinkedDraft } from '../link-relations.ts';
import type { Reference } from '../relation-references.ts';
import type { CheckedCatalog, FoundProblem } from './catalog-check.ts';

const upward: ReadonlySet<string> = new Set(['partOf', 'childOf']);
const downward: ReadonlySet<string> = new Set(['hasPart', 'parentOf']);

/**
 * Entities that are part of themselves: round by `subcomponentOf`, `subdomainOf`, `parent` and the like. Circles that
 * share an entity are one problem, told by the shortest one through the first entity by name, where
 * it is said what that is inside of.
 */
export function* checkContainment({ entities, byRef }: CheckedCatalog): Generator<FoundProblem> {
  const wholes = listWholes(entities, byRef);
  for (const chain of findCycles([...wholes.keys()].sort(), (ref) => wholes.get(ref) ?? [])) {
    const [first = '', second = first] = chain;
    const place = findPlace(byRef, first, second);
    if (!place) continue;
    const message =
      chain.length === 1
        ? `${first} is part of itself.`
        : `${[...chain, first].join(' is inside ')}: a circle that has no outermost part.`;
    yield { entity: place.entity, problem: { code: 'catalog/cycle', message, path: place.reference.path } };
  }
}

/** Part → what it is inside of, sorted, of what is there and has parts itself: no other can be in a circle. */
function listWholes(
  entities: readonly LinkedDraft[],
  byRef: ReadonlyMap<string, LinkedDraft>,
): ReadonlyMap<string, readonly string[]> {
  const withParts = new Set<string>();
  eachPart(entities, (_, whole) => withParts.add(whole));
  const wholes = new Map<string, string[]>();
  eachPart(entities, (part, whole) => {
    if (!withParts.has(part) || !byRef.has(part)) return;
    const known = wholes.get(part);
    if (known) known.push(whole);
    else wholes.set(part, [whole]);
  });
  for (const list of wholes.values()) list.sort();
  return wholes;
}

function eachPart(entities: readonly LinkedDraft[], visit: (part: string, whole: string) => void): void {
  for (const { draft, references } of entities) {
    for (const { field, target } of references) {
      if (target === undefined) continue;
      if (upward.has(field.relation)) visit(draft.ref, target);
      else if (downward.has(field.relation)) visit(target, draft.ref);
    }
  }
}

/** Where it is said that one is inside the other: by the part if it says so, else by the whole. */
function findPlace(
  byRef: ReadonlyMap<string, LinkedDraft>,
  part: string,
  whole: string,
): { readonly entity: LinkedDraft; readonly reference: Reference } | undefined {
  const find = (ref: string, relations: ReadonlySet<string>, other: string) => {
    const entity = byRef.get(ref);
    const reference = entity?.references.find(({ field, target }) => target === other && relations.has(field.relation));
    return entity && reference && { entity, reference };
  };
  return find(part, upward, whole) ?? find(whole, downward, part);
}
