import * as text from '@text/search';
import { type Choice, choiceOf, showUsed, startFacets } from '../facets.ts';
import { addressOf, narrowingOf, readAddress } from './address.ts';
import type { Answer } from './answer.ts';
import { startAsking } from './ask.ts';
import { drawFacets } from './draw-facets.ts';
import { drawHit } from './draw-hit.ts';
import { drawNothing } from './draw-nothing.ts';

const step = 12;

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
  const [panel, nothing] = [find<HTMLDetailsElement>('[data-facets]'), find<HTMLElement>('[data-search-nothing]')];
  const ask = startAsking(new URL(root.dataset['search'] ?? '', location.href).href, root.dataset['base'] ?? '/');
  let query = '';
  let choice: Choice = new Map();

  const show = (answer: Answer, isMore: boolean): void => {
    const hits = answer.hits.map((hit) => drawHit(hit, query));
    if (isMore) list.append(...hits);
    else list.replaceChildren(...hits);
    more.hidden = list.childElementCount >= answer.total;
    total.textContent = answer.total === 0 ? text.nothing(query) : text.pages(answer.total);
    if (!isMore) nothing.replaceChildren(...drawNothing(query, choice, answer));
    if (!isMore) drawFacets(form, answer.counts, choice);
  };
  const search = async (isMore = false): Promise<void> => {
    const from = isMore ? list.childElementCount : 0;
    try {
      const answer = await ask({ query, narrowing: narrowingOf(choice), from, count: step });
      if (answer) show(answer, isMore);
    } catch {
      total.textContent = text.failed;
    }
  };
  const form = startFacets(panel, () => {
    choice = choiceOf(form);
    showUsed(panel, choice);
    // A filter is a step that Back undoes; typing is not.
    history.pushState(null, '', addressOf(query, choice));
    search();
  });
  const restore = (): void => {
    ({ query, choice } = readAddress(location.search));
    field.value = query;
    query = query.trim();
    showUsed(panel, choice);
    search();
  };

  field.addEventListener('input', () => {
    query = field.value.trim();
    history.replaceState(null, '', addressOf(query, choice));
    search();
  });
  find('[data-search-form]').addEventListener('submit', (event) => event.preventDefault());
  more.addEventListener('click', async () => {
    const at = list.childElementCount;
    await search(true);
    list.children[at]?.querySelector('a')?.focus();
  });
  addEventListener('popstate', restore);
  walkByKeys(root, field);
  restore();
};

const root = document.querySelector<HTMLElement>('[data-search]');
if (root) start(root);
