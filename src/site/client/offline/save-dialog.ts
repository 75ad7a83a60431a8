import * as text from '@text/offline';
import { element } from '../element.ts';
import { partPanel } from './part-panel.ts';
import { urlIn } from './place.ts';
import type { PartChoice } from './records.ts';
import { loadSheet } from './sheet.ts';

/** Opens what a "Save for offline" button leads to: how large it is, saving, updating, removing. */
export const openSaveDialog = (button: HTMLElement): void => {
  loadSheet();
  const choice = { search: true, ...JSON.parse(button.dataset['saveOffline'] ?? '{}') } as PartChoice;
  const close = element('button', { type: 'button', class: 'cb-offline-button' }, text.close);
  const title = element('h2', { id: 'cb-offline-title' }, text.saveForOffline);
  const more = element('a', { class: 'cb-link', href: urlIn('settings/#offline') }, text.moreInSettings);
  const dialog = element(
    'dialog',
    { class: 'cb-offline cb-offline-dialog', 'aria-labelledby': title.id },
    title,
    partPanel(choice),
    element('p', { class: 'cb-offline-foot' }, more, close),
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    button.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
};
