import { element, glyph } from '../element.ts';
import type { Hit } from './engine.ts';
import { bestInnerHits } from './inner-hits.ts';
import { textDirective } from './text-fragment.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

const plain = (html: string): string =>
  html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(#?\w+);/g, (all, name: string) => entities[name] ?? all);

const plainButMarks = (html: string): string =>
  html
    .split(/(<\/?mark>)/)
    .map((part, index) => (index % 2 === 1 ? part : plain(part)))
    .join('');

/** An excerpt as text with its `<mark>`s; whatever else it holds is text, never HTML. */
const excerptOf = (html: string): readonly (Node | string)[] =>
  html
    .split(/<mark>(.*?)<\/mark>/s)
    .map((part, index) => (index % 2 === 1 ? element('mark', {}, plain(part)) : plain(part)));

/** An entity's indexed text begins with its title, which the result already says. */
const withoutTitle = (excerpt: string, title: string): string => {
  const opening = excerpt.replace(/^(?:<mark>)?/, '').replace('</mark>', '');
  return opening.startsWith(`${title}.`) ? opening.slice(title.length + 1) : excerpt;
};

/** Where a heading leads: the browser marks the words that were looked for, if it knows how, or goes to the heading. */
const addressOf = (url: string, excerpt: string): string => {
  const directive = textDirective(plainButMarks(excerpt));
  return directive === '' ? url : `${url}${url.includes('#') ? '' : '#'}${directive}`;
};

/** A heading without the sign of its permanent link. */
const headingOf = (title: string): string => title.replace(/\s*[¶#]$/, '').trim();

const innerHitsOf = (hit: Hit, query: string): Hit['sub_results'] => {
  const below = hit.sub_results.filter((part) => headingOf(part.title) !== hit.meta['title']);
  return bestInnerHits(below, query).slice(0, 3);
};

const drawInnerHits = (inner: Hit['sub_results']): readonly Node[] => {
  if (inner.length === 0) return [];
  const items = inner.map((part) =>
    element(
      'li',
      {},
      element('a', { href: addressOf(part.url, part.excerpt) }, headingOf(part.title)),
      element('p', { class: 'cb-excerpt' }, ...excerptOf(withoutTitle(part.excerpt, headingOf(part.title)))),
    ),
  );
  return [element('ul', {}, ...items)];
};

/** A result: glyph, title, what it is, where the words occur, and the headings that lead to them. */
export const drawHit = (hit: Hit, query: string): HTMLLIElement => {
  const { title, subtitle, glyph: name } = hit.meta;
  const inner = innerHitsOf(hit, query);
  // The best excerpt is often that of a heading below; once is enough.
  const told = inner.some((part) => plain(part.excerpt).slice(0, 40) === plain(hit.excerpt).slice(0, 40));
  const excerpt = excerptOf(withoutTitle(hit.excerpt, title ?? ''));
  return element(
    'li',
    {},
    glyph(name ?? 'entity'),
    element('a', { class: 'cb-hit', href: hit.url }, title ?? hit.url),
    ...(subtitle ? [element('p', { class: 'cb-hit-subtitle' }, subtitle)] : []),
    ...(told || hit.excerpt === '' ? [] : [element('p', { class: 'cb-excerpt' }, ...excerpt)]),
    ...drawInnerHits(inner),
  );
};
