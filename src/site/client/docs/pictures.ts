import * as text from '@text/docs';
import { element } from '../element.ts';

/** Smaller ones are signs and badges. */
const leastWidth = 120;

const show = (picture: HTMLImageElement): void => {
  const caption = picture.closest('figure')?.querySelector('figcaption')?.textContent?.trim() || picture.alt;
  const dialog = element(
    'dialog',
    { class: 'cb-lightbox', 'aria-label': picture.alt || text.picture },
    element(
      'figure',
      {},
      element('img', { src: picture.src, alt: picture.alt }),
      ...(caption ? [element('figcaption', {}, caption)] : []),
    ),
    element('form', { method: 'dialog' }, element('button', {}, text.close)),
  );
  dialog.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};

const equip = (picture: HTMLImageElement): void => {
  if (picture.clientWidth < leastWidth || picture.closest('a, button, summary, label')) return;
  picture.setAttribute('role', 'button');
  picture.setAttribute('aria-haspopup', 'dialog');
  picture.setAttribute('aria-label', text.fullSize(picture.alt || text.picture));
  picture.tabIndex = 0;
  picture.addEventListener('click', () => show(picture));
  picture.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    show(picture);
  });
};

/** A picture can be opened in full size, by pointer and by keyboard; Escape closes it and leads back. */
export const enlargePictures = (prose: HTMLElement): void => {
  for (const picture of prose.querySelectorAll('img')) {
    if (picture.complete && picture.clientWidth > 0) equip(picture);
    else picture.addEventListener('load', () => equip(picture), { once: true });
  }
};
