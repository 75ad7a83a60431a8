import { expect, it } from 'vitest';
import type { InnerHit } from './engine.ts';
import { bestInnerHits } from './inner-hits.ts';

it('puts the heading that a query names before those that only mention it', () => {
  const inner = (title: string, score: number): InnerHit => ({
    title,
    url: '#',
    excerpt: '',
    weighted_locations: [{ balanced_score: score }],
  });
  const all = [inner('Overview', 9), inner('When nothing helps', 1), inner('Helps', 2), inner('Notes', 3)];
  expect(bestInnerHits(all, 'When  nothing').map(({ title }) => title)).toEqual([
    'When nothing helps',
    'Overview',
    'Notes',
    'Helps',
  ]);
});
