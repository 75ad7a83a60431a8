import { openQuickly, startQuickOpen } from './quick-open/start.ts';

const writable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** A page with a search of its own, of these docs or of everything, keeps `/` for that. */
const ownField = (): HTMLInputElement | undefined =>
  [
    ...document.querySelectorAll<HTMLInputElement>('main :is([data-docs-search], [data-search]) input[name=query]'),
  ].find((field) => field.checkVisibility({ visibilityProperty: true }));

const closeMenus = (but?: Node | null): void => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]'))
    if (!but || !menu.contains(but)) {
      // Who was inside goes on from where it was opened.
      if (!but && menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
      menu.open = false;
    }
};

const goTo = (field: HTMLInputElement | undefined): void => {
  if (!field) {
    openQuickly();
    return;
  }
  field.focus();
  field.select();
};

/** Ctrl/⌘ K opens quick open, and so does `/` where no search of the page's own has it; Escape and a click elsewhere close the header's menus. */
export const startKeyboard = (): void => {
  startQuickOpen();
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeMenus();
    const slash = event.key === '/' && !writable(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey;
    const quick = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!slash && !quick) return;
    event.preventDefault();
    goTo(slash ? ownField() : undefined);
  });
  document.addEventListener('click', (event) => closeMenus(event.target as Node));
};
