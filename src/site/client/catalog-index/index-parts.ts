/** What the page of an index is made of. */
export type IndexParts = NonNullable<ReturnType<typeof partsOf>>;

/** Finds the parts of the page; `undefined` where there is nothing to filter. */
export const partsOf = (root: HTMLElement) => {
  const find = <Kind extends HTMLElement = HTMLElement>(selector: string): Kind =>
    root.querySelector<Kind>(selector) as Kind;
  const body = find<HTMLTableSectionElement>('[data-catalog-rows]');
  if (!body) return undefined;
  return {
    root,
    body,
    table: find('table'),
    head: find('thead tr'),
    field: find<HTMLInputElement>('[data-catalog-text]'),
    form: find<HTMLFormElement>('[data-facets] form'),
    used: find('[data-facets-used]'),
    fieldsets: [...root.querySelectorAll<HTMLElement>('[data-facet]')],
    total: find('[data-catalog-total]'),
    chips: find('[data-catalog-chips]'),
    empty: find('[data-catalog-empty]'),
    copy: find('[data-copy]'),
    presets: [...root.querySelectorAll<HTMLAnchorElement>('[data-preset]')],
  };
};

/** What is ticked: field → values. */
export const choiceIn = (form: HTMLFormElement): ReadonlyMap<string, readonly string[]> => {
  const choice = new Map<string, string[]>();
  for (const box of form.querySelectorAll<HTMLInputElement>('input[type=checkbox]:checked'))
    choice.set(box.name, [...(choice.get(box.name) ?? []), box.value]);
  return choice;
};
