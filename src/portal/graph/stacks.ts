import type { Density } from './drawing-sizes.ts';
import type { Bundle } from './neighbourhood-plan.ts';

/** A bundle whose rows have their heights on the page; the focus is at 0. */
export interface StackedBundle {
  readonly bundle: Bundle;
  /** Top edge of each subject's box, in the order of the subjects. */
  readonly tops: readonly number[];
}

/** Vertical extent. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Height of `bundles` stacked with even gaps; nothing has no height. */
export function stackHeight(bundles: readonly Bundle[], density: Density): number {
  const rows = bundles.reduce((sum, bundle) => sum + bundle.subjects.length, 0);
  if (rows === 0) return 0;
  const gaps = (rows - bundles.length) * density.rowGap + (bundles.length - 1) * density.bundleGap;
  return rows * density.nodeHeight + gaps;
}

/** Stacks bundles downwards from `top`. */
export function stackFrom(bundles: readonly Bundle[], top: number, density: Density): readonly StackedBundle[] {
  let next = top;
  return bundles.map((bundle) => {
    const tops = bundle.subjects.map((_, row) => next + row * (density.nodeHeight + density.rowGap));
    next = (tops.at(-1) ?? next) + density.nodeHeight + density.bundleGap;
    return { bundle, tops };
  });
}

/** Stacks bundles so that their middle is at the height of the focus. */
export function stackCentred(bundles: readonly Bundle[], density: Density): readonly StackedBundle[] {
  return stackFrom(bundles, -stackHeight(bundles, density) / 2, density);
}

/** Members stand inside the frame at the height of the focus, the others above and below it, evenly shared. */
export function stackAroundFrame(bundles: readonly Bundle[], frame: Band, density: Density): readonly StackedBundle[] {
  const above: Bundle[] = [];
  const below: Bundle[] = [];
  for (const bundle of bundles.filter((other) => !other.member)) {
    (stackHeight(above, density) <= stackHeight(below, density) ? above : below).push(bundle);
  }
  const gap = density.bundleGap / 2;
  return [
    ...stackFrom(above, frame.top - gap - stackHeight(above, density), density),
    ...stackCentred(
      bundles.filter((bundle) => bundle.member),
      density,
    ),
    ...stackFrom(below, frame.bottom + gap, density),
  ];
}
