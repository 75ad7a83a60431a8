/** Base path of this portal. */
export const base = document.documentElement.dataset['base'] ?? '/';

/** A path of the portal as it is asked for. */
export const urlIn = (path: string): string => base + path;

/** `19 Nov 2026, 14:02`, where the reader is. */
export const localTime = (time: string): string => {
  const { lang } = document.documentElement;
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'medium', timeStyle: 'short' });
  return Number.isNaN(Date.parse(time)) ? time : format.format(new Date(time));
};

/** Whether this browser lets anything be saved here. */
export const canSave = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis && 'locks' in navigator;
