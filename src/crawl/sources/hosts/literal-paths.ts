/** More paths than this are left to Git: each is a lookup in every repository of a page. */
const mostPaths = 12;

/**
 * The files that a listing can ask for by name: of `catalogPaths` those without a pattern, and alternatives in braces. The
 * others are found in the tree, through Git.
 */
export function literalCatalogPaths(catalogPaths: readonly string[]): readonly string[] {
  return [...new Set(catalogPaths.flatMap(literalPaths))].slice(0, mostPaths);
}

// The paths that a glob stands for when its only pattern is alternatives in braces; none for any other glob.
function literalPaths(glob: string): readonly string[] {
  const braces = glob.match(/^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s);
  if (braces) {
    const [, before = '', alternatives = '', after = ''] = braces;
    return alternatives.split(',').flatMap((each) => literalPaths(`${before}${each}${after}`));
  }
  return /[*?[\]{}()!+@|\\]/.test(glob) ? [] : [glob];
}
