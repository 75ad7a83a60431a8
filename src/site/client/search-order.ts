import type { Hit, InnerHit } from './search-engine.ts';

const squeezed = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** How well a query names what a hit shows: 0 the whole name, 1 the whole title, 2 the beginning of either, 3 not at all. */
const distanceOf = (hit: Hit, query: string): number => {
  if (hit.meta['category'] !== 'entity') return 3;
  const name = hit.url.split('/').filter(Boolean).at(-1)?.toLowerCase() ?? '';
  const title = squeezed(hit.meta['title'] ?? '');
  if (name === query) return 0;
  if (title === query) return 1;
  return name.startsWith(query) || title.startsWith(query) ? 2 : 3;
};

/** Puts the entities that a query names before pages that only mention its words; else the engine's order stays. */
export const orderByName = (hits: readonly Hit[], query: string): readonly Hit[] => {
  const wanted = squeezed(query);
  if (wanted === '') return hits;
  return hits
    .map((hit) => ({ hit, distance: distanceOf(hit, wanted) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ hit }) => hit);
};

/** How well a heading answers a query: first by how many of its words it says, then by where the words occur below it. */
const worthOf = (inner: InnerHit, words: readonly string[]): readonly [said: number, score: number] => {
  const title = squeezed(inner.title);
  const whole = title.startsWith(words.join(' ')) ? 1 : 0;
  const score = inner.weighted_locations.reduce((sum, place) => sum + place.balanced_score, 0);
  return [words.filter((word) => title.includes(word)).length + whole, score];
};

/** The headings of a page that lead to what was looked for, best first. */
export const bestInnerHits = (inner: readonly InnerHit[], query: string): readonly InnerHit[] => {
  const words = squeezed(query).split(' ').filter(Boolean);
  return inner
    .map((hit) => ({ hit, worth: worthOf(hit, words) }))
    .sort((a, b) => b.worth[0] - a.worth[0] || b.worth[1] - a.worth[1])
    .map(({ hit }) => hit);
};
