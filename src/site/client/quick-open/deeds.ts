import * as text from '@text/quick-open';
import { say } from '../say.ts';
import type { Deed } from './row.ts';

const copy = async (value: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(value);
    say(text.copied);
  } catch {
    say(text.copyFailed);
  }
};

/** Does what a row says, with quick open out of the way; going on with a query is the dialog's own matter. */
export const doDeed = (deed: Exclude<Deed, { does: 'complete' }>, isNewTab: boolean): void => {
  if (deed.does === 'open') {
    if (isNewTab) window.open(deed.url, '_blank', 'noopener');
    else location.assign(deed.url);
  } else if (deed.does === 'copy') copy(deed.text);
  else document.querySelector<HTMLElement>(`[data-theme-choice=${deed.theme}]`)?.click();
};
