import type { CatalogEntity } from '../catalog/entity.ts';
import { docsOf, mentionOf, type Portal } from './assemble-portal.ts';
import type { KindColumn, KindRule } from './backstage-kinds.ts';
import { fieldValues } from './field-values.ts';
import { frameOf } from './frame.ts';
import { kindOrder, kindRule } from './kinds.ts';
import { targetsOf } from './mention.ts';
import { countProblems } from './problems/problem-index.ts';
import { catalogIndexPath, kindMarkdownPath, partsOf, urlOf } from './urls.ts';
import type { CatalogFacet, CatalogIndexPage, CatalogRow } from './views/catalog.ts';
import { problemValues } from './views/problem-values.ts';
import { type Texts, textsIn } from './views/text/texts.ts';

/** Rows of one static page. */
const rowsPerPage = 100;

/** Path of the rows of a kind, which live filtering loads. */
export function rowsPath(kind: string): string {
  return `${catalogIndexPath(kind)}rows.json`;
}

/** Kinds that the catalog has, in the order in which people meet them. Lower case. */
export function kindsOf(portal: Portal): readonly string[] {
  const order = kindOrder(portal.catalog.model);
  const rank = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return [...portal.byKind.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** All rows of a kind's index, by title. */
export function catalogRows(portal: Portal, kind: string): readonly CatalogRow[] {
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const own = ruleOf(portal, kind).columns.filter(({ path }) => path !== undefined);
  return (portal.byKind.get(kind) ?? [])
    .map((item) => catalogRow(portal, item, own))
    .sort((a, b) => collator.compare(a.title, b.title) || (a.url < b.url ? -1 : 1));
}

function catalogRow(portal: Portal, item: CatalogEntity, own: readonly KindColumn[]): CatalogRow {
  const mention = mentionOf(portal, item.ref);
  const { name, namespace } = partsOf(item.ref);
  const parentRef = [...targetsOf(item.entity, 'partOf'), ...targetsOf(item.entity, 'childOf')][0];
  const parent = parentRef ? mentionOf(portal, parentRef) : undefined;
  const teamRef = item.entity.kind === 'User' ? targetsOf(item.entity, 'memberOf')[0] : undefined;
  const team = teamRef ? mentionOf(portal, teamRef) : undefined;
  const owner = team ? { text: team.title, url: team.url } : mention.owner;
  const docs = docsOf(portal, item.ref);
  const problems = countProblems(portal.problemsByRef.get(item.ref) ?? []);
  return {
    title: mention.title,
    name,
    namespace,
    url: mention.url ?? '',
    description: mention.description ?? '',
    type: mention.type ?? '',
    owner: owner?.text ?? '',
    ...(owner?.url && { ownerUrl: owner.url }),
    system: parent?.title ?? '',
    ...(parent?.url && { systemUrl: parent.url }),
    ...(mention.lifecycle && { lifecycle: mention.lifecycle }),
    tags: item.entity.metadata.tags ?? [],
    ...(docs && { docsUrl: docs.url }),
    docsPages: docs?.site.pages.length ?? 0,
    ...(mention.mark !== undefined && { mark: mention.mark }),
    problems: problems.error + problems.warning + problems.info,
    errors: problems.error,
    warnings: problems.warning,
    ...(own.length > 0 && {
      fields: Object.fromEntries(own.map(({ field, path }) => [field, fieldValues(item.entity, path ?? [])])),
    }),
  };
}

/** Every static page of a kind's index. */
export function catalogIndexPages(portal: Portal, kind: string): readonly CatalogIndexPage[] {
  const rows = catalogRows(portal, kind);
  const pageCount = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const facets = facetsOf(rows, kind, ruleOf(portal, kind).columns, textsIn(portal.config.language));
  return Array.from({ length: pageCount }, (_, index) =>
    catalogIndexPage(portal, kind, rows, facets, index + 1, pageCount),
  );
}

function catalogIndexPage(
  portal: Portal,
  kind: string,
  rows: readonly CatalogRow[],
  facets: readonly CatalogFacet[],
  number: number,
  pageCount: number,
): CatalogIndexPage {
  const { base } = portal.config;
  const rule = ruleOf(portal, kind);
  const pageUrl = (at: number) => urlOf(base, catalogIndexPath(kind, at));
  return {
    page: 'catalog-index',
    frame: frameOf(portal, {
      path: catalogIndexPath(kind, number),
      title: number === 1 ? rule.plural : `${rule.plural}, page ${number}`,
      description: `${rows.length} ${rule.plural} of ${portal.config.title}, by owner, system and lifecycle.`,
      section: kind === 'api' ? 'apis' : kind === 'group' ? 'teams' : 'catalog',
      twins: { markdown: kindMarkdownPath(kind) },
    }),
    title: 'Catalog',
    kinds: kindsOf(portal).map((other) => {
      const { plural, glyph } = ruleOf(portal, other);
      const count = portal.byKind.get(other)?.length ?? 0;
      return { title: plural, glyph, count, url: urlOf(base, catalogIndexPath(other)), current: other === kind };
    }),
    noun: nounOf(rows.length === 1 ? rule.title : rule.plural),
    ...(rule.description && { description: rule.description }),
    glyph: rule.glyph,
    total: rows.length,
    columns: rule.columns.map(({ field, title, path }) => ({ field, title, ...(path && { isOwn: true }) })),
    facets,
    rows: rows.slice((number - 1) * rowsPerPage, number * rowsPerPage),
    rowsUrl: urlOf(base, rowsPath(kind)),
    pageNumber: number,
    pageCount,
    ...(number > 1 && { previousUrl: pageUrl(number - 1) }),
    ...(number < pageCount && { nextUrl: pageUrl(number + 1) }),
  };
}

function ruleOf(portal: Portal, kind: string): KindRule {
  return kindRule(portal.catalog.model, portal.byKind.get(kind)?.[0]?.entity.kind ?? kind, portal.config.language);
}

function nounOf(title: string): string {
  return /^[A-Z]{2}/.test(title) ? title : title.toLowerCase();
}

/** Facets of a kind with counts, commonest value first; a facet with nothing to choose from is left out. */
function facetsOf(
  rows: readonly CatalogRow[],
  kind: string,
  columns: readonly KindColumn[],
  text: Texts,
): readonly CatalogFacet[] {
  const facets: readonly (readonly [field: string, title: string, valuesOf: (row: CatalogRow) => readonly string[]])[] =
    [
      ['lifecycle', 'Lifecycle', (row) => (row.lifecycle ? [row.lifecycle.text] : [])],
      ['owner', kind === 'user' ? 'Team' : 'Owner', (row) => (row.owner ? [row.owner] : [])],
      ['type', 'Type', (row) => (row.type ? [row.type] : [])],
      [
        'system',
        kind === 'system' ? 'Domain' : kind === 'group' ? 'Part of' : 'System',
        (row) => (row.system ? [row.system] : []),
      ],
      ...columns
        .filter(({ isFacet }) => isFacet)
        .map(({ field, title }) => [field, title, (row: CatalogRow) => row.fields?.[field] ?? []] as const),
      ['tags', 'Tags', (row) => row.tags],
      ['docs', 'Documentation', (row) => [row.docsPages > 0 ? 'has docs' : 'no docs']],
      ['problems', 'Problems', (row) => problemValues(row, text.counts)],
    ];
  return facets.flatMap(([field, title, valuesOf]) => {
    const counts = new Map<string, number>();
    for (const value of rows.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const values = [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return values.length > 1 ? [{ field, title, values }] : [];
  });
}
