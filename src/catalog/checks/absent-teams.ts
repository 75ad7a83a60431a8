import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';

/** References to teams or people in a catalog that has none: all of one cause. */
export interface AbsentTeams {
  /** Whether everything of the target's kind is absent, so that this reference to it is no mistake of its own. */
  readonly includes: (target: string) => boolean;
  readonly add: (target: string) => void;
  /** One diagnostic for all that were added; none for none. */
  readonly report: () => Diagnostic[];
}

/** The kinds that are teams and people. */
export const teamKinds = ['Group', 'User'] as const;

const plurals = { Group: 'teams', User: 'people' } as const;

/** Prepares for the kinds of these that the catalog has nothing of. */
export function prepareAbsentTeams(absent: readonly (typeof teamKinds)[number][]): AbsentTeams {
  const kinds = new Set(absent.map((kind) => kind.toLowerCase()));
  const counts = new Map<string, number>();
  return {
    includes: (target) => kinds.has(target.slice(0, target.indexOf(':'))),
    add: (target) => counts.set(target, (counts.get(target) ?? 0) + 1),
    report: () => {
      const [most] = [...counts].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1));
      if (!most) return [];
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const without = absent.map((kind) => `no ${plurals[kind]}`).join(' and ');
      const share = most[1] === total ? 'all' : `${most[1].toLocaleString('en')} of them`;
      const lost =
        total === 1
          ? `the reference to ${most[0]} leads nowhere`
          : `${total.toLocaleString('en')} references to them lead nowhere, ${share} to ${most[0]}`;
      return [diagnose('catalog/no-teams', { message: `The catalog has ${without}, so ${lost}.` })];
    },
  };
}
