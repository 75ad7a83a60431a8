import type { CatalogRow } from '../../portal/views/catalog.ts';
import { filterRows, type IndexedRow, indexRow, sortRows } from './catalog-filter.ts';
import { drawRow } from './catalog-rows.ts';
import { columnOf, drawChips, drawPages, markSort, startSorting } from './catalog-view.ts';
import { type Choice, choiceOf, showCounts, showUsed, startFacets, tickFromAddress } from './facets.ts';

const rowsPerPage = 100;

interface Query {
  readonly text: string;
  readonly sort: string;
  readonly page: number;
}

const queryFromAddress = (address: URLSearchParams): Query => ({
  text: address.get('q') ?? '',
  sort: address.get('sort') ?? '',
  page: Math.max(1, Number(address.get('page')) || 1),
});

const keepInAddress = ({ text, sort, page }: Query, choice: Choice): void => {
  const address = new URLSearchParams();
  for (const [name, values] of choice) for (const value of values) address.append(name, value);
  if (text) address.set('q', text);
  if (sort) address.set('sort', sort);
  if (page > 1) address.set('page', String(page));
  history.replaceState(null, '', address.size > 0 ? `?${address}` : location.pathname);
};

/** Loads the rows of the kind on first use, once. */
const loaderOf = (url: string): (() => Promise<readonly IndexedRow[]>) => {
  let rows: Promise<readonly IndexedRow[]> | undefined;
  return () => {
    rows ??= fetch(url)
      .then((response) => response.json() as Promise<readonly CatalogRow[]>)
      .then((list) => list.map(indexRow));
    return rows;
  };
};

const start = (root: HTMLElement, body: HTMLElement): void => {
  const find = <Kind extends Element>(selector: string): Kind => root.querySelector<Kind>(selector) as Kind;
  const field = find<HTMLInputElement>('[data-catalog-text]');
  const panel = find<HTMLDetailsElement>('[data-facets]');
  const heads = [...root.querySelectorAll<HTMLElement>('th[data-column]')];
  const { catalog = '', noun = '', glyph = 'entity' } = root.dataset;
  const load = loaderOf(catalog);
  let query = queryFromAddress(new URLSearchParams(location.search));

  const draw = async (): Promise<void> => {
    const choice = choiceOf(form);
    const rows = await load();
    const { rows: found, counts } = filterRows(rows, query.text, choice);
    const pageCount = Math.max(1, Math.ceil(found.length / rowsPerPage));
    const page = Math.min(query.page, pageCount);
    const shown = sortRows(found, query.sort).slice((page - 1) * rowsPerPage, page * rowsPerPage);
    body.replaceChildren(
      ...shown.map(({ row }) =>
        drawRow(
          row,
          heads.map((head) => ({ field: columnOf(head), title: head.textContent ?? '' })),
          glyph,
        ),
      ),
    );
    find('[data-catalog-total]').textContent = `${found.length.toLocaleString('en')} ${noun}`;
    find('[data-static-pages]')?.remove();
    drawPages(find<HTMLElement>('[data-live-pages]'), page, pageCount, (to) => {
      ask({ page: to });
      root.scrollIntoView();
    });
    drawChips(find('[data-catalog-chips]'), form);
    markSort(heads, query.sort);
    showCounts(form, (name, value) => counts.get(`${name}=${value}`) ?? 0);
    showUsed(panel, choice);
  };
  const ask = (change: Partial<Query>): void => {
    query = { ...query, page: 1, ...change };
    keepInAddress(query, choiceOf(form));
    draw();
  };
  const form = startFacets(panel, () => ask({}));

  startSorting(heads, (column) => {
    ask({ sort: query.sort === column ? `-${column}` : query.sort === `-${column}` ? '' : column });
  });
  field.addEventListener('input', () => ask({ text: field.value }));
  for (const target of [field, panel]) target.addEventListener('pointerenter', load, { once: true });
  field.value = query.text;
  tickFromAddress(form, new URLSearchParams(location.search));
  if (query.text || query.sort || query.page > 1 || choiceOf(form).size > 0) draw();
};

const root = document.querySelector<HTMLElement>('[data-catalog]');
const body = root?.querySelector<HTMLElement>('[data-catalog-rows]');
if (root && body) start(root, body);
