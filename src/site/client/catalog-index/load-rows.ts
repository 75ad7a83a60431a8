import * as text from '@text/catalog';
import { type RowIndex, readRows } from '../../../portal/views/catalog-index/row-index.ts';
import type { RowColumns, RowsFile } from '../../../portal/views/catalog-index/rows-file.ts';

const readJson = async <Value>(url: string | URL): Promise<Value> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return (await response.json()) as Value;
};

/** Loads all rows of a kind; throws where one of their files cannot be read. */
export const loadRows = async (url: string): Promise<RowIndex> => {
  const first = await readJson<RowsFile>(url);
  const at = new URL(url, location.href);
  const more = await Promise.all(first.more.map((name) => readJson<RowColumns>(new URL(name, at))));
  return readRows(first, more, document.documentElement.dataset['base'] ?? '/', text);
};
