import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { mentionOf, type Portal } from '../assemble-portal.ts';
import { coveragePath } from '../coverage/coverage-paths.ts';
import { frameOf } from '../frame.ts';
import { urlOf } from '../urls.ts';
import type { ProblemGroupRow, ProblemsPage } from '../views/problems.ts';
import type { GlyphName } from '../views/shared.ts';
import { neighboursOf, paginate } from './paginate.ts';
import { problemFacets } from './problem-facets.ts';
import type { ProblemGroup } from './problem-index.ts';
import { groupPath, overviewPath, type ProblemGrouping } from './problem-paths.ts';
import { rowsPath } from './problem-rows.ts';
import { groupTitle, paginateProblems, problemSections } from './sections.ts';

/** A portal with at most so many problems shows all of them at once, by repository and by owner. */
const fewProblems = 40;

const groupings: readonly (readonly [ProblemGrouping, string, readonly [string, string]])[] = [
  ['repository', 'Repositories', ['Repository', 'Owner']],
  ['owner', 'Owners', ['Owner', 'Where']],
  ['code', 'Codes', ['Problem', 'Where']],
];

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
  const { base } = portal.config;
  const [, , columns] = groupings.find(([name]) => name === grouping) ?? (groupings[0] as (typeof groupings)[0]);
  return {
    page: 'problems',
    frame: frameOf(portal, {
      path: overviewPath(grouping, number),
      title: titleOf(grouping, number),
      description: 'Everything that the last build found wrong, with its file, line and remedy.',
      section: 'problems',
    }),
    total: portal.diagnostics.length,
    counts: portal.problems.counts,
    tabs: groupings.map(([name, text]) => ({
      text,
      url: urlOf(base, overviewPath(name)),
      count: portal.problems.groups[name].size,
      current: name === grouping,
    })),
    columns,
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
  const text = count === 1 ? 'One repository is' : `${count.toLocaleString('en')} repositories are`;
  return { missing: { text: `${text} not in the catalog yet`, url: urlOf(config.base, coveragePath('missing')) } };
}

function titleOf(grouping: ProblemGrouping, number: number): string {
  const title = grouping === 'repository' ? 'Problems' : `Problems by ${grouping}`;
  return number === 1 ? title : `${title}, page ${number}`;
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
    ...(grouping === 'repository' ? ownerNote(portal, diagnostics) : { note: whereNote(diagnostics) }),
    counts,
  };
}

function ownerNote(portal: Portal, diagnostics: readonly Diagnostic[]): { note: string; noteUrl?: string } {
  const owners = new Set(diagnostics.map((item) => portal.problems.keyOf('owner', item)));
  const [owner] = owners;
  if (owners.size !== 1 || !owner) return { note: owners.size > 1 ? `${owners.size} owners` : 'nobody' };
  const { title, url } = mentionOf(portal, owner);
  return { note: title, ...(url && { noteUrl: url }) };
}

function whereNote(diagnostics: readonly Diagnostic[]): string {
  const repositories = [...new Set(diagnostics.map(({ source }) => source?.repository ?? 'this portal'))];
  return repositories.length === 1
    ? (repositories[0] as string)
    : `${repositories.length.toLocaleString('en')} repositories`;
}

function glyphOf(portal: Portal, grouping: 'repository' | 'owner', key: string): GlyphName {
  if (grouping === 'repository') return 'source';
  return key === '' ? 'entity' : mentionOf(portal, key).glyph;
}
