import type { GlobStep, PathPattern, PathStep } from './codeowners.ts';

/** A path, ready to be matched. */
export type SplitPath = readonly PathName[];

interface PathName {
  readonly text: string;
  readonly characters: readonly string[];
}

/** Counts comparisons. */
export interface Meter {
  steps: number;
}

/** Prepares a path for any number of patterns. */
export function splitPath(path: string): SplitPath {
  return path.split('/').map((text) => ({ text, characters: [...text] }));
}

/** Whether a pattern matches a path. Never takes longer than the product of their lengths. */
export function matchesPattern(pattern: PathPattern, path: SplitPath, meter: Meter): boolean {
  // Most patterns of a large file begin with the names of other folders.
  let start = 0;
  for (let step = pattern[0]; step?.type === 'name' && 'literal' in step; step = pattern[start]) {
    meter.steps += 1;
    if (step.literal !== path[start]?.text) return false;
    start += 1;
  }
  return matchesSequence(pattern, path, start, meter, names);
}

interface Reading<Step, Item> {
  /** How many items a step takes at least that takes any number; `undefined` for one that takes exactly one. */
  readonly leastOf: (step: Step) => 0 | 1 | undefined;
  readonly fits: (step: Step, item: Item, meter: Meter) => boolean;
}

const characters: Reading<GlobStep, string> = {
  leastOf: (step) => (step.type === 'characters' ? 0 : undefined),
  fits: (step, character) =>
    step.type === 'character' && (typeof step.fits === 'string' ? step.fits === character : step.fits(character)),
};

const names: Reading<PathStep, PathName> = {
  leastOf: (step) => (step.type === 'folders' ? step.least : undefined),
  fits: (step, name, meter) => {
    if (step.type === 'folders') return false;
    if ('literal' in step) return step.literal === name.text;
    return matchesSequence(step.glob, name.characters, 0, meter, characters);
  },
};

// Only the last step that takes any number is ever tried again, which is what keeps hostile patterns cheap.
function matchesSequence<Step, Item>(
  steps: readonly Step[],
  items: readonly Item[],
  start: number,
  meter: Meter,
  { leastOf, fits }: Reading<Step, Item>,
): boolean {
  let at = start;
  let index = start;
  let again: { readonly at: number; index: number } | undefined;
  for (;;) {
    meter.steps += 1;
    const step = steps[at];
    const least = step === undefined ? undefined : leastOf(step);
    if (step === undefined && index === items.length) return true;
    if (least !== undefined && index + least <= items.length) {
      at += 1;
      index += least;
      again = { at, index };
    } else if (
      step !== undefined &&
      least === undefined &&
      index < items.length &&
      fits(step, items[index] as Item, meter)
    ) {
      at += 1;
      index += 1;
    } else if (again && again.index < items.length) {
      again.index += 1;
      at = again.at;
      index = again.index;
    } else return false;
  }
}
