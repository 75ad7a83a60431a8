import { fold, wordsOf } from './fold.ts';
import { type Findable, queryOf, rank } from './rank.ts';

/** For tests: an entity by ref and title. */
export interface Named extends Findable {
  readonly ref: string;
}

const ranks: Readonly<Record<string, number>> = { resource: 2, template: 2, location: 0 };

/** For tests: entities as quick open ranks them. */
export function namedEntities(list: readonly (readonly [ref: string, title?: string])[]): readonly Named[] {
  return list.map(([ref, title]) => {
    const kind = ref.slice(0, ref.indexOf(':'));
    const name = ref.slice(ref.indexOf('/') + 1);
    const isOne = ['component', 'api', 'system', 'group', 'domain', 'user'].includes(kind);
    return {
      ref,
      title: fold(title ?? name),
      ...(title !== undefined && title !== name && { alias: fold(name) }),
      context: [fold(kind)],
      rank: isOne ? 3 : (ranks[kind] ?? 2),
      weight: 0,
    };
  });
}

/** For tests: refs that a query finds, best first. */
export function refsFound(query: string, entities: readonly Named[]): readonly string[] {
  return rank(queryOf(wordsOf(query)), entities).map(({ target }) => target.ref);
}
