import * as text from '@text/offline';
import { element } from '../element.ts';
import { failureText } from './failure-text.ts';
import { readPending } from './pending.ts';
import { base } from './place.ts';
import { type Progress, savePart } from './save.ts';
import { loadSheet } from './sheet.ts';

/** Goes on with what a page that was left had begun to save, unless another tab does. */
export const resumeSaving = async (): Promise<void> => {
  const choice = readPending();
  if (!choice) return;
  const { held = [] } = await navigator.locks.query();
  if (held.some(({ name }) => name === `callboard offline ${base}`)) return;
  loadSheet();
  const stop = new AbortController();
  const message = element('span', {}, text.saving(choice.title));
  const cancel = element('button', { type: 'button', class: 'cb-offline-button' }, text.cancel);
  const bar = element('aside', { class: 'cb-offline cb-copy-bar', 'data-saving-bar': '' }, message, cancel);
  cancel.addEventListener('click', () => {
    stop.abort();
    bar.remove();
  });
  document.body.append(bar);
  const show = ({ files, ofFiles, bytes, ofBytes }: Progress): void => {
    message.textContent = `${text.saving(choice.title)}: ${text.progress(files, ofFiles, bytes, ofBytes)}`;
  };
  const end = (words: string): void => {
    message.setAttribute('role', 'status');
    message.textContent = words;
    cancel.textContent = text.close;
  };
  await savePart(choice, stop.signal, show).then(
    () => end(text.isSaved(choice.title)),
    (error: unknown) => end(failureText(error)),
  );
};
