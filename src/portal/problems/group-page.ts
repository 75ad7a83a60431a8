import { mentionOf, type Portal } from '../assemble-portal.ts';
import { frameOf } from '../frame.ts';
import { urlOf } from '../urls.ts';
import type { RailFact } from '../views/entity.ts';
import type { ProblemGroupPage } from '../views/problems.ts';
import { type Texts, textsIn } from '../views/text/texts.ts';
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
  const { problems: text, ui } = textsIn(portal.config.language);
  const sectionsBy = grouping === 'repository' && group.key !== '' ? 'file' : 'repository';
  const pages = paginateProblems(portal, group.diagnostics, sectionsBy);
  const facts = [...aboutGroup(portal, grouping, group), groupFact(portal, 'code', text.whatIsWrong, group)];
  return pages.map((page, index) => () => {
    const number = index + 1;
    const { base } = portal.config;
    const title = groupTitle(portal, grouping, group.key);
    return {
      page: 'problem-group',
      frame: frameOf(portal, {
        path: groupPath(grouping, group.key, number),
        title: ui.titleOfPage(text.problemsOf(title), number),
        description: text.foundIn(title),
        section: 'problems',
      }),
      breadcrumbs: [
        { text: text.problems, url: urlOf(base, 'problems/') },
        {
          text: grouping === 'repository' ? text.repositories : text.owners,
          url: urlOf(base, overviewPath(grouping)),
        },
      ],
      title,
      glyph: grouping === 'repository' || group.key === '' ? 'source' : mentionOf(portal, group.key).glyph,
      lede: ledeOf(grouping, group.key, text),
      counts: group.counts,
      facts,
      sections: problemSections(portal, page, sectionsBy),
      ...(pages.length > 1 && { filterUrl: `${urlOf(base, 'problems/')}?q=${encodeURIComponent(title)}` }),
      ...neighboursOf(number, pages.length, (at) => urlOf(base, groupPath(grouping, group.key, at))),
    };
  });
}

function ledeOf(grouping: 'repository' | 'owner', key: string, text: Texts['problems']): string {
  if (grouping === 'repository') {
    return key === '' ? text.ledeOfPortal : text.ledeOfRepository;
  }
  return key === '' ? text.ledeOfNobody : text.ledeOfOwner;
}

function aboutGroup(portal: Portal, grouping: 'repository' | 'owner', group: ProblemGroup): readonly RailFact[] {
  const text = textsIn(portal.config.language).problems;
  if (grouping === 'owner') {
    const url = group.key === '' ? undefined : mentionOf(portal, group.key).url;
    return [
      ...(url ? [{ label: text.owner, values: [{ text: mentionOf(portal, group.key).title, url }] }] : []),
      groupFact(portal, 'repository', text.repositories, group),
    ];
  }
  const webUrl = portal.repositoryBySlug.get(group.key)?.webUrl;
  return [
    ...(webUrl ? [{ label: text.repository, values: [{ text: text.openOnHost, url: webUrl, external: true }] }] : []),
    groupFact(portal, 'owner', text.owners, group),
  ];
}

/** How a group's problems divide by another grouping, with links; the commonest first. */
export function groupFact(portal: Portal, grouping: ProblemGrouping, label: string, group: ProblemGroup): RailFact {
  const { counts, format } = textsIn(portal.config.language);
  const parts = groupsAmong(portal, grouping, group.diagnostics);
  const rest = parts.length - factLimit;
  const values = parts.slice(0, factLimit).map(({ key, diagnostics }) => ({
    text: groupTitle(portal, grouping, key),
    ...(grouping === 'code' && { isEnglish: true }),
    url: urlOf(portal.config.base, groupPath(grouping, key)),
    note: format.number(diagnostics.length),
  }));
  return { label, values: rest > 0 ? [...values, { text: counts.andMore(rest) }] : values };
}
