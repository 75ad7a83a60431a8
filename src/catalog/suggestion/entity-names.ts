import { isObjectName } from '../validation/format-rules.ts';

/** Longest name that an entity may have. */
const longest = 63;

/** Hands out names that nobody has. */
export interface EntityNames {
  /** The first of the wanted names that is free, made valid; else the first with a number. Taken from then on. */
  readonly take: (kind: string, wanted: readonly string[]) => string;
}

/** Starts from the canonical refs of the catalog, all of the default namespace or any other. */
export function startNames(isTaken: (ref: string) => boolean): EntityNames {
  const given = new Set<string>();
  return {
    take: (kind, wanted) => {
      const refOf = (name: string) => `${kind}:default/${name}`.toLowerCase();
      const isFree = (name: string) => !given.has(refOf(name)) && !isTaken(refOf(name));
      const names = wanted.map(validName);
      const name = names.find(isFree) ?? numbered(names[0] ?? 'repository', isFree);
      given.add(refOf(name));
      return name;
    },
  };
}

/** The nearest valid name to a text; `repository` where nothing of it is left. */
export function validName(text: string): string {
  const name = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .slice(0, longest)
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
  return isObjectName(name) ? name : 'repository';
}

function numbered(name: string, isFree: (name: string) => boolean): string {
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const candidate = validName(name.slice(0, longest - suffix.length)) + suffix;
    if (isFree(candidate)) return candidate;
  }
}
