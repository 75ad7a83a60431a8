import { element, glyph } from './element.ts';
import type { Hit } from './search-engine.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

const plain = (html: string): string =>
  html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(#?\w+);/g, (all, name: string) => entities[name] ?? all);

/** An excerpt as text with its `<mark>`s; whatever else it holds is text, never HTML. */
const excerptOf = (html: string): readonly (Node | string)[] =>
  html
    .split(/<mark>(.*?)<\/mark>/s)
    .map((part, index) => (index % 2 === 1 ? element('mark', {}, plain(part)) : plain(part)));

const innerHits = (hit: Hit): readonly Node[] => {
  const inner = hit.sub_results.filter((part) => part.url !== hit.url).slice(0, 3);
  if (inner.length === 0) return [];
  const items = inner.map((part) =>
    element(
      'li',
      {},
      element('a', { href: part.url }, part.title),
      element('p', { class: 'cb-excerpt' }, ...excerptOf(part.excerpt)),
    ),
  );
  return [element('ul', {}, ...items)];
};

/** A result: glyph, title, what it is, where the words occur, and the headings that lead to them. */
export const drawHit = (hit: Hit): HTMLLIElement => {
  const { title, subtitle, glyph: name } = hit.meta;
  return element(
    'li',
    {},
    glyph(name ?? 'entity'),
    element('a', { class: 'cb-hit', href: hit.url }, title ?? hit.url),
    ...(subtitle ? [element('p', { class: 'cb-hit-subtitle' }, subtitle)] : []),
    element('p', { class: 'cb-excerpt' }, ...excerptOf(hit.excerpt)),
    ...innerHits(hit),
  );
};
