import { expect, it } from 'vitest';
import { simulateCrashes } from './simulate-crashes.ts';

it.each([
  ['crawl', 20],
  ['build', 4],
] as const)('a %s killed at %i points is made good by the next', { timeout: 180_000 }, async (what, kills) => {
  expect(await simulateCrashes({ seed: 1, what, kills })).toBeUndefined();
});
