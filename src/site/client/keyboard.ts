const writable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Beside docs, `/` leads to the search of these docs, and Ctrl/⌘ K to that of the portal. */
const searchField = (wide: boolean): HTMLInputElement | undefined => {
  const within = wide ? 'main input[name=query]:not([data-docs-search] *)' : 'main input[name=query]';
  const fields = document.querySelectorAll<HTMLInputElement>(`${within}, input[data-quick]`);
  const inOrder = [...fields].sort((a, b) => Number(a.matches('[data-quick]')) - Number(b.matches('[data-quick]')));
  return inOrder.find((field) => field.checkVisibility({ visibilityProperty: true }));
};

const closeMenus = (but?: Node | null): void => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]'))
    if (!but || !menu.contains(but)) menu.open = false;
};

const leave = (): void => {
  closeMenus();
  const field = document.activeElement;
  if (field instanceof HTMLInputElement && field.matches('[data-quick]')) field.blur();
};

/** `/` and Ctrl/⌘ K lead to the search field; Escape and a click elsewhere close the header's menus. */
export const startKeyboard = (): void => {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave();
    const slash = event.key === '/' && !writable(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey;
    const quick = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    const field = slash || quick ? searchField(quick) : undefined;
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  document.addEventListener('click', (event) => closeMenus(event.target as Node));
};
