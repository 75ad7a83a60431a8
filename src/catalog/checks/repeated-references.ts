import type { Reference } from '../relation-references.ts';

const none: ReadonlyMap<Reference, Reference> = new Map();

/** References that name what an earlier one of the same field names already → the earlier one. */
export function repeatedReferences(references: readonly Reference[]): ReadonlyMap<Reference, Reference> {
  if (references.length < 2) return none;
  let repeated: Map<Reference, Reference> | undefined;
  let first = new Map<string, Reference>();
  for (let index = 0; index < references.length; index += 1) {
    const reference = references[index] as Reference;
    const follows = reference.field === references[index - 1]?.field;
    // They come in the order of the fields; most fields hold one.
    if (!follows && reference.field !== references[index + 1]?.field) continue;
    if (!follows) first = new Map();
    if (reference.target === undefined) continue;
    const earlier = first.get(reference.target);
    if (!earlier) first.set(reference.target, reference);
    else {
      repeated ??= new Map();
      repeated.set(reference, earlier);
    }
  }
  return repeated ?? none;
}
