import { element } from './element.ts';
import type { Choice } from './facets.ts';
import type { Answer } from './search-engine.ts';

const titles: readonly (readonly [field: string, title: string])[] = [
  ['category', 'Where'],
  ['kind', 'Kind'],
  ['type', 'Type'],
  ['owner', 'Owner'],
  ['lifecycle', 'Lifecycle'],
  ['entity', 'Documents'],
  ['tag', 'Tag'],
  ['freshness', 'Freshness'],
];
const spelled: Readonly<Record<string, string>> = { entity: 'Catalog', docs: 'Documentation' };
const most = 40;
const shown = 8;

const drawValue = (field: string, value: string, count: number, ticked: boolean): HTMLLabelElement => {
  const box = element('input', { type: 'checkbox', name: field, value });
  box.checked = ticked;
  const text = field === 'category' ? (spelled[value] ?? value) : value;
  return element('label', {}, box, element('span', {}, text), element('output', {}, count.toLocaleString('en')));
};

const drawFacet = (field: string, title: string, answer: Answer, chosen: ReadonlySet<string>): readonly Node[] => {
  // Within a facet one more value finds more, so its counts are those of the words alone once it is used.
  const counts = (chosen.size > 0 ? answer.totalFilters[field] : answer.filters[field]) ?? {};
  const values = Object.entries(counts)
    .filter(([value, count]) => count > 0 || chosen.has(value))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, most);
  if (values.length < 2 && chosen.size === 0) return [];
  const more = values.length - shown;
  const folded = more > 0 ? '' : undefined;
  return [
    element(
      'fieldset',
      { 'data-field': field, 'data-folded': folded },
      element('legend', {}, title),
      ...values.map(([value, count]) => drawValue(field, value, count, chosen.has(value))),
      ...(more > 0 ? [element('button', { type: 'button', class: 'cb-link', 'data-unfold': '' }, `${more} more`)] : []),
    ),
  ];
};

/** Draws the facets that an answer leaves to choose from; the focus stays on the value it was on. */
export const drawFacets = (form: HTMLFormElement, answer: Answer, choice: Choice): void => {
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : undefined;
  form.replaceChildren(
    ...titles.flatMap(([field, title]) => drawFacet(field, title, answer, choice.get(field) ?? new Set())),
  );
  if (!focused || focused.isConnected) return;
  const boxes = [...form.querySelectorAll('input')];
  boxes.find((box) => box.name === focused.name && box.value === focused.value)?.focus();
};
