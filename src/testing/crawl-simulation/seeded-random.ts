import { randomLcg } from 'd3';

/** Chance that comes out the same for the same seed. */
export interface SeededRandom {
  /** A whole number from 0, below this. */
  readonly below: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of them; `undefined` when there is none. */
  readonly pick: <Item>(items: readonly Item[]) => Item | undefined;
}

/** Starts a row of chances. Seeds next to each other have nothing in common. */
export function seededRandom(seed: number): SeededRandom {
  const next = randomLcg((Math.imul(seed + 1, 0x9e3779b1) >>> 0) / 2 ** 32);
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, chance: (probability) => next() < probability, pick: (items) => items[below(items.length)] };
}
