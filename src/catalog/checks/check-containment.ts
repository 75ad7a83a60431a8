import { findCycles } from '../graph/cycles.ts';
import type { Reference } from '../relation-references.ts';
import type { CheckedCatalog, FoundProblem } from './catalog-check.ts';

const upward: ReadonlySet<string> = new Set(['partOf', 'childOf']);
const downward: ReadonlySet<string> = new Set(['hasPart', 'parentOf']);

/** Entities that are part of themselves: round by `subcomponentOf`, `subdomainOf`, `parent` and the like. One problem a circle. */
export function* checkContainment({ entities, byRef }: CheckedCatalog): Generator<FoundProblem> {
  const outer = new Map<string, string[]>();
  const places = new Map<string, { readonly of: string; readonly reference: Reference }>();
  const add = (part: string, whole: string, of: string, reference: Reference) => {
    const key = `${part} ${whole}`;
    if (places.has(key)) return;
    places.set(key, { of, reference });
    outer.set(part, [...(outer.get(part) ?? []), whole]);
  };
  for (const { draft, references } of entities) {
    for (const reference of references) {
      const { field, target } = reference;
      if (target === undefined || !byRef.has(target)) continue;
      if (upward.has(field.relation)) add(draft.ref, target, draft.ref, reference);
      if (downward.has(field.relation)) add(target, draft.ref, draft.ref, reference);
    }
  }
  for (const chain of findCycles([...outer.keys()].sort(), (ref) => outer.get(ref) ?? [])) {
    const [first = '', second = first] = chain;
    const place = places.get(`${first} ${second}`);
    const entity = place && byRef.get(place.of);
    if (!entity) continue;
    const message =
      chain.length === 1
        ? `${first} is part of itself.`
        : `${[...chain, first].join(' is inside ')}: a circle that has no outermost part.`;
    yield { entity, problem: { code: 'catalog/cycle', message, path: place.reference.path } };
  }
}
