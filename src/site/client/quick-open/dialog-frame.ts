import * as text from '@text/quick-open';
import { element } from '../element.ts';
import { drawGlyph } from './draw-glyph.ts';

/** The parts of the dialog that change. */
export interface DialogFrame {
  readonly dialog: HTMLDialogElement;
  readonly field: HTMLInputElement;
  readonly list: HTMLElement;
  /** What is loading, or went wrong. */
  readonly notice: HTMLElement;
  /** Read to those who cannot see the list: how long it is. */
  readonly status: HTMLElement;
}

const id = 'cb-go-list';

const makeField = (): HTMLInputElement =>
  element('input', {
    type: 'text',
    name: 'query',
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': id,
    'aria-autocomplete': 'list',
    'aria-label': text.label,
    placeholder: text.placeholder,
    autocomplete: 'off',
    autocapitalize: 'none',
    autocorrect: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    maxlength: '200',
  });

const keyHint = (keys: string, what: string): HTMLElement => element('span', {}, element('kbd', {}, keys), ` ${what}`);

/** Makes the dialog, closed, at the end of the page. */
export const makeDialogFrame = (): DialogFrame => {
  const field = makeField();
  const list = element('div', { id, role: 'listbox', class: 'cb-go-list', 'aria-label': text.results });
  const notice = element('p', { class: 'cb-go-notice', hidden: '' });
  const status = element('p', { class: 'cb-hidden', role: 'status' });
  const close = element(
    'button',
    { type: 'button', class: 'cb-go-close', 'aria-label': text.close },
    drawGlyph('close'),
  );
  const keys = element(
    'p',
    { class: 'cb-go-keys', 'aria-hidden': 'true' },
    keyHint('↑ ↓', text.keys.move),
    keyHint('↵', text.keys.open),
    keyHint(text.keys.newTabKeys, text.keys.newTab),
    keyHint('Esc', text.keys.close),
  );
  const bar = element('div', { class: 'cb-go-bar' }, drawGlyph('search'), field, close);
  const dialog = element('dialog', { class: 'cb-go', 'aria-label': text.title }, bar, notice, list, status, keys);
  close.addEventListener('click', () => dialog.close());
  // Only the backdrop belongs to the dialog itself.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return { dialog, field, list, notice, status };
};
