import * as text from '@text/docs-home';
import type { DocsRow } from '../../../portal/views/docs-home.ts';
import { element } from '../element.ts';
import { startRelativeTimes } from '../relative-time.ts';
import { filterRows, type Sort, sortRows } from './arrange.ts';
import { drawRow } from './draw-row.ts';
import { markSort, startSorting } from './sort-heads.ts';

const ownOrder: Readonly<Record<string, Sort>> = { owner: 'owner', freshness: 'time' };

const readRows = async (url: string): Promise<readonly DocsRow[]> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
};

const start = (root: HTMLElement): void => {
  const find = <Kind extends Element>(selector: string): Kind => root.querySelector<Kind>(selector) as Kind;
  const [field, total] = [find<HTMLInputElement>('[data-docs-text]'), find<HTMLElement>('[data-docs-total]')];
  const table = find<HTMLTableElement>('[data-docs-table]');
  const pages = root.querySelector<HTMLElement>('[data-static-pages]');
  const heads = [...table.querySelectorAll<HTMLElement>('th[data-column]')];
  const hasDecisions = heads.some(({ dataset }) => dataset['column'] === 'decisions');
  const pristine = [...table.tBodies];
  const asked = new URLSearchParams(location.search);
  const unsorted = ownOrder[root.dataset['arrangement'] ?? ''] ?? 'title';
  let sort: Sort = (asked.get('sort') as Sort | null) ?? unsorted;
  let loaded: Promise<readonly DocsRow[]> | undefined;
  let turn = 0;

  const keepInAddress = (): void => {
    const kept = new URLSearchParams();
    if (field.value.trim()) kept.set('text', field.value.trim());
    if (sort !== unsorted) kept.set('sort', sort);
    history.replaceState(null, '', kept.size > 0 ? `?${kept}` : location.pathname);
  };
  const fill = (...bodies: readonly HTMLTableSectionElement[]): void => {
    for (const body of [...table.tBodies]) body.remove();
    table.append(...bodies);
  };
  const show = async (): Promise<void> => {
    turn += 1;
    const of = turn;
    keepInAddress();
    markSort(heads, sort);
    loaded ??= readRows(root.dataset['docsHome'] ?? '');
    const all = await loaded;
    if (of !== turn) return;
    const isPristine = field.value.trim() === '' && sort === unsorted;
    if (pages) pages.hidden = !isPristine;
    const fitting = sortRows(filterRows(all, field.value), sort, document.documentElement.lang);
    const rows = fitting.map((row) => drawRow(row, hasDecisions));
    const nothing = element('tr', {}, element('td', { colspan: String(heads.length) }, text.nothingFits));
    fill(...(isPristine ? pristine : [element('tbody', {}, ...(rows.length > 0 ? rows : [nothing]))]));
    total.textContent = isPristine ? text.sites(all.length) : text.sitesOf(fitting.length, all.length);
    startRelativeTimes();
  };
  const attempt = (): void => {
    show().catch(() => {
      loaded = undefined;
      total.textContent = text.failed;
    });
  };
  startSorting(heads, (column) => {
    // Times and counts: the newest and the most are asked for first.
    const isCount = column === 'time' || column === 'pages' || column === 'decisions';
    const [first, second]: readonly [Sort, Sort] = isCount ? [`-${column}`, column] : [column, `-${column}`];
    sort = sort === first ? second : first;
    attempt();
  });
  markSort(heads, sort);
  field.addEventListener('input', attempt);
  field.value = asked.get('text') ?? '';
  if (field.value || sort !== unsorted) attempt();
};

const root = document.querySelector<HTMLElement>('[data-docs-home]');
if (root) start(root);
