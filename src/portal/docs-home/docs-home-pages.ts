import type { Portal } from '../assemble-portal.ts';
import { frameOf } from '../frame.ts';
import { urlOf } from '../urls.ts';
import type { DocsArrangement, DocsHomePage, DocsRow } from '../views/docs-home.ts';
import { textsIn } from '../views/text/texts.ts';
import { docsHomePath, docsRowsPath } from './docs-home-paths.ts';
import { docsRows } from './docs-rows.ts';

/** Rows of one static page. */
const rowsPerPage = 100;

const arrangements: readonly DocsArrangement[] = ['title', 'owner', 'freshness'];

type Page = readonly [path: string, view: () => DocsHomePage];

/** All docs, in each arrangement, a hundred sites a page; each page with its path. Pure. */
export function docsHomePages(portal: Portal): readonly Page[] {
  const rows = docsRows(portal);
  const pageCount = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  return arrangements.flatMap((arrangement) => {
    const arranged = arrange(portal, arrangement, rows);
    return Array.from({ length: pageCount }, (_, index): Page => {
      const part = arranged.slice(index * rowsPerPage, (index + 1) * rowsPerPage);
      return [
        docsHomePath(arrangement, index + 1),
        () => docsHomePage(portal, arrangement, part, index + 1, pageCount),
      ];
    });
  });
}

function arrange(portal: Portal, by: DocsArrangement, rows: readonly DocsRow[]): readonly DocsRow[] {
  if (by === 'title') return rows;
  const collator = new Intl.Collator(portal.config.language, { numeric: true, sensitivity: 'base' });
  if (by === 'freshness') {
    // What nobody knows the age of comes last.
    const keyOf = ({ time }: DocsRow) => (time === '' ? '~' : time);
    return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
  }
  return rows.toSorted((a, b) => {
    if (!a.owner || !b.owner) return Number(!a.owner) - Number(!b.owner);
    return collator.compare(a.owner.text, b.owner.text) || collator.compare(a.owner.url ?? '', b.owner.url ?? '');
  });
}

function docsHomePage(
  portal: Portal,
  arrangement: DocsArrangement,
  rows: readonly DocsRow[],
  number: number,
  pageCount: number,
): DocsHomePage {
  const { base, language, title } = portal.config;
  const text = textsIn(language).docsHome;
  const total = portal.docsSites.length;
  const pageUrl = (at: number) => urlOf(base, docsHomePath(arrangement, at));
  const name = arrangement === 'title' ? text.title : `${text.title} · ${text.arrangements[arrangement]}`;
  return {
    page: 'docs-home',
    frame: frameOf(portal, {
      path: docsHomePath(arrangement, number),
      title: number === 1 ? name : text.pageNumber(name, number),
      description: text.description(title, total),
      section: 'docs',
    }),
    arrangement,
    tabs: arrangements.map((other) => ({
      text: text.arrangements[other],
      url: urlOf(base, docsHomePath(other)),
      current: other === arrangement,
    })),
    total,
    hasDecisions: docsRows(portal).some(({ decisions }) => decisions > 0),
    groups: arrangement === 'owner' ? byOwner(rows, text.nobody) : [{ rows }],
    glyphs: [...new Set(docsRows(portal).map(({ entity }) => entity.glyph))].sort(),
    rowsUrl: urlOf(base, docsRowsPath),
    pageNumber: number,
    pageCount,
    ...(number > 1 && { previousUrl: pageUrl(number - 1) }),
    ...(number < pageCount && { nextUrl: pageUrl(number + 1) }),
  };
}

function byOwner(rows: readonly DocsRow[], nobody: string): DocsHomePage['groups'] {
  const groups = Map.groupBy(rows, ({ owner }) => `${owner?.text}\0${owner?.url}`);
  return [...groups.values()].map((own) => {
    const owner = own[0]?.owner;
    return { title: owner?.text ?? nobody, ...(owner?.url && { url: owner.url }), rows: own };
  });
}
