import { found as foundOf } from '@text/problems';
import type { ProblemRow, ProblemRows } from '../../portal/views/problems.ts';
import { choiceOf, drawChips, showCounts, showUsed, startFacets, tickFromAddress } from './facets.ts';
import { drawProblem, type Problem, problemOf } from './problem-entries.ts';
import { filterProblems } from './problem-filter.ts';

/** Problems that are drawn at a time. */
const portion = 100;

const readJson = async <Value>(url: string): Promise<Value> => (await (await fetch(url)).json()) as Value;

/** Loads all files of rows on first use, once. */
const loaderOf = (url: string): (() => Promise<readonly Problem[]>) => {
  let problems: Promise<readonly Problem[]> | undefined;
  const load = async (): Promise<readonly Problem[]> => {
    const tables = await readJson<ProblemRows>(url);
    const more = await Promise.all(tables.more.map((file) => readJson<readonly ProblemRow[]>(file)));
    return [tables.rows, ...more].flat().map((row) => problemOf(row, tables));
  };
  return () => {
    problems ??= load();
    return problems;
  };
};

const start = (root: HTMLElement): void => {
  const find = <Kind extends HTMLElement>(selector: string): Kind => root.querySelector<Kind>(selector) as Kind;
  const panel = find<HTMLDetailsElement>('[data-facets]');
  const field = find<HTMLInputElement>('[data-problems-text]');
  const [place, all, total] = ['found', 'all', 'total'].map((name) => find(`[data-problems-${name}]`)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  const [list, button] = [place.querySelector('ul') as HTMLElement, place.querySelector('button') as HTMLElement];
  const load = loaderOf(root.dataset['problems'] ?? '');
  let rest: readonly Problem[] = [];

  const showMore = (): void => {
    list.append(...rest.slice(0, portion).map(drawProblem));
    rest = rest.slice(portion);
    button.hidden = rest.length === 0;
  };
  const draw = async (): Promise<void> => {
    const problems = await load();
    const choice = choiceOf(form);
    const isFiltered = choice.size > 0 || field.value.trim() !== '';
    const { found, counts } = filterProblems(problems, field.value, choice);
    list.replaceChildren();
    rest = isFiltered ? found : [];
    showMore();
    place.hidden = !isFiltered;
    all.hidden = isFiltered;
    total.textContent = isFiltered ? foundOf(found.length, problems.length) : '';
    drawChips(find('[data-problems-chips]'), form);
    showCounts(form, (name, value) => counts.get(`${name}=${value}`) ?? 0);
    showUsed(panel, choice);
  };
  const ask = (): void => {
    const address = new URLSearchParams(
      [...choiceOf(form)].flatMap(([name, chosen]) => [...chosen].map((value) => [name, value])),
    );
    if (field.value) address.set('q', field.value);
    history.replaceState(null, '', address.size > 0 ? `?${address}` : location.pathname);
    draw();
  };
  const form = startFacets(panel, ask);
  field.addEventListener('input', ask);
  button.addEventListener('click', showMore);
  for (const target of [field, panel]) target.addEventListener('pointerenter', load, { once: true });
  const address = new URLSearchParams(location.search);
  tickFromAddress(form, address);
  field.value = address.get('q') ?? '';
  if (field.value || choiceOf(form).size > 0) draw();
};

const root = document.querySelector<HTMLElement>('[data-problems]');
if (root) start(root);
