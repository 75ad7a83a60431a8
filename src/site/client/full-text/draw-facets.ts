import { number } from '@text/format';
import * as text from '@text/search';
import { type SearchField, searchFields } from '../../../portal/views/search-pages.ts';
import { element } from '../element.ts';
import type { Choice } from '../facets.ts';
import type { FieldCounts } from './narrow.ts';

const most = 40;
const shown = 8;

const titleOf = (field: SearchField, value: string): string =>
  field === 'category' ? (text.categories[value as keyof typeof text.categories] ?? value) : value;

interface Value {
  readonly value: string;
  readonly count: number;
  readonly ticked: boolean;
}

const drawValue = (field: SearchField, { value, count, ticked }: Value): HTMLLabelElement => {
  const box = element('input', { type: 'checkbox', name: field, value });
  box.checked = ticked;
  return element('label', {}, box, element('span', {}, titleOf(field, value)), element('data', {}, number(count)));
};

/** Values that there are, those that are chosen first kept in sight, then the commonest. */
const valuesOf = (counts: Readonly<Record<string, number>>, chosen: ReadonlySet<string>): readonly Value[] => {
  const wanted = new Set([...chosen].map((value) => value.toLowerCase()));
  const there = Object.entries(counts).map(([value, count]) => ({
    value,
    count,
    ticked: wanted.has(value.toLowerCase()),
  }));
  const known = new Set(there.map(({ value }) => value.toLowerCase()));
  const gone = [...chosen].filter((value) => !known.has(value.toLowerCase()));
  const all = [...there, ...gone.map((value) => ({ value, count: 0, ticked: true }))];
  all.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return all.filter(({ ticked }, at) => ticked || at < most);
};

const drawFacet = (field: SearchField, counts: FieldCounts, choice: Choice, unfolded: boolean): readonly Node[] => {
  const chosen = choice.get(field) ?? new Set();
  const values = valuesOf(counts[field], chosen);
  if (values.length < 2 && chosen.size === 0) return [];
  // What is ticked stays in sight.
  const folds = !unfolded && values.length > shown && !values.slice(shown).some(({ ticked }) => ticked);
  const unfold = element(
    'button',
    { type: 'button', class: 'cb-link', 'data-unfold': '' },
    text.more(values.length - shown),
  );
  return [
    element(
      'fieldset',
      { 'data-field': field, 'data-folded': folds ? '' : undefined, 'data-unfolded': unfolded ? '' : undefined },
      element('legend', {}, text.fields[field]),
      ...values.map((value) => drawValue(field, value)),
      ...(folds ? [unfold] : []),
    ),
  ];
};

/** Draws the filters that an answer leaves to choose from; the focus stays on the value it was on. */
export const drawFacets = (form: HTMLFormElement, counts: FieldCounts, choice: Choice): void => {
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : undefined;
  const unfolded = new Set(
    [...form.querySelectorAll<HTMLElement>('fieldset[data-unfolded]')].map(({ dataset }) => dataset['field']),
  );
  form.replaceChildren(...searchFields.flatMap((field) => drawFacet(field, counts, choice, unfolded.has(field))));
  if (!focused || focused.isConnected) return;
  const boxes = [...form.querySelectorAll('input')];
  boxes.find((box) => box.name === focused.name && box.value === focused.value)?.focus();
};
