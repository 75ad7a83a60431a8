/** One entry of the list under the search field. */
export interface Match {
  readonly text: string;
  readonly note: string;
  readonly glyph: string;
}

/**
 * A combobox with a list (WAI-ARIA 1.2, "list autocomplete with manual selection"): arrow keys move, Enter picks the marked
 * entry or the first, Escape closes. `find` answers for what was typed; `pick` hears the position in that answer.
 */
export function attachSearchBox(
  input: HTMLInputElement,
  list: HTMLElement,
  find: (query: string) => readonly Match[],
  pick: (position: number) => void,
): void {
  let marked = -1;
  const options = (): readonly HTMLElement[] => [...list.children] as HTMLElement[];
  const open = (matches: readonly Match[]): void => {
    marked = -1;
    list.replaceChildren(...matches.map((match, position) => optionOf(match, `${list.id}-${position}`)));
    list.hidden = matches.length === 0;
    input.setAttribute('aria-expanded', String(matches.length > 0));
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (position: number): void => {
    const all = options();
    marked = all.length === 0 ? -1 : (position + all.length) % all.length;
    for (const [index, option] of all.entries()) option.setAttribute('aria-selected', String(index === marked));
    const option = all[marked];
    if (!option) return;
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };
  const choose = (position: number): void => {
    if (!options()[position]) return;
    open([]);
    pick(position);
  };
  input.addEventListener('input', () => open(find(input.value)));
  input.addEventListener('focus', () => input.value && open(find(input.value)));
  input.addEventListener('blur', () => open([]));
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) mark(marked < 0 && step < 0 ? -1 : marked + step);
    else if (event.key === 'Enter') choose(Math.max(marked, 0));
    else if (event.key === 'Escape' && !list.hidden) open([]);
    else return;
    event.preventDefault();
  });
  // Before the field loses the focus, which closes the list.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    choose(options().findIndex((option) => option.contains(event.target as Node)));
  });
}

function optionOf({ text, note, glyph }: Match, id: string): HTMLElement {
  const option = document.createElement('li');
  option.id = id;
  option.role = 'option';
  const aside = document.createElement('span');
  aside.textContent = note;
  option.append(glyphElement(glyph), text, aside);
  return option;
}

/** A glyph of the page's sprite. */
export function glyphElement(name: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  const use = document.createElementNS(namespace, 'use');
  use.setAttribute('href', `#g-${name}`);
  svg.setAttribute('class', 'cb-glyph');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}
