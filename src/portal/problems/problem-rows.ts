import { diagnosticCodes } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { mentionOf, type Portal } from '../assemble-portal.ts';
import { hostFileUrl, urlOf } from '../urls.ts';
import type { ProblemRow, ProblemRows } from '../views/problems.ts';
import { worstFirst } from './problem-index.ts';
import { codePath } from './problem-paths.ts';
import { groupTitle } from './sections.ts';

/** Problems of one file of rows. */
const rowsPerFile = 5000;

/** Path of the `number`th file of rows for the live filter. */
export function rowsPath(number: number): string {
  return `problems/rows${number === 1 ? '' : `-${number}`}.json`;
}

/** All files of rows: the first with the tables that the rows point into, further ones with rows only. */
export function problemRowsFiles(portal: Portal): readonly { readonly path: string; readonly text: string }[] {
  const { groups } = portal.problems;
  const [codes, repositories, owners] = [groups.code, groups.repository, groups.owner].map((it) => [...it.keys()]) as [
    string[],
    string[],
    string[],
  ];
  const indexes = { codes: indexOf(codes), repositories: indexOf(repositories), owners: indexOf(owners) };
  const rows = worstFirst(portal.diagnostics).map((item) => rowOf(portal, item, indexes));
  const count = Math.max(1, Math.ceil(rows.length / rowsPerFile));
  const first: ProblemRows = {
    codes: codes.map((code) => codeEntry(portal, code as Diagnostic['code'])),
    repositories: repositories.map((slug) => repositoryEntry(portal, slug)),
    owners: owners.map((key) => groupTitle(portal, 'owner', key)),
    rows: rows.slice(0, rowsPerFile),
    more: Array.from({ length: count - 1 }, (_, index) => urlOf(portal.config.base, rowsPath(index + 2))),
  };
  return Array.from({ length: count }, (_, index) => ({
    path: rowsPath(index + 1),
    text: JSON.stringify(index === 0 ? first : rows.slice(index * rowsPerFile, (index + 1) * rowsPerFile)),
  }));
}

type Index = ReadonlyMap<string, number>;

function indexOf(keys: readonly string[]): Index {
  return new Map(keys.map((key, index) => [key, index]));
}

function rowOf(
  portal: Portal,
  item: Diagnostic,
  indexes: Readonly<Record<'codes' | 'repositories' | 'owners', Index>>,
) {
  const { keyOf } = portal.problems;
  const { source, entityRef } = item;
  const { path, line, column } = source ?? {};
  const entity = entityRef !== undefined && portal.mentions.has(entityRef) ? mentionOf(portal, entityRef) : undefined;
  const row: ProblemRow = [
    item.severity,
    indexes.codes.get(item.code) ?? 0,
    indexes.repositories.get(keyOf('repository', item)) ?? 0,
    indexes.owners.get(keyOf('owner', item)) ?? 0,
    path === undefined ? '' : [path, line, column].filter((part) => part !== undefined).join(':'),
    item.message,
    item.hint === diagnosticCodes[item.code].fix ? '' : item.hint,
    entity?.title ?? '',
    entity?.url ?? '',
    entity?.glyph ?? '',
  ];
  return row;
}

function codeEntry(portal: Portal, code: Diagnostic['code']): ProblemRows['codes'][number] {
  const { title, fix } = diagnosticCodes[code];
  return { code, title, fix, url: urlOf(portal.config.base, codePath(code)) };
}

function repositoryEntry(portal: Portal, slug: string): ProblemRows['repositories'][number] {
  const repository = portal.repositoryBySlug.get(slug);
  const file = repository && hostFileUrl(repository, '');
  return { slug, ...(file && { file }) };
}
