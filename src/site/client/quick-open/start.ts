type Dialog = typeof import('./dialog.ts');

let dialog: Promise<Dialog> | undefined;

const load = (): Promise<Dialog> => {
  dialog ??= import('./dialog.ts').catch((error: unknown) => {
    dialog = undefined;
    throw error;
  });
  return dialog;
};

const field = (): HTMLInputElement | null => document.querySelector('input[data-quick]');

/**
 * Opens quick open. Until its script is there, what is typed goes into the header's field; if it cannot be had, that field's form
 * leads to the search page.
 */
export const openQuickly = async (from: Element | null = document.activeElement): Promise<void> => {
  const typed = field();
  if (document.querySelector('dialog[open]')) return;
  typed?.focus();
  let isEntered = false;
  const hold = (event: Event): void => {
    event.preventDefault();
    isEntered = true;
  };
  typed?.form?.addEventListener('submit', hold);
  try {
    const { openDialog, enter } = await load();
    await openDialog(() => typed?.value ?? '', from);
    if (typed) typed.value = '';
    if (isEntered) enter();
  } catch {
    if (isEntered) typed?.form?.submit();
  } finally {
    typed?.form?.removeEventListener('submit', hold);
  }
};

/** Makes the header's field open quick open when it is pressed or typed into, and loads it when that is near. */
export const startQuickOpen = (): void => {
  const typed = field();
  const warm = (): void => {
    load().then(
      ({ warm: ahead }) => ahead(),
      () => {},
    );
  };
  for (const event of ['focus', 'pointerenter']) typed?.addEventListener(event, warm, { once: true });
  for (const event of ['click', 'input']) typed?.addEventListener(event, () => openQuickly(typed));
};
