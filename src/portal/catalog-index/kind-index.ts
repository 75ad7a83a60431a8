import type { Portal } from '../assemble-portal.ts';
import type { CatalogRow } from '../views/catalog.ts';
import { type RowIndex, readRows } from '../views/catalog-index/row-index.ts';
import { textsIn } from '../views/text/texts.ts';
import { type PackedRows, packRows } from './pack-rows.ts';
import { catalogRows } from './rows.ts';

/** A kind's rows in every form that its pages and files need. */
export interface KindIndex {
  readonly rows: readonly CatalogRow[];
  readonly packed: PackedRows;
  /** As the browser reads it, so that pages count as the live list does. */
  readonly index: RowIndex;
}

const indexes = new WeakMap<Portal, Map<string, KindIndex>>();

/** The index of a kind, lower case; made once for a portal. */
export function indexOf(portal: Portal, kind: string): KindIndex {
  const known = indexes.get(portal) ?? new Map<string, KindIndex>();
  indexes.set(portal, known);
  const made = known.get(kind) ?? makeIndex(portal, kind);
  known.set(kind, made);
  return made;
}

function makeIndex(portal: Portal, kind: string): KindIndex {
  const { base, language } = portal.config;
  const rows = catalogRows(portal, kind);
  const packed = packRows(portal, kind, rows);
  return { rows, packed, index: readRows({ ...packed, more: [] }, [], base, textsIn(language).catalog) };
}
