import { expand } from 'brace-expansion';
import picomatch from 'picomatch';

const usual = 'catalog-info.yaml';

/** Where a descriptor would be found that does not exist yet, by the globs that descriptors are looked for with. */
export function descriptorPath(globs: readonly string[]): string {
  if (picomatch.isMatch(usual, [...globs], { dot: true })) return usual;
  const literal = globs.flatMap((glob) => expand(glob)).find((path) => !/[*?[\]{}()!+@|\\]/.test(path));
  return literal ?? usual;
}
