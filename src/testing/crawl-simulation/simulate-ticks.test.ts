import { expect, it } from 'vitest';
import { simulateTicks } from './simulate-ticks.ts';

it.each([1, 2, 3])('shows after every tick what the model says, whatever happened between (seed %i)', async (seed) => {
  expect(await simulateTicks({ seed, repositories: 8, ticks: 40 })).toBeUndefined();
});
