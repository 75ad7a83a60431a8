type Dialog = typeof import('./dialog.ts');

let dialog: Promise<Dialog> | undefined;
let isOpening = false;

const load = (): Promise<Dialog> => {
  dialog ??= import('./dialog.ts').catch((error: unknown) => {
    dialog = undefined;
    throw error;
  });
  return dialog;
};

const fields = (): NodeListOf<HTMLInputElement> => document.querySelectorAll('input[data-quick]');

/** Pages hide the header's field where they have a large one of their own. */
const visibleField = (): HTMLInputElement | undefined =>
  [...fields()].find((field) => field.checkVisibility({ visibilityProperty: true }));

/** Where no field is to be seen, what is typed is kept aside; says what, and lets go of the keys. */
const keepKeys = (): (() => string) => {
  let text = '';
  const keep = (event: KeyboardEvent): void => {
    if (event.key.length > 1 || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    text += event.key;
  };
  document.addEventListener('keydown', keep, true);
  return () => {
    document.removeEventListener('keydown', keep, true);
    return text;
  };
};

const open = async (from: Element | null, typed: HTMLInputElement | undefined): Promise<void> => {
  isOpening = true;
  typed?.focus();
  const keys = typed ? () => typed.value : keepKeys();
  let isEntered = false;
  const hold = (event: Event): void => {
    event.preventDefault();
    isEntered = true;
  };
  typed?.form?.addEventListener('submit', hold);
  try {
    const { openDialog, enter } = await load();
    await openDialog(keys, from);
    if (typed) typed.value = '';
    if (isEntered) enter();
  } catch {
    if (isEntered) typed?.form?.submit();
  } finally {
    keys();
    typed?.form?.removeEventListener('submit', hold);
    isOpening = false;
  }
};

/**
 * Opens quick open. Until its script is there, what is typed goes into a search field of the page; if it cannot be had, that field's
 * form leads to the search page.
 */
export const openQuickly = (from: Element | null = document.activeElement, typed = visibleField()): void => {
  if (!isOpening && !document.querySelector('dialog[open]')) open(from, typed);
};

/** Makes search fields open quick open when they are pressed or typed into, and loads it when that is near. */
export const startQuickOpen = (): void => {
  const warm = (): void => {
    load().then(
      ({ warm: ahead }) => ahead(),
      () => {},
    );
  };
  for (const field of fields()) {
    for (const event of ['focus', 'pointerenter']) field.addEventListener(event, warm, { once: true });
    for (const event of ['click', 'input']) field.addEventListener(event, () => openQuickly(field, field));
  }
};
