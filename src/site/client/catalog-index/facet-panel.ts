import * as text from '@text/catalog';
import { number } from '@text/format';
import type { Facet } from '../../../portal/views/catalog-index/facet.ts';
import { type FacetLine, type FacetLook, facetLines } from '../../../portal/views/catalog-index/facet-lines.ts';
import { element } from '../element.ts';

/** One facet on the page. */
export interface FacetPanel {
  readonly field: string;
  /** Lists the values with their counts. */
  readonly show: (facet: Facet, counts: Int32Array, chosen: readonly string[]) => void;
}

interface DrawnLine {
  readonly line: HTMLElement;
  readonly box: HTMLInputElement;
  readonly counted: HTMLElement;
  readonly turn: HTMLElement;
}

const drawLine = (field: string, { value, title }: FacetLine): DrawnLine => {
  const box = element('input', { type: 'checkbox', name: field, value });
  const counted = element('data');
  const label = element('label', {}, box, element('span', {}, title), counted);
  const turn = element('button', {
    type: 'button',
    class: 'cb-turn',
    'data-turn': value,
    'aria-label': text.below(title),
  });
  return { line: element('div', { class: 'cb-facet-line' }, turn, label), box, counted, turn };
};

const update = (drawn: DrawnLine, { count, depth, isOpen }: FacetLine, isChosen: boolean): void => {
  const { line, box, counted, turn } = drawn;
  if (box.checked !== isChosen) box.checked = isChosen;
  const written = number(count);
  if (counted.textContent !== written) counted.textContent = written;
  line.dataset['depth'] = String(Math.min(depth, 5));
  line.toggleAttribute('data-none', count === 0);
  turn.hidden = isOpen === undefined;
  turn.ariaExpanded = String(isOpen === true);
};

/** Makes a facet of the page live. What is chosen is told by the form's own `change` event. */
export const startFacetPanel = (fieldset: HTMLElement): FacetPanel => {
  const { facet: field = '' } = fieldset.dataset;
  const place = fieldset.querySelector('[data-lines]') as HTMLElement;
  const finder = fieldset.querySelector<HTMLInputElement>('[data-find]');
  const unfold = fieldset.querySelector<HTMLElement>('[data-more]');
  const drawn = new Map<string, DrawnLine>();
  const turned = new Set<string>();
  let isLong = false;
  let latest: Parameters<FacetPanel['show']> | undefined;

  const lineOf = (line: FacetLine): DrawnLine => {
    const known = drawn.get(line.value) ?? drawLine(field, line);
    drawn.set(line.value, known);
    return known;
  };
  const show: FacetPanel['show'] = (facet, counts, chosen) => {
    latest = [facet, counts, chosen];
    const look: FacetLook = { chosen, turned, isLong, wanted: finder?.value ?? '' };
    const { lines, more } = facetLines(facet, counts, look);
    // A value that no row has can only come from the address: it is listed so that it can be let go.
    const unknown = chosen.filter((value) => !facet.values.includes(value));
    const listed: readonly FacetLine[] = [
      ...lines,
      ...unknown.map((value) => ({ value, title: value, count: 0, depth: 0 })),
    ];
    place.toggleAttribute(
      'data-tree',
      listed.some(({ isOpen }) => isOpen !== undefined),
    );
    const nodes = listed.map((line) => {
      const of = lineOf(line);
      update(of, line, chosen.includes(line.value));
      return of.line;
    });
    if (nodes.some((node, at) => node !== place.children[at]) || nodes.length !== place.children.length) {
      const focused = document.activeElement;
      place.replaceChildren(...nodes);
      if (focused instanceof HTMLElement && place.contains(focused)) focused.focus();
    }
    if (!unfold) return;
    unfold.hidden = more === 0 && !isLong;
    unfold.textContent = isLong ? text.fewerValues : text.moreValues(more);
  };
  const again = (): void => {
    if (latest) show(...latest);
  };
  finder?.addEventListener('input', (event) => {
    event.stopPropagation();
    again();
  });
  unfold?.addEventListener('click', () => {
    isLong = !isLong;
    again();
  });
  place.addEventListener('click', (event) => {
    const value = (event.target as Element).closest<HTMLElement>('[data-turn]')?.dataset['turn'];
    if (value === undefined) return;
    if (!turned.delete(value)) turned.add(value);
    again();
  });
  return { field, show };
};
