import type { Entity } from '../catalog/entity.ts';
import { docsOf, mentionOf, type Portal } from './assemble-portal.ts';
import { kindsOf } from './catalog-index.ts';
import { newestChanges } from './changes/change-views.ts';
import { changesPath } from './changes/changes-paths.ts';
import { coveragePath } from './coverage/coverage-paths.ts';
import { docsHomePage } from './docs-pages.ts';
import { frameOf } from './frame.ts';
import { kindRule } from './kinds.ts';
import { targetsOf } from './mention.ts';
import { countOutcomes, shownRepositories } from './status/status-counts.ts';
import { statusPagePath } from './status/status-paths.ts';
import { catalogIndexPath, partsOf, urlOf } from './urls.ts';
import type { HomeChapter, HomePage } from './views/home.ts';
import { spellCounts } from './views/problem-values.ts';
import { textsIn } from './views/text/texts.ts';

/** Entries of each list on the home page. */
const listLimit = 8;

/** `/`: what there is, whose it is, what changed, and how healthy the catalog is. */
export function homePage(portal: Portal): HomePage {
  const { base, title } = portal.config;
  return {
    page: 'home',
    frame: frameOf(portal, {
      path: '',
      title: 'Home',
      description: `The developer portal of ${title}.`,
      section: 'none',
    }),
    kinds: kindsOf(portal).map((kind) => {
      const items = portal.byKind.get(kind) ?? [];
      const { plural, glyph } = kindRule(portal.catalog.model, items[0]?.entity.kind ?? kind, portal.config.language);
      return { title: plural, glyph, count: items.length, url: urlOf(base, catalogIndexPath(kind)) };
    }),
    domains: domains(portal),
    teams: teams(portal),
    docs: docsHomePage(portal).sites.slice(0, listLimit),
    recent: recent(portal),
    ...(portal.changes && {
      changes: { url: urlOf(base, changesPath), lines: newestChanges(portal, listLimit) },
    }),
    health: health(portal),
    repositoryCount: portal.repositories.length,
    entityCount: portal.catalog.entities.length,
  };
}

function domains(portal: Portal): HomePage['domains'] {
  const partsOfKind = (ref: string, kind: string) => {
    const item = portal.catalog.byRef.get(ref);
    return item ? targetsOf(item.entity, 'hasPart').filter((part) => partsOf(part).kind === kind) : [];
  };
  const describe = (ref: string) => ({
    entity: mentionOf(portal, ref),
    componentCount: partsOfKind(ref, 'component').length,
  });
  const chapters = (portal.byKind.get('domain') ?? []).slice(0, listLimit).map(({ ref }): HomeChapter => {
    const entity = mentionOf(portal, ref);
    return { title: entity.title, entity, systems: partsOfKind(ref, 'system').map(describe) };
  });
  const loose = (portal.byKind.get('system') ?? []).filter(({ entity }) => targetsOf(entity, 'partOf').length === 0);
  if (loose.length === 0) return chapters;
  const title = chapters.length === 0 ? 'Systems' : 'Other systems';
  return [...chapters, { title, systems: loose.slice(0, listLimit).map(({ ref }) => describe(ref)) }];
}

function teams(portal: Portal): HomePage['teams'] {
  return (portal.byKind.get('group') ?? [])
    .map((group) => ({
      entity: mentionOf(portal, group.ref),
      owned: targetsOf(group.entity, 'ownerOf').length,
      people: targetsOf(group.entity, 'hasMember').length,
    }))
    .filter((team) => team.owned > 0)
    .sort((a, b) => b.owned - a.owned || (a.entity.ref < b.entity.ref ? -1 : 1))
    .slice(0, listLimit);
}

function recent(portal: Portal): HomePage['recent'] {
  const firstOf = new Map<string, string>();
  for (const kind of kindsOf(portal).filter((name) => name !== 'location')) {
    for (const { ref, source } of portal.byKind.get(kind) ?? []) {
      if (!firstOf.has(source.repository)) firstOf.set(source.repository, ref);
    }
  }
  return [...portal.repositories]
    .sort((a, b) => (a.committedAt < b.committedAt ? 1 : a.committedAt > b.committedAt ? -1 : a.slug < b.slug ? -1 : 1))
    .flatMap(({ slug, committedAt }) => {
      const ref = firstOf.get(slug);
      return ref ? [{ entity: mentionOf(portal, ref), time: committedAt, repository: slug }] : [];
    })
    .slice(0, listLimit);
}

function health(portal: Portal): HomePage['health'] {
  const { base } = portal.config;
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
      ...share('In the catalog', covered, total, 'of the repositories', 0.9),
      url: urlOf(base, coveragePath('missing')),
    },
    share('Have an owner', owned.length, ownable.length, 'of everything that can be owned', 0.95),
    share('Are documented', documented.length, components.length, 'of all components', 0.7),
    ...freshness(portal),
    {
      label: 'Problems',
      value: textsIn(portal.config.language).format.number(serious),
      note: serious === 0 ? 'nothing to mend' : spellCounts(counts, textsIn(portal.config.language).counts),
      tone: counts.error > 0 ? 'bad' : serious > 0 ? 'warn' : 'good',
      url: urlOf(base, 'problems/'),
    },
  ];
}

/** How many repositories are as they stood when they were crawled, where they are not all. */
function freshness({ crawl, config }: Portal): HomePage['health'] {
  if (!crawl) return [];
  const counts = countOutcomes(crawl.repositories);
  const all = shownRepositories(counts) + counts.absent;
  if (counts.fresh === all) return [];
  const figure = share('Are up to date', counts.fresh, all, 'of all repositories', 0.99);
  return [{ ...figure, url: urlOf(config.base, statusPagePath()) }];
}

function canBeOwned(portal: Portal, { kind, spec }: Entity): boolean {
  const definition = portal.catalog.model.findKind(kind, spec?.['type']);
  return !definition || definition.relations.some(({ relation }) => relation === 'ownedBy');
}

function share(label: string, part: number, whole: number, note: string, good: number): HomePage['health'][number] {
  const ratio = whole === 0 ? 1 : part / whole;
  const tone = ratio >= good ? 'good' : ratio >= good / 2 ? 'warn' : 'bad';
  return { label, value: `${Math.floor(ratio * 100)} %`, note: `${part} of ${whole}, ${note}`, tone };
}
