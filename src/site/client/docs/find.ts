import * as text from '@text/docs';
import { element } from '../element.ts';
import { drawHit } from '../full-text/draw-hit.ts';
import { type Hit, loadEngine, type SearchEngine } from '../full-text/engine.ts';

const most = 8;

/** Arrow keys walk from the field through what was found and back; Escape closes it. */
const walkByKeys = (form: HTMLFormElement, field: HTMLInputElement, close: () => void): void => {
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close();
      field.focus();
    }
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const stops = [field, ...form.querySelectorAll<HTMLElement>('.cb-docs-found a')];
    const next = by === 0 ? undefined : stops[stops.indexOf(document.activeElement as HTMLElement) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
};

/** A result without the name of the docs that all of them are from. */
const within = (hit: Hit): Hit => {
  const subtitle = (hit.meta['subtitle'] ?? '').split(' › ').slice(1).join(' › ');
  return { ...hit, meta: { ...hit.meta, subtitle } };
};

/** Shows what the words typed find in these docs, under the field; Enter leads to all of it on the search page. */
export const findInDocs = (form: HTMLFormElement): void => {
  const field = form.querySelector<HTMLInputElement>('input[name=query]') as HTMLInputElement;
  const entity = form.querySelector<HTMLInputElement>('input[name=entity]')?.value ?? '';
  const url = new URL(form.dataset['docsSearch'] ?? '', location.href).href;
  const panel = element('div', { class: 'cb-docs-found', hidden: '' });
  form.append(panel);
  let engine: Promise<SearchEngine> | undefined;
  let turn = 0;

  const close = (): void => {
    turn += 1;
    panel.hidden = true;
  };
  const open = (...content: readonly Node[]): void => {
    const { bottom, left } = field.getBoundingClientRect();
    panel.replaceChildren(...content);
    panel.hidden = false;
    panel.style.insetBlockStart = `${bottom + 6}px`;
    panel.style.left = `${Math.max(12, Math.min(left - 12, innerWidth - panel.offsetWidth - 12))}px`;
  };
  const find = async (): Promise<void> => {
    turn += 1;
    const of = turn;
    const query = field.value.trim();
    if (query === '') return close();
    engine ??= loadEngine(url, document.documentElement.dataset['base'] ?? '/');
    const filters = { entity: { any: [entity] } };
    const { results } = await (await engine).search(query, { filters });
    const hits = await Promise.all(results.slice(0, most).map((result) => result.data()));
    if (of !== turn) return;
    const count = results.length === 0 ? text.nothingFound : text.found(results.length);
    const all = element('a', { href: `${form.action}?${new URLSearchParams({ query })}` }, text.searchEverything);
    open(
      element('p', { role: 'status' }, `${count} · `, all),
      element('ol', { class: 'cb-hits' }, ...hits.map((hit) => drawHit(within(hit), query))),
    );
  };
  field.addEventListener('input', () => {
    find().catch(() => {
      engine = undefined;
      open(element('p', { role: 'status' }, text.searchFailed));
    });
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !form.contains(relatedTarget)) close();
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !form.contains(target)) close();
  });
  panel.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a')) close();
  });
  walkByKeys(form, field, close);
};
