import picomatch from 'picomatch';

// Each bounds how often a pattern can be tried against a hostile file name.
const starsPerSegment = 3;
const globstars = 4;

/** Whether a target holds wildcards. */
export function isGlob(target: string): boolean {
  return /[*?[\]{}]/.test(target);
}

/** The paths that a glob matches, in their order; `undefined` for a glob with too many wildcards to be tried safely. */
export function matchPaths(glob: string, paths: readonly string[]): string[] | undefined {
  const segments = glob.split('/');
  if (segments.filter((segment) => segment === '**').length > globstars) return undefined;
  if (segments.some((segment) => segment !== '**' && (segment.match(/\*/g)?.length ?? 0) > starsPerSegment)) {
    return undefined;
  }
  const tests = segments.map((segment) => (segment === '**' ? undefined : segmentTest(segment)));
  return paths.filter((path) => matchesSegments(path.split('/'), tests));
}

function segmentTest(segment: string): (name: string) => boolean {
  if (!isGlob(segment)) return (name) => name === segment;
  return picomatch(segment, { noextglob: true, nonegate: true, noglobstar: true });
}

// Segment by segment, so that wildcards of different folders do not multiply.
function matchesSegments(
  names: readonly string[],
  tests: readonly (((name: string) => boolean) | undefined)[],
): boolean {
  let reached = new Set([0]);
  for (const test of tests) {
    const next = new Set<number>();
    for (const index of reached) {
      if (test === undefined) {
        for (let to = index; to < names.length; to += 1) next.add(to);
      } else if (index < names.length && test(names[index] ?? '')) {
        next.add(index + 1);
      }
    }
    reached = next;
  }
  return reached.has(names.length);
}
