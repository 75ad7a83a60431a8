import type { DocsRow } from '../../../portal/views/docs-home.ts';

/** A column, with a minus before it from the last to the first. */
export type Sort = `${'' | '-'}${keyof DocsRow}`;

/** Rows with all the words, wherever people read them. */
export const filterRows = (rows: readonly DocsRow[], words: string): readonly DocsRow[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ title, description, entity, owner }) => {
    const text = `${title}\n${description}\n${entity.title}\n${owner?.text ?? ''}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
};

const valueIn = (row: DocsRow, column: string): string | number => {
  if (column === 'pages' || column === 'decisions') return row[column];
  if (column === 'entity') return row.entity.title;
  if (column === 'owner') return row.owner?.text ?? '';
  return column === 'time' ? row.time : row.title;
};

/** Rows by a column; what has no value there comes last either way. */
export const sortRows = (rows: readonly DocsRow[], sort: Sort, language: string): readonly DocsRow[] => {
  const column = sort.replace('-', '');
  const sign = sort.startsWith('-') ? -1 : 1;
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  return rows.toSorted((a, b) => {
    const [x, y] = [valueIn(a, column), valueIn(b, column)];
    if (x === '' || y === '') return Number(x === '') - Number(y === '');
    return sign * (typeof x === 'number' ? x - Number(y) : collator.compare(x, String(y)));
  });
};
