import { expect, it } from 'vitest';
import { simulateRemovals } from './simulate-removals.ts';

it.each([1, 2, 3])('takes away what is little or confirmed, and holds the rest (seed %i)', async (seed) => {
  expect(await simulateRemovals({ seed, repositories: 40, ticks: 40 })).toBeUndefined();
});
