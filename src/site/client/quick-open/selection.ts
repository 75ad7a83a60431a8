/** One of the options of a list box is the active one; the focus stays in the field that controls the list. */
export interface Selection {
  /** Number of the active option; -1: there is none. */
  readonly at: () => number;
  readonly select: (number: number) => void;
  /** Moves by so many; one step beyond an end leads to the other. */
  readonly move: (by: number) => void;
}

/** Keeps the active option of a list box by ARIA's pattern of a combobox: `aria-activedescendant` and `aria-selected`. */
export const makeSelection = (field: HTMLElement, list: HTMLElement): Selection => {
  let active = -1;
  const options = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const select = (number: number): void => {
    const all = options();
    active = all[number] ? number : -1;
    for (const [index, option] of all.entries()) option.ariaSelected = String(index === active);
    const option = all[active];
    if (!option) {
      field.removeAttribute('aria-activedescendant');
      return;
    }
    field.setAttribute('aria-activedescendant', option.id);
    if (active === 0) list.scrollTop = 0;
    else option.scrollIntoView({ block: 'nearest' });
  };
  return {
    at: () => active,
    select,
    move: (by) => {
      const last = options().length - 1;
      const next = active + by;
      if (Math.abs(by) === 1) select(next < 0 ? last : next > last ? 0 : next);
      else select(Math.max(0, Math.min(last, next)));
    },
  };
};
