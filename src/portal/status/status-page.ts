import { mentionOf, type Portal } from '../assemble-portal.ts';
import { frameOf } from '../frame.ts';
import { neighboursOf, paginate } from '../problems/paginate.ts';
import { repositoryProblemsPath } from '../problems/problem-paths.ts';
import { urlOf } from '../urls.ts';
import type { RailFact } from '../views/entity.ts';
import { spellCounts } from '../views/problem-values.ts';
import type { HeldView, StatusPage, StatusRepositoryRow, StatusSourceRow } from '../views/status.ts';
import { type Texts, textsIn } from '../views/text/texts.ts';
import { confirmCommand, confirmSetting } from './confirm.ts';
import type { CrawlStatus, HeldRemovals, RepositoryStatus, SourceStatus } from './crawl-status.ts';
import { countOutcomes, isStale, shownRepositories } from './status-counts.ts';
import { statusJsonPath, statusMarkdownPath, statusPagePath } from './status-paths.ts';
import { describeRemoval, outcomeMark, summarise } from './status-text.ts';

/** Lines of a list on the first page; `api/status.json` has all of them. */
const limits = { held: 50, removed: 50 } as const;

/** Every page of the status: how far what the portal shows is what there is. None for a portal that no crawl made. */
export function statusPages(portal: Portal): readonly (readonly [path: string, view: () => StatusPage])[] {
  const { crawl } = portal;
  if (!crawl) return [];
  const rows = crawl.repositories.filter((repository) => isListed(repository, crawl));
  const pages = paginate(rows, ({ slug, reason = '' }) => 700 + 4 * slug.length + reason.length);
  return pages.map((page, index) => [
    statusPagePath(index + 1),
    () => statusPage(portal, crawl, { page, total: rows.length, number: index + 1, count: pages.length }),
  ]);
}

/** Whether a repository is among those that are not up to date; what is held or removed has a list of its own. */
export function isListed({ outcome }: RepositoryStatus, { held }: CrawlStatus): boolean {
  return !['fresh', 'removed', held ? 'held' : ''].includes(outcome);
}

interface Part {
  readonly page: readonly RepositoryStatus[];
  readonly total: number;
  readonly number: number;
  readonly count: number;
}

function statusPage(portal: Portal, crawl: CrawlStatus, part: Part): StatusPage {
  const { base, language } = portal.config;
  const { status: text, ui } = textsIn(language);
  const isFirst = part.number === 1;
  const counts = countOutcomes(crawl.repositories);
  return {
    page: 'status',
    frame: frameOf(portal, {
      path: statusPagePath(part.number),
      title: ui.titleOfPage(text.status, part.number),
      description: text.description,
      section: 'none',
      twins: { markdown: statusMarkdownPath, json: statusJsonPath },
    }),
    crawledAt: crawl.crawledAt,
    summary: summarise(
      counts,
      crawl.sources.every(({ complete }) => complete),
      language,
    ),
    ...(isFirst && crawl.incompleteFirst !== undefined && { warning: crawl.incompleteFirst }),
    facts: statusFacts(portal, crawl),
    ...(isFirst && crawl.held && { held: heldView(portal, crawl.held) }),
    sources: isFirst ? crawl.sources.map((source) => sourceRow(source, crawl, text)) : [],
    repositories: part.page.map((repository) => repositoryRow(portal, repository)),
    repositoryTotal: part.total,
    removed: isFirst
      ? crawl.removed.slice(0, limits.removed).map((removal) => ({
          repository: removal.repository,
          what: describeRemoval(removal, language),
          reason: removal.reason,
        }))
      : [],
    removedTotal: crawl.removed.length,
    jsonUrl: urlOf(base, statusJsonPath),
    ...neighboursOf(part.number, part.count, (at) => urlOf(base, statusPagePath(at))),
  };
}

/** What stands beside the lists: when, and how many of what. */
export function statusFacts(portal: Portal, crawl: CrawlStatus): readonly RailFact[] {
  const counts = countOutcomes(crawl.repositories);
  const stale = portal.catalog.entities.filter((item) => isStale(portal, item)).length;
  const { language } = portal.config;
  const { counts: words, format, status: text } = textsIn(language);
  const problems = spellCounts(portal.problems.counts, words);
  const figure = (text: string, count: number) => (count > 0 ? [{ text, note: format.number(count) }] : []);
  return [
    { label: text.crawled, values: [{ text: format.moment(crawl.crawledAt) }] },
    {
      label: text.repositories,
      values: [
        { text: text.outcomes.fresh, note: format.number(counts.fresh) },
        ...(['stale', 'refused', 'held', 'removed', 'absent'] as const).flatMap((outcome) =>
          figure(outcomeMark(outcome, language).text, counts[outcome]),
        ),
      ],
    },
    {
      label: text.entities,
      values: [
        { text: text.inAll, note: format.number(portal.catalog.entities.length) },
        ...figure(text.shownAsTheyWere, stale),
      ],
    },
    {
      label: text.problems,
      values: [{ text: problems || text.none, url: urlOf(portal.config.base, 'problems/') }],
    },
  ];
}

function heldView(portal: Portal, { id, reason, entities }: HeldRemovals): HeldView {
  return {
    id,
    reason,
    command: confirmCommand(id),
    setting: confirmSetting(id),
    entities: entities
      .slice(0, limits.held)
      .map(({ ref, repository }) => ({ entity: mentionOf(portal, ref), repository })),
    total: entities.length,
  };
}

function sourceRow(
  { name, type, listedAt, complete, reason }: SourceStatus,
  { repositories, crawledAt }: CrawlStatus,
  text: Texts['status'],
): StatusSourceRow {
  const counts = countOutcomes(repositories.filter(({ source }) => source === name));
  return {
    name,
    type,
    listing: complete ? { text: text.complete, tone: 'good' } : { text: text.incomplete, tone: 'bad' },
    ...(reason !== undefined && { reason }),
    ...(listedAt !== crawledAt && { listedAt }),
    fresh: counts.fresh,
    earlier: shownRepositories(counts) - counts.fresh,
    missing: counts.removed + counts.absent,
  };
}

function repositoryRow(portal: Portal, repository: RepositoryStatus): StatusRepositoryRow {
  const { slug, source, outcome, freshAt, reason = '' } = repository;
  const webUrl = portal.repositoryBySlug.get(slug)?.webUrl;
  const problems = portal.problems.groups.repository.get(slug)?.counts;
  return {
    slug,
    ...(webUrl && { webUrl }),
    source,
    state: outcomeMark(outcome, portal.config.language),
    ...(freshAt && { freshAt }),
    reason,
    ...(problems && {
      problems: {
        text: spellCounts(problems, textsIn(portal.config.language).counts),
        url: urlOf(portal.config.base, repositoryProblemsPath(slug)),
      },
    }),
  };
}
