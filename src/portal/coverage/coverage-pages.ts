import type { RepositoryInfo } from '../../catalog/repository-files.ts';
import type { Portal } from '../assemble-portal.ts';
import { frameOf } from '../frame.ts';
import { neighboursOf, paginate } from '../problems/paginate.ts';
import { urlOf } from '../urls.ts';
import type { MissingRow, NotInCatalogPage } from '../views/coverage.ts';
import { textsIn } from '../views/text/texts.ts';
import type { Coverage, MissingRepository } from './coverage.ts';
import { type CoverageList, coverageJsonPath, coverageMarkdownPath, coveragePath } from './coverage-paths.ts';
import { brokenRow, missingRow } from './missing-row.ts';
import { newFileUrl } from './new-file-url.ts';

/** Every page about repositories that the catalog lacks, with its path. The first is there also when it lacks none. */
export function coveragePages(portal: Portal): readonly (readonly [path: string, view: () => NotInCatalogPage])[] {
  const { missing, aside, broken } = portal.coverage;
  const sources = sourcesOf(missing);
  const lists: CoverageList[] = [
    'missing',
    ...(aside.length > 0 ? (['aside'] as const) : []),
    ...(broken.length > 0 ? (['broken'] as const) : []),
    ...(sources.length > 1 ? sources.map(([source]) => ({ source })) : []),
  ];
  return lists.flatMap((list) => pagesOf(portal, list));
}

/** Bytes of rows that a page holds; with what stands around them it stays below 150 kB. */
const pageWeight = 125_000;

/** A row to be made when its page's turn comes. */
interface PlannedRow {
  /** About its bytes of HTML. */
  readonly weight: number;
  readonly row: () => MissingRow;
}

function pagesOf(portal: Portal, list: CoverageList): readonly (readonly [string, () => NotInCatalogPage])[] {
  const pages = paginate(rowsOf(portal, list), ({ weight }) => weight, pageWeight);
  return pages.map((rows, index) => {
    const number = index + 1;
    const place = neighboursOf(number, pages.length, (at) => urlOf(portal.config.base, coveragePath(list, at)));
    const view = () => ({
      ...pageOf(portal, list, number),
      rows: rows.map(({ row }) => row()),
      ...place,
    });
    return [coveragePath(list, number), view] as const;
  });
}

function rowsOf(portal: Portal, list: CoverageList): readonly PlannedRow[] {
  const { missing, aside, broken } = portal.coverage;
  if (list === 'broken') {
    return broken.map((repository) => ({
      weight: frameWeight(repository) + htmlLength(repository.description ?? ''),
      row: () => brokenRow(portal, repository),
    }));
  }
  const isListed = ({ files }: MissingRepository) =>
    typeof list === 'string' || files.repository.source === list.source;
  const entries = list === 'aside' ? aside : missing.filter(isListed);
  return entries.map((entry) => ({
    weight: weightOf(entry),
    row: () => missingRow(entry, portal.config.language),
  }));
}

function pageOf(
  portal: Portal,
  list: CoverageList,
  number: number,
): Omit<NotInCatalogPage, 'rows' | 'pageCount' | 'pageNumber'> {
  const { coverage, config } = portal;
  const { coverage: text, ui } = textsIn(config.language);
  const linkTo = (to: CoverageList, title: string, count: number) => ({
    text: title,
    url: urlOf(config.base, coveragePath(to)),
    count,
    current: JSON.stringify(to) === JSON.stringify(list),
  });
  const sources = sourcesOf(coverage.missing);
  const isMissing = list === 'missing' || typeof list !== 'string';
  const [all, ...others] = [
    { ...linkTo('missing', text.missing, coverage.missing.length), current: isMissing },
    ...(coverage.broken.length > 0 ? [linkTo('broken', text.broken, coverage.broken.length)] : []),
    ...(coverage.aside.length > 0 ? [linkTo('aside', text.aside, coverage.aside.length)] : []),
  ] as const;
  const tail = typeof list === 'string' ? '' : `: ${list.source}`;
  return {
    page: 'not-in-catalog',
    frame: frameOf(portal, {
      path: coveragePath(list, number),
      title: ui.titleOfPage(text.notInCatalog + tail, number),
      description: text.description(config.title),
      section: 'none',
      ...(list === 'missing' && number === 1 && { twins: { markdown: coverageMarkdownPath } }),
    }),
    coverage: text.coverage(coverage.covered, coverage.total),
    percent: percentOf(coverage),
    tabs: others.length > 0 && all ? [all, ...others] : [],
    sources:
      isMissing && sources.length > 1
        ? [
            linkTo('missing', text.allSources, coverage.missing.length),
            ...sources.map(([source, count]) => linkTo({ source }, source, count)),
          ]
        : [],
    lede: text.ledes[isMissing ? 'missing' : list],
    jsonUrl: urlOf(config.base, coverageJsonPath),
  };
}

/** Per cent of the repositories that are in the catalog, rounded down: 100 is all of them. */
export function percentOf({ covered, total }: Coverage): number {
  return total === 0 ? 100 : Math.floor((covered / total) * 100);
}

function sourcesOf(missing: readonly MissingRepository[]): readonly (readonly [source: string, count: number])[] {
  const bySource = Map.groupBy(missing, ({ files }) => files.repository.source);
  return [...bySource]
    .map(([source, entries]) => [source, entries.length] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

// What stands around a row, its texts, and the text of the file once as it is and once in a link.
function weightOf({ files: { repository }, suggestion, yaml }: MissingRepository): number {
  const link = newFileUrl(repository, suggestion.path, yaml)?.url.length ?? 0;
  return frameWeight(repository) + htmlLength(suggestion.description ?? '') + htmlLength(yaml) + link;
}

function frameWeight({ slug, webUrl = '' }: RepositoryInfo): number {
  return 1500 + 4 * htmlLength(slug) + htmlLength(webUrl);
}

/** Bytes of a text in HTML, or somewhat more. */
function htmlLength(text: string): number {
  const escaped = text.match(/[&<>"']/g)?.length ?? 0;
  const wide = text.match(/[^ -~\n]/g)?.length ?? 0;
  return text.length + 5 * escaped + 2 * wide;
}
