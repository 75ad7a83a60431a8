/** Something that is to have a slug of its own. */
export interface SlugClaim {
  readonly id: string;
  /** What it would like. */
  readonly slug: string;
  readonly source: string;
}

/** Gives every claim a slug that no other one has, by id; whoever comes first has what it would like. Pure. */
export function shareSlugs(claims: readonly SlugClaim[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const slugs = new Map<string, string>();
  for (const claim of claims) {
    const slug = freeSlug(claim, taken);
    taken.add(slug);
    slugs.set(claim.id, slug);
  }
  return slugs;
}

function freeSlug({ slug, source }: SlugClaim, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  const longer = `${source}/${slug}`;
  let candidate = longer;
  for (let number = 2; taken.has(candidate); number += 1) candidate = `${longer}-${number}`;
  return candidate;
}
