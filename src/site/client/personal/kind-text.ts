import { kinds } from '@text/kinds';
import { docs } from '@text/personal';

/** What people call the kind of an entity, by its canonical ref; without one, that it is a docs page. */
export const kindText = (ref: string | undefined): string => {
  if (ref === undefined) return docs;
  const kind = ref.slice(0, ref.indexOf(':'));
  return Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds].title : kind;
};
