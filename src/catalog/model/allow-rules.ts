import picomatch from 'picomatch';
import type { RepositoryInfo } from '../repository-files.ts';

/**
 * What may be defined where. A text is a kind, `*` for every kind, or either with `!` in front to refuse it; an object
 * narrows it to one `spec.type`, or to some places. Capitals do not matter.
 */
export type AllowRule = string | NarrowRule;

/** A rule that holds for some entities of a kind only. */
export interface NarrowRule {
  /** As the text form: `Group`, `*`, `!User`. */
  readonly kind: string;
  /** The rule holds for entities with this `spec.type` only. */
  readonly specType?: string;
  /** The rule holds for repositories of these sources only, by the names that the configuration gives them. */
  readonly sources?: readonly string[];
  /** The rule holds for these repositories only: globs on their slugs. */
  readonly repositories?: readonly string[];
  /** The rule holds for these files only: globs on paths inside their repository. */
  readonly paths?: readonly string[];
}

/** The entity that a rule is asked about, and the file that it stands in. */
export interface DefinitionPlace {
  readonly kind: string;
  /** `spec.type`, whatever it holds. */
  readonly specType?: unknown;
  readonly repository: RepositoryInfo;
  readonly path: string;
}

/** Whether rules let an entity be defined: the last one that matches decides, and what none names is refused. */
export function isAllowed(place: DefinitionPlace, rules: readonly AllowRule[]): boolean {
  let allowed = false;
  for (const rule of rules) {
    const { kind, ...narrowed } = typeof rule === 'string' ? { kind: rule } : rule;
    const refuses = kind.startsWith('!');
    if (isSame(refuses ? kind.slice(1) : kind, place.kind) && holdsHere(narrowed, place)) allowed = !refuses;
  }
  return allowed;
}

function isSame(wanted: string, kind: string): boolean {
  return wanted === '*' || wanted.toLowerCase() === kind.toLowerCase();
}

function holdsHere(rule: Omit<NarrowRule, 'kind'>, place: DefinitionPlace): boolean {
  const { specType, sources, repositories, paths } = rule;
  if (specType !== undefined && !isText(place.specType, specType)) return false;
  if (sources && !sources.includes(place.repository.source)) return false;
  if (repositories && !repositories.some((glob) => matcherOf(glob)(place.repository.slug))) return false;
  return !paths || paths.some((glob) => matcherOf(glob)(place.path));
}

function isText(value: unknown, wanted: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === wanted.toLowerCase();
}

const matchers = new Map<string, (text: string) => boolean>();

// Asked for every entity; patterns are the portal owner's and few.
function matcherOf(glob: string): (text: string) => boolean {
  const known = matchers.get(glob);
  if (known) return known;
  const matcher = picomatch(glob, { nocase: true, dot: true });
  matchers.set(glob, matcher);
  return matcher;
}
