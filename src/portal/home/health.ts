import type { Entity } from '../../catalog/entity.ts';
import { docsOf, type Portal } from '../assemble-portal.ts';
import { coveragePath } from '../coverage/coverage-paths.ts';
import { targetsOf } from '../mention.ts';
import { countOutcomes, shownRepositories } from '../status/status-counts.ts';
import { statusPagePath } from '../status/status-paths.ts';
import { urlOf } from '../urls.ts';
import type { HomePage } from '../views/home.ts';
import { spellCounts } from '../views/problem-values.ts';
import { type Texts, textsIn } from '../views/text/texts.ts';

/** How complete, documented, current and correct the catalog itself is. */
export function healthOf(portal: Portal): HomePage['health'] {
  const { base, language } = portal.config;
  const { counts: words, format, home: text } = textsIn(language);
  const ownable = portal.catalog.entities.filter(({ entity }) => canBeOwned(portal, entity));
  const owned = ownable.filter(({ entity }) =>
    targetsOf(entity, 'ownedBy').some((ref) => portal.catalog.byRef.has(ref)),
  );
  const components = portal.byKind.get('component') ?? [];
  const documented = components.filter(({ ref }) => docsOf(portal, ref));
  const { counts } = portal.problems;
  const serious = counts.error + counts.warning;
  const { covered, total } = portal.coverage;
  return [
    {
      ...share(text, text.inCatalog, covered, total, text.ofRepositories, 0.9),
      url: urlOf(base, coveragePath('missing')),
    },
    share(text, text.haveOwner, owned.length, ownable.length, text.ofOwnable, 0.95),
    share(text, text.areDocumented, documented.length, components.length, text.ofComponents, 0.7),
    ...freshness(portal, text),
    {
      label: text.problems,
      value: format.number(serious),
      note: serious === 0 ? text.nothingToMend : spellCounts(counts, words),
      tone: counts.error > 0 ? 'bad' : serious > 0 ? 'warn' : 'good',
      url: urlOf(base, 'problems/'),
    },
  ];
}

/** How many repositories are as they stood when they were crawled, where they are not all. */
function freshness({ crawl, config }: Portal, text: Texts['home']): HomePage['health'] {
  if (!crawl) return [];
  const counts = countOutcomes(crawl.repositories);
  const all = shownRepositories(counts) + counts.absent;
  if (counts.fresh === all) return [];
  const figure = share(text, text.areUpToDate, counts.fresh, all, text.ofAllRepositories, 0.99);
  return [{ ...figure, url: urlOf(config.base, statusPagePath()) }];
}

function canBeOwned(portal: Portal, { kind, spec }: Entity): boolean {
  const definition = portal.catalog.model.findKind(kind, spec?.['type']);
  return !definition || definition.relations.some(({ relation }) => relation === 'ownedBy');
}

function share(
  text: Texts['home'],
  label: string,
  part: number,
  whole: number,
  what: string,
  good: number,
): HomePage['health'][number] {
  const ratio = whole === 0 ? 1 : part / whole;
  const tone = ratio >= good ? 'good' : ratio >= good / 2 ? 'warn' : 'bad';
  return { label, value: text.percent(Math.floor(ratio * 100)), note: text.partOf(part, whole, what), tone };
}
