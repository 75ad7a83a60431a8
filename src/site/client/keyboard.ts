const writable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const searchField = (): HTMLInputElement | undefined => {
  const fields = document.querySelectorAll<HTMLInputElement>('main input[name=query], input[data-quick]');
  return [...fields].find((field) => field.checkVisibility({ visibilityProperty: true }));
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
    const field = slash || quick ? searchField() : undefined;
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  document.addEventListener('click', (event) => closeMenus(event.target as Node));
};
