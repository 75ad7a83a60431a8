import type { CatalogEntity } from '../../catalog/entity.ts';
import type { Portal } from '../assemble-portal.ts';
import { isReasonOf } from '../stale-view.ts';
import { childTeams } from '../teams/hierarchy.ts';
import { urlOf } from '../urls.ts';
import type { EntityPage, RailFact } from '../views/entity.ts';
import type { OwnedProblems } from '../views/entity-sections.ts';
import { spellCounts } from '../views/problem-values.ts';
import { type Language, textsIn } from '../views/text/texts.ts';
import { worstFirst } from './problem-index.ts';
import { ownerProblemsPath, repositoryProblemsPath } from './problem-paths.ts';
import { problemView } from './problem-view.ts';
import { groupTitle } from './sections.ts';

/** Problems that an entity's page shows at once, folded away, and of what a team owns. */
const limits = { shown: 2, folded: 10, owned: 5, teams: 20 } as const;

/** What is wrong with an entity, the worst first. */
export function entityProblems(
  portal: Portal,
  { ref, source, stale }: CatalogEntity,
): Pick<EntityPage, 'problems' | 'furtherProblems'> {
  const all = worstFirst((portal.problemsByRef.get(ref) ?? []).filter((item) => !isReasonOf(stale, item)));
  const views = all.slice(0, limits.shown + limits.folded).map((item) => problemView(portal, item));
  const rest = all.length - views.length;
  const url = urlOf(portal.config.base, repositoryProblemsPath(source.repository));
  return {
    problems: views.slice(0, limits.shown),
    ...(all.length > limits.shown && {
      furtherProblems: {
        count: all.length - limits.shown,
        problems: views.slice(limits.shown),
        ...(rest > 0 && { more: { text: textsIn(portal.config.language).problems.allOf(source.repository), url } }),
      },
    }),
  };
}

/** What is wrong with what a team owns, and which of its child teams have problems. Nothing for other kinds. */
export function ownedProblems(portal: Portal, item: CatalogEntity): OwnedProblems | undefined {
  if (item.entity.kind !== 'Group') return undefined;
  const { base } = portal.config;
  const { owner: owners } = portal.problems.groups;
  const own = owners.get(item.ref);
  const below = childTeams(portal, item).flatMap(({ ref }) => {
    const group = owners.get(ref);
    if (!group) return [];
    return [{ text: groupTitle(portal, 'owner', ref), url: urlOf(base, ownerProblemsPath(ref)), counts: group.counts }];
  });
  if (!own && below.length === 0) return undefined;
  const diagnostics = own?.diagnostics ?? [];
  return {
    total: diagnostics.length,
    counts: own?.counts ?? { error: 0, warning: 0, info: 0 },
    problems: diagnostics.slice(0, limits.owned).map((problem) => problemView(portal, problem)),
    url: urlOf(base, ownerProblemsPath(item.ref)),
    below: below.slice(0, limits.teams),
  };
}

/** How many problems a team has, for the rail of its page. */
export function ownedProblemsFact({ total, counts, url, below }: OwnedProblems, language: Language): RailFact {
  const { counts: words, problems: text } = textsIn(language);
  return {
    label: text.problems,
    values: [
      {
        text: total === 0 ? text.noneOfItsOwn : spellCounts(counts, words),
        ...(total > 0 && { url }),
        ...(below.length > 0 && { note: text.inChildTeams(below.length, total > 0) }),
      },
    ],
  };
}
