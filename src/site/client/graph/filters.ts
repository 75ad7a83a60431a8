import { number } from '@text/format';
import { glyphElement } from './search-box.ts';

/** One thing that can be shown or left out. */
export interface FilterOption {
  readonly value: string;
  readonly text: string;
  readonly count: number;
  readonly glyph?: string;
}

/** Fills a fieldset with a tick box for each option; `changed` hears the values that are not ticked. */
export function fillFilter(
  host: HTMLElement,
  options: readonly FilterOption[],
  hidden: ReadonlySet<string>,
  changed: (hidden: ReadonlySet<string>) => void,
): void {
  const boxes = options.map((option) => {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.value = option.value;
    box.checked = !hidden.has(option.value);
    return box;
  });
  host.replaceChildren(
    ...options.map((option, index) => {
      const label = document.createElement('label');
      const count = document.createElement('span');
      count.textContent = number(option.count);
      label.append(boxes[index] ?? '', option.glyph ? glyphElement(option.glyph) : '', option.text, count);
      return label;
    }),
  );
  host.addEventListener('change', () => changed(new Set(boxes.filter((box) => !box.checked).map((box) => box.value))));
}
