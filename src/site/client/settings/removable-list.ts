import { element, glyph } from '../element.ts';
import { say } from '../say.ts';

/** One line that can be taken away. */
export interface Removable {
  readonly glyph: string;
  readonly title: string;
  readonly url: string;
  readonly note?: string;
  /** What the button is called. */
  readonly removeText: string;
  readonly removedText?: string;
  readonly remove: () => void;
}

/** Draws lines with a button each; after one is removed, the next button has the focus, or else `otherwise`. */
export const drawRemovable = (list: HTMLElement, items: readonly Removable[], otherwise: HTMLElement): void => {
  list.replaceChildren(
    ...items.map((item, index) => {
      const button = element(
        'button',
        { type: 'button', class: 'cb-put-away', 'aria-label': item.removeText, title: item.removeText },
        glyph('close'),
      );
      button.addEventListener('click', () => {
        item.remove();
        const buttons = list.querySelectorAll('button');
        (buttons[Math.min(index, buttons.length - 1)] ?? otherwise).focus();
        say(item.removedText ?? item.removeText);
      });
      return element(
        'li',
        {},
        glyph(item.glyph),
        element(
          'span',
          {},
          element('a', { href: item.url }, item.title),
          ...(item.note ? [' ', element('small', {}, item.note)] : []),
        ),
        button,
      );
    }),
  );
};
