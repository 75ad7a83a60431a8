import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { mentionOf, type Portal } from '../assemble-portal.ts';
import { coveragePath } from '../coverage/coverage-paths.ts';
import { frameOf } from '../frame.ts';
import { urlOf } from '../urls.ts';
import type { ProblemGroupRow, ProblemsPage } from '../views/problems.ts';
import type { GlyphName } from '../views/shared.ts';
import { type Texts, textsIn } from '../views/text/texts.ts';
import { neighboursOf, paginate } from './paginate.ts';
import { problemFacets } from './problem-facets.ts';
import type { ProblemGroup } from './problem-index.ts';
import { groupPath, overviewPath, type ProblemGrouping } from './problem-paths.ts';
import { rowsPath } from './problem-rows.ts';
import { groupTitle, paginateProblems, problemSections } from './sections.ts';

/** A portal with at most so many problems shows all of them at once, by repository and by owner. */
const fewProblems = 40;

interface Words {
  readonly tab: string;
  readonly title: string;
  readonly columns: readonly [string, string];
}

const groupings = ['repository', 'owner', 'code'] as const;

function wordsOf(text: Texts['problems']): Readonly<Record<ProblemGrouping, Words>> {
  return {
    repository: { tab: text.repositories, title: text.problems, columns: [text.repository, text.owner] },
    owner: { tab: text.owners, title: text.byOwner, columns: [text.owner, text.where] },
    code: { tab: text.codes, title: text.byCode, columns: [text.problem, text.where] },
  };
}

/** Every page of the overview by one grouping: who has how many problems, the worst first. */
export function overviewPages(portal: Portal, grouping: ProblemGrouping): readonly ProblemsPage[] {
  const groups = [...portal.problems.groups[grouping].values()];
  const isShort = grouping !== 'code' && portal.diagnostics.length <= fewProblems;
  const listed = isShort ? paginateProblems(portal, portal.diagnostics, grouping) : [];
  const few = listed.length === 1 ? listed[0] : undefined;
  const pages = few ? [groups] : paginate(groups, ({ key }) => 700 + 3 * key.length);
  return pages.map((page, index) =>
    overviewPage(portal, grouping, { page, few, number: index + 1, count: pages.length }),
  );
}

interface Part {
  readonly page: readonly ProblemGroup[];
  readonly few: readonly Diagnostic[] | undefined;
  readonly number: number;
  readonly count: number;
}

function overviewPage(portal: Portal, grouping: ProblemGrouping, { page, few, number, count }: Part): ProblemsPage {
  const { base, language } = portal.config;
  const { problems: text, ui } = textsIn(language);
  const words = wordsOf(text);
  return {
    page: 'problems',
    frame: frameOf(portal, {
      path: overviewPath(grouping, number),
      title: ui.titleOfPage(words[grouping].title, number),
      description: text.overview,
      section: 'problems',
    }),
    total: portal.diagnostics.length,
    counts: portal.problems.counts,
    tabs: groupings.map((name) => ({
      text: words[name].tab,
      url: urlOf(base, overviewPath(name)),
      count: portal.problems.groups[name].size,
      current: name === grouping,
    })),
    columns: words[grouping].columns,
    groups: page.map((group) => groupRow(portal, grouping, group)),
    sections: few ? problemSections(portal, few, grouping) : [],
    facets: problemFacets(portal),
    rowsUrl: urlOf(base, rowsPath(1)),
    jsonUrl: urlOf(base, 'api/diagnostics.json'),
    ...missingLink(portal),
    glyphs: glyphsOf(portal),
    ...neighboursOf(number, count, (at) => urlOf(base, overviewPath(grouping, at))),
  };
}

function missingLink({ coverage, config }: Portal): Pick<ProblemsPage, 'missing'> {
  const count = coverage.total - coverage.covered;
  if (count === 0) return {};
  const text = textsIn(config.language).problems.notInCatalog(count);
  return { missing: { text, url: urlOf(config.base, coveragePath('missing')) } };
}

function glyphsOf(portal: Portal): readonly GlyphName[] {
  const refs = new Set(portal.diagnostics.map(({ entityRef }) => entityRef ?? ''));
  return [...new Set<GlyphName>(['error', 'problem', 'info', ...[...refs].map((ref) => mentionOf(portal, ref).glyph)])];
}

function groupRow(
  portal: Portal,
  grouping: ProblemGrouping,
  { key, counts, diagnostics }: ProblemGroup,
): ProblemGroupRow {
  return {
    title: groupTitle(portal, grouping, key),
    url: urlOf(portal.config.base, groupPath(grouping, key)),
    ...(grouping === 'code' ? { code: key } : { glyph: glyphOf(portal, grouping, key) }),
    ...(grouping === 'repository' ? ownerNote(portal, diagnostics) : { note: whereNote(portal, diagnostics) }),
    counts,
  };
}

function ownerNote(portal: Portal, diagnostics: readonly Diagnostic[]): { note: string; noteUrl?: string } {
  const owners = new Set(diagnostics.map((item) => portal.problems.keyOf('owner', item)));
  const [owner] = owners;
  if (owners.size !== 1 || !owner) {
    const text = textsIn(portal.config.language).problems;
    return { note: owners.size > 1 ? text.manyOwners(owners.size) : text.noOwner };
  }
  const { title, url } = mentionOf(portal, owner);
  return { note: title, ...(url && { noteUrl: url }) };
}

function whereNote({ config }: Portal, diagnostics: readonly Diagnostic[]): string {
  const text = textsIn(config.language).problems;
  const repositories = [...new Set(diagnostics.map(({ source }) => source?.repository ?? text.thisPortal))];
  return repositories.length === 1 ? (repositories[0] as string) : text.manyRepositories(repositories.length);
}

function glyphOf(portal: Portal, grouping: 'repository' | 'owner', key: string): GlyphName {
  if (grouping === 'repository') return 'source';
  return key === '' ? 'entity' : mentionOf(portal, key).glyph;
}
