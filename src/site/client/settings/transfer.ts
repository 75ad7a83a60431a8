import * as text from '@text/settings';
import { addKept, collectKept, forgetKept } from '../personal/store.ts';
import { say } from '../say.ts';

/** A file of more bytes than this was not written here. */
const largest = 2_000_000;

// The theme is the header's: it is chosen by its buttons, and known by what it made of the page.
const themeNow = (): string => document.documentElement.dataset['theme'] ?? 'system';
const chooseTheme = (theme: unknown): void => {
  if (theme === 'system' || theme === 'light' || theme === 'dark')
    document.querySelector<HTMLElement>(`[data-theme-choice=${theme}]`)?.click();
};

const saveFile = (): void => {
  const content = JSON.stringify({ ...collectKept(), theme: themeNow() }, undefined, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${content}\n`], { type: 'application/json' }));
  link.download = 'portal-settings.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** Adds a file's content to what is kept; says whether it was one of ours. */
const loadFile = async (file: File): Promise<boolean> => {
  if (file.size > largest) return false;
  try {
    const data: unknown = JSON.parse(await file.text());
    const isOurs = addKept(data);
    if (isOurs) chooseTheme((data as { readonly theme?: unknown }).theme);
    return isOurs;
  } catch {
    return false;
  }
};

/** Makes saving and loading of all that is kept work. */
export const startTransfer = (root: HTMLElement): void => {
  const find = <Kind extends HTMLElement>(name: string): Kind => root.querySelector(`[data-${name}]`) as Kind;
  const [file, result] = [find<HTMLInputElement>('file'), find('loaded')];
  find('save').addEventListener('click', saveFile);
  find('load').addEventListener('click', () => file.click());
  file.addEventListener('change', async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    result.textContent = (await loadFile(chosen)) ? text.loaded : text.notLoaded;
    file.value = '';
  });
};

/** Makes "Forget everything" work, which asks first. */
export const startForgetting = (root: HTMLElement): void => {
  const [ask, sure, keep] = ['ask', 'sure', 'keep'].map((name) => root.querySelector<HTMLElement>(`[data-${name}]`));
  if (!ask || !sure || !keep) return;
  const show = (asking: boolean): void => {
    ask.hidden = asking;
    sure.hidden = keep.hidden = !asking;
    (asking ? keep : ask).focus();
  };
  ask.addEventListener('click', () => show(true));
  keep.addEventListener('click', () => show(false));
  sure.addEventListener('click', () => {
    forgetKept();
    chooseTheme('system');
    show(false);
    say(text.forgotten);
  });
};
