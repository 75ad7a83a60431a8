import { element, glyph } from '../element.ts';
import { kindText } from '../personal/kind-text.ts';
import type { Visit } from '../personal/store.ts';

/** Draws visited pages with the time of their visit, in the language of the page. */
export const drawVisits = (list: HTMLElement, visits: readonly Visit[]): void => {
  const { lang } = document.documentElement;
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'medium', timeStyle: 'short' });
  list.replaceChildren(
    ...visits.map((visit) =>
      element(
        'li',
        {},
        glyph(visit.glyph),
        element(
          'span',
          {},
          element('a', { href: visit.path }, visit.title),
          ' ',
          element('small', {}, kindText(visit.ref)),
        ),
        element('small', {}, format.format(visit.time)),
      ),
    ),
  );
};
