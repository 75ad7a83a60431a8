import { mentionOf, type Portal } from './assemble-portal.ts';
import { kindsOf } from './catalog-index.ts';
import { newestChanges } from './changes/change-views.ts';
import { changesPath } from './changes/changes-paths.ts';
import { docsRows } from './docs-home/docs-rows.ts';
import { frameOf } from './frame.ts';
import { announcementsOf } from './home/announcements.ts';
import { estateOf } from './home/estate.ts';
import { healthOf } from './home/health.ts';
import { kindRule } from './kinds.ts';
import { targetsOf } from './mention.ts';
import { settingsPath, teamsDataPath } from './personal/personal-paths.ts';
import { keptGlyphs } from './personal/settings-page.ts';
import { catalogIndexPath, urlOf } from './urls.ts';
import type { HomePage } from './views/home.ts';
import { textsIn } from './views/text/texts.ts';

/** Entries of each list on the home page. */
const listLimit = 8;
/** Builds whose changes a browser can count. */
const mostBuilds = 60;

/** `/`: what the owner announces, what there is, whose it is, what changed, and how healthy the catalog is. */
export function homePage(portal: Portal): HomePage {
  const { base, language, title } = portal.config;
  const text = textsIn(language).home;
  const changes = changesOf(portal);
  return {
    page: 'home',
    frame: frameOf(portal, {
      path: '',
      title: text.title,
      description: text.description(title),
      section: 'none',
    }),
    announcements: announcementsOf(portal),
    yours: {
      settingsUrl: urlOf(base, settingsPath),
      teamsUrl: urlOf(base, teamsDataPath),
      glyphs: keptGlyphs(portal),
    },
    kinds: kindsOf(portal).map((kind) => {
      const items = portal.byKind.get(kind) ?? [];
      const { title, plural, glyph } = kindRule(portal.catalog.model, items[0]?.entity.kind ?? kind, language);
      return {
        title: items.length === 1 ? title : plural,
        glyph,
        count: items.length,
        url: urlOf(base, catalogIndexPath(kind)),
      };
    }),
    ...estateOf(portal),
    ...teamsOf(portal),
    docs: docsRows(portal)
      .slice(0, listLimit)
      .map(({ title, url, pages }) => ({ title, url, pageCount: pages })),
    allDocs: { text: text.allDocs(portal.docsSites.length), url: urlOf(base, 'docs/') },
    recent: changes && changes.lines.length > 0 ? [] : committedLast(portal),
    ...(changes && { changes }),
    health: healthOf(portal),
    repositoryCount: portal.repositories.length,
    entityCount: portal.catalog.entities.length,
  };
}

/** The teams that own most. */
function teamsOf(portal: Portal): Pick<HomePage, 'teams' | 'moreTeams'> {
  const { base, language } = portal.config;
  const groups = portal.byKind.get('group') ?? [];
  const teams = groups
    .map((group) => ({
      entity: mentionOf(portal, group.ref),
      owned: targetsOf(group.entity, 'ownerOf').length,
      people: targetsOf(group.entity, 'hasMember').length,
    }))
    .filter((team) => team.owned > 0)
    .sort((a, b) => b.owned - a.owned || (a.entity.ref < b.entity.ref ? -1 : 1))
    .slice(0, listLimit);
  if (teams.length === groups.length) return { teams };
  const text = textsIn(language).home.allTeams(groups.length);
  return { teams, moreTeams: { text, url: urlOf(base, catalogIndexPath('group')) } };
}

function changesOf(portal: Portal): HomePage['changes'] {
  if (!portal.changes) return undefined;
  const builds = new Map<string, number>();
  for (const { at } of portal.changes) {
    if (builds.size === mostBuilds && !builds.has(at)) break;
    builds.set(at, (builds.get(at) ?? 0) + 1);
  }
  const url = urlOf(portal.config.base, changesPath);
  return { url, builds: [...builds], lines: newestChanges(portal, listLimit) };
}

/** While there is nothing to compare: the repositories with the newest commits. */
function committedLast(portal: Portal): HomePage['recent'] {
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
