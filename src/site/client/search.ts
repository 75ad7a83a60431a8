import { type Choice, choiceOf, showUsed, startFacets } from './facets.ts';
import { type Answer, type Hit, loadEngine, type SearchEngine } from './search-engine.ts';
import { drawFacets } from './search-facets.ts';
import { drawHit } from './search-hits.ts';
import { orderByName } from './search-order.ts';

const step = 12;
/** So many hits of an answer are read to find those that the query names. */
const ordered = 30;

const choiceFromAddress = (address: URLSearchParams): Choice => {
  const fields = new Set([...address.keys()].filter((key) => key !== 'query'));
  return new Map([...fields].map((field) => [field, new Set(address.getAll(field))]));
};

const filtersOf = (choice: Choice): Record<string, { readonly any: readonly string[] }> =>
  Object.fromEntries([...choice].map(([field, values]) => [field, { any: [...values] }]));

/** Arrow keys walk from the field through the results and back; Enter in the field goes to the first one. */
const walkByKeys = (root: HTMLElement, field: HTMLInputElement): void => {
  root.addEventListener('keydown', (event) => {
    const stops = [field, ...root.querySelectorAll<HTMLElement>('[data-search-results] a')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const by = event.key === 'ArrowDown' || (event.key === 'Enter' && at === 0) ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = at < 0 || by === 0 ? undefined : stops[at + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
};

const start = (root: HTMLElement): void => {
  const find = <Kind extends Element>(selector: string): Kind => root.querySelector<Kind>(selector) as Kind;
  const [field, list] = [find<HTMLInputElement>('input[name=query]'), find<HTMLElement>('[data-search-results]')];
  const [total, more] = [find('[data-search-total]'), find<HTMLButtonElement>('[data-search-more]')];
  const panel = find<HTMLDetailsElement>('[data-facets]');
  const { search: url = '', base = '/' } = root.dataset;
  let engine: Promise<SearchEngine> | undefined;
  let turn = 0;
  let answer: Answer | undefined;
  let best: readonly Hit[] = [];
  let choice: Choice = choiceFromAddress(new URLSearchParams(location.search));

  const keepInAddress = (): void => {
    const address = new URLSearchParams();
    if (field.value.trim()) address.set('query', field.value.trim());
    for (const [name, values] of choice) for (const value of values) address.append(name, value);
    history.replaceState(null, '', address.size > 0 ? `?${address}` : location.pathname);
  };
  const showMore = async (): Promise<void> => {
    const of = turn;
    const from = list.childElementCount;
    const upTo = from + step;
    const later = (answer?.results ?? []).slice(Math.max(from, best.length), upTo);
    const hits = await Promise.all(later.map((result) => result.data()));
    if (of !== turn) return;
    list.append(...[...best.slice(from, upTo), ...hits].map((hit) => drawHit(hit, field.value)));
    more.hidden = list.childElementCount >= (answer?.results.length ?? 0);
  };
  const search = async (): Promise<void> => {
    turn += 1;
    const of = turn;
    const query = field.value.trim();
    keepInAddress();
    engine ??= loadEngine(new URL(url, location.href).href, base);
    const found = await (await engine).search(query || null, { filters: filtersOf(choice) });
    if (of !== turn) return;
    answer = found;
    const hits = await Promise.all(found.results.slice(0, ordered).map((result) => result.data()));
    if (of !== turn) return;
    best = orderByName(hits, query);
    list.replaceChildren(...best.slice(0, step).map((hit) => drawHit(hit, query)));
    more.hidden = found.results.length <= step;
    const count = found.results.length;
    const what = count === 1 ? '1 page' : `${count.toLocaleString('en')} pages`;
    total.textContent = count === 0 ? `Nothing found for “${query}”. Fewer or shorter words find more.` : what;
    drawFacets(form, found, choice);
    showUsed(panel, choice);
  };
  const attempt = (): void => {
    search().catch(() => {
      engine = undefined;
      total.textContent = 'The search index could not be loaded. Reload the page to try again.';
    });
  };
  const form = startFacets(panel, () => {
    choice = choiceOf(form);
    attempt();
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(attempt, 80);
  });
  find('[data-search-form]').addEventListener('submit', (event) => event.preventDefault());
  more.addEventListener('click', showMore);
  walkByKeys(root, field);
  field.value = new URLSearchParams(location.search).get('query') ?? '';
  attempt();
};

const root = document.querySelector<HTMLElement>('[data-search]');
if (root) start(root);
