import { element, glyph } from '../element.ts';
import type { Visit } from '../personal/store.ts';

/** Draws visited pages with the time of their visit, in the language of the page. */
export const drawVisits = (list: HTMLElement, visits: readonly Visit[]): void => {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  list.replaceChildren(
    ...visits.map((visit) =>
      element(
        'li',
        {},
        glyph(visit.glyph),
        element('a', { href: visit.path }, visit.title),
        element('small', {}, format.format(visit.time)),
      ),
    ),
  );
};
