import { mentionOf, type Portal } from '../assemble-portal.ts';
import { frameOf } from '../frame.ts';
import { urlOf } from '../urls.ts';
import type { RailFact } from '../views/entity.ts';
import type { ProblemGroupPage } from '../views/problems.ts';
import { neighboursOf } from './paginate.ts';
import type { ProblemGroup } from './problem-index.ts';
import { groupPath, overviewPath, type ProblemGrouping } from './problem-paths.ts';
import { groupsAmong, groupTitle, paginateProblems, problemSections } from './sections.ts';

/** Lines of one fact beside a list. */
const factLimit = 12;

/** Every page of one repository's or one owner's problems. */
export function groupPages(
  portal: Portal,
  grouping: 'repository' | 'owner',
  group: ProblemGroup,
): readonly (() => ProblemGroupPage)[] {
  const sectionsBy = grouping === 'repository' && group.key !== '' ? 'file' : 'repository';
  const pages = paginateProblems(portal, group.diagnostics, sectionsBy);
  const facts = [...aboutGroup(portal, grouping, group), groupFact(portal, 'code', 'What is wrong', group)];
  return pages.map((page, index) => () => {
    const number = index + 1;
    const { base } = portal.config;
    const title = groupTitle(portal, grouping, group.key);
    return {
      page: 'problem-group',
      frame: frameOf(portal, {
        path: groupPath(grouping, group.key, number),
        title: `Problems of ${title}${number === 1 ? '' : `, page ${number}`}`,
        description: `What the last build found wrong: ${title}.`,
        section: 'problems',
      }),
      breadcrumbs: [
        { text: 'Problems', url: urlOf(base, 'problems/') },
        {
          text: grouping === 'repository' ? 'Repositories' : 'Owners',
          url: urlOf(base, overviewPath(grouping)),
        },
      ],
      title,
      glyph: grouping === 'repository' || group.key === '' ? 'source' : mentionOf(portal, group.key).glyph,
      lede: ledeOf(grouping, group.key),
      counts: group.counts,
      facts,
      sections: problemSections(portal, page, sectionsBy),
      ...(pages.length > 1 && { filterUrl: `${urlOf(base, 'problems/')}?q=${encodeURIComponent(title)}` }),
      ...neighboursOf(number, pages.length, (at) => urlOf(base, groupPath(grouping, group.key, at))),
    };
  });
}

function ledeOf(grouping: 'repository' | 'owner', key: string): string {
  if (grouping === 'repository') {
    return key === ''
      ? 'What concerns no single repository: the configuration, the tools, the catalog as a whole.'
      : 'What its files get wrong, by file.';
  }
  return key === ''
    ? 'No owner is known: the entity names none that is in the catalog, and its repository has no single owner.'
    : 'What is wrong with what it owns, by repository.';
}

function aboutGroup(portal: Portal, grouping: 'repository' | 'owner', group: ProblemGroup): readonly RailFact[] {
  if (grouping === 'owner') {
    const url = group.key === '' ? undefined : mentionOf(portal, group.key).url;
    return [
      ...(url ? [{ label: 'Owner', values: [{ text: mentionOf(portal, group.key).title, url }] }] : []),
      groupFact(portal, 'repository', 'Repositories', group),
    ];
  }
  const webUrl = portal.repositoryBySlug.get(group.key)?.webUrl;
  return [
    ...(webUrl ? [{ label: 'Repository', values: [{ text: 'Open on its host', url: webUrl, external: true }] }] : []),
    groupFact(portal, 'owner', 'Owners', group),
  ];
}

/** How a group's problems divide by another grouping, with links; the commonest first. */
export function groupFact(portal: Portal, grouping: ProblemGrouping, label: string, group: ProblemGroup): RailFact {
  const parts = groupsAmong(portal, grouping, group.diagnostics);
  const rest = parts.length - factLimit;
  const values = parts.slice(0, factLimit).map(({ key, diagnostics }) => ({
    text: groupTitle(portal, grouping, key),
    url: urlOf(portal.config.base, groupPath(grouping, key)),
    note: diagnostics.length.toLocaleString('en'),
  }));
  return { label, values: rest > 0 ? [...values, { text: `and ${rest.toLocaleString('en')} more` }] : values };
}
