import picomatch from 'picomatch';
import type { RepositoryInfo } from '../repository-files.ts';
import { fileUrl } from '../repository-urls.ts';

/**
 * What may be defined where. A text is a kind, `*` for every kind, or either with `!` in front to refuse it; an object
 * narrows it to one `spec.type`, or to some places. Capitals do not matter.
 */
export type AllowRule =
  | string
  | {
      /** As the text form: `Group`, `*`, `!User`. */
      readonly kind: string;
      /** The rule holds for entities with this `spec.type` only. */
      readonly specType?: string;
      /** Globs, tried on `repository/path` and on the file's web address; absent: everywhere. */
      readonly locations?: readonly string[];
    };

/** The entity that a rule is asked about, and the file that it stands in. */
export interface DefinitionPlace {
  readonly kind: string;
  readonly specType?: unknown;
  readonly repository: RepositoryInfo;
  readonly path: string;
}

/** Whether rules let an entity be defined: the last one that matches decides, and what none names is refused. */
export function isAllowed(place: DefinitionPlace, rules: readonly AllowRule[]): boolean {
  let allowed = false;
  for (const rule of rules) {
    const { kind, specType, locations } = typeof rule === 'string' ? { kind: rule } : rule;
    const refuses = kind.startsWith('!');
    if (!isSame(refuses ? kind.slice(1) : kind, place.kind)) continue;
    if (specType !== undefined && !isSameText(specType, place.specType)) continue;
    if (locations && !isAt(place, locations)) continue;
    allowed = !refuses;
  }
  return allowed;
}

function isSame(wanted: string, kind: string): boolean {
  return wanted === '*' || wanted.toLowerCase() === kind.toLowerCase();
}

function isSameText(wanted: string, value: unknown): boolean {
  return typeof value === 'string' && value.toLowerCase() === wanted.toLowerCase();
}

function isAt({ repository, path }: DefinitionPlace, locations: readonly string[]): boolean {
  const url = fileUrl(repository, path, 'blob');
  return locations.some((location) => {
    const matches = matcherOf(location);
    return matches(`${repository.slug}/${path}`) || (url !== undefined && matches(url));
  });
}

const matchers = new Map<string, (text: string) => boolean>();

// Asked for every entity; patterns are the portal owner's and few.
function matcherOf(location: string): (text: string) => boolean {
  const known = matchers.get(location);
  if (known) return known;
  const matcher = picomatch(location, { nocase: true, dot: true });
  matchers.set(location, matcher);
  return matcher;
}
