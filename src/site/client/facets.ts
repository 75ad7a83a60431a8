import { number } from '@text/format';
import { removeFilter } from '@text/ui';
import { element } from './element.ts';

/** Field → chosen values. */
export type Choice = ReadonlyMap<string, ReadonlySet<string>>;

const boxesOf = (form: HTMLFormElement): readonly HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]'),
];

/** What is ticked. */
export const choiceOf = (form: HTMLFormElement): Choice => {
  const choice = new Map<string, Set<string>>();
  for (const box of boxesOf(form)) {
    if (!box.checked) continue;
    choice.set(box.name, (choice.get(box.name) ?? new Set()).add(box.value));
  }
  return choice;
};

/** Ticks what the address asks for, and nothing else. */
export const tickFromAddress = (form: HTMLFormElement, address: URLSearchParams): void => {
  for (const box of boxesOf(form)) box.checked = address.getAll(box.name).includes(box.value);
};

/** Writes counts beside the values; a value that would find nothing is dimmed. */
export const showCounts = (form: HTMLFormElement, countOf: (field: string, value: string) => number): void => {
  for (const box of boxesOf(form)) {
    const label = box.closest('label');
    const output = label?.querySelector('data');
    if (!label || !output) continue;
    const count = countOf(box.name, box.value);
    output.textContent = number(count);
    label.toggleAttribute('data-none', count === 0);
  }
};

/** Says in a folded panel's title how many filters are on. */
export const showUsed = (panel: HTMLDetailsElement, choice: Choice): void => {
  const used = [...choice.values()].reduce((sum, values) => sum + values.size, 0);
  const place = panel.querySelector('[data-facets-used]');
  if (place) place.textContent = used > 0 ? `(${used})` : '';
};

/** Finds the facets, unfolds long ones on demand, and calls `changed` whenever a tick is set or cleared. */
export const startFacets = (panel: HTMLDetailsElement, changed: () => void): HTMLFormElement => {
  const form = panel.querySelector('form') as HTMLFormElement;
  // Browsers without ::details-content cannot show a closed panel's content beside the list.
  if (!CSS.supports('selector(::details-content)') && matchMedia('(min-width: 56.3125em)').matches) panel.open = true;
  form.addEventListener('change', changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('[data-unfold]');
    if (!button) return;
    const set = button.closest('fieldset');
    set?.removeAttribute('data-folded');
    set?.setAttribute('data-unfolded', '');
    button.remove();
  });
  return form;
};

/** The filters in force, each with its way out. */
export const drawChips = (place: Element, form: HTMLFormElement): void => {
  const chips = [...form.querySelectorAll<HTMLInputElement>('input:checked')].map((box) => {
    const label = removeFilter(box.value);
    const button = element('button', { type: 'button', 'aria-label': label }, box.value, ' ×');
    button.addEventListener('click', () => box.click());
    return element('li', {}, button);
  });
  place.replaceChildren(...chips);
};
