import type { InnerHit } from './engine.ts';

const squeezed = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');

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
