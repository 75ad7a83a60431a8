import { type Choice, choiceOf, showUsed, startFacets, tickFromAddress } from './facets.ts';

const shows = (entry: HTMLElement, choice: Choice): boolean =>
  [...choice].every(([field, values]) => values.has(entry.dataset[field] ?? ''));

const start = (root: HTMLElement): void => {
  const panel = root.querySelector('[data-facets]') as HTMLDetailsElement;
  const filter = (): void => {
    const choice = choiceOf(form);
    for (const group of root.querySelectorAll<HTMLElement>('.cb-repository')) {
      const entries = [...group.querySelectorAll<HTMLElement>('[data-severity]')];
      for (const entry of entries) entry.hidden = !shows(entry, choice);
      group.hidden = entries.every((entry) => entry.hidden);
    }
    const address = new URLSearchParams(
      [...choice].flatMap(([name, values]) => [...values].map((value) => [name, value])),
    );
    history.replaceState(null, '', address.size > 0 ? `?${address}` : location.pathname);
    showUsed(panel, choice);
  };
  const form = startFacets(panel, filter);
  tickFromAddress(form, new URLSearchParams(location.search));
  if (choiceOf(form).size > 0) filter();
};

const root = document.querySelector<HTMLElement>('[data-problems]');
if (root) start(root);
