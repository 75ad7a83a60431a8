import { expect, it } from 'vitest';
import { simulateFaults } from './simulate-faults.ts';

/** Twelve rows of 25 runs; each row has an organisation of its own. */
const seeds = Array.from({ length: 12 }, (_, index) => index + 1);

it.each(seeds)('loses nothing and removes nothing falsely, whatever goes wrong (seed %i)', async (seed) => {
  expect(await simulateFaults({ seed, repositories: 4 + (seed % 5), runs: 25 })).toBeUndefined();
});
