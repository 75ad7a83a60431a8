import { distance } from 'fastest-levenshtein';
import type { KnownRepositories, KnownRepository } from '../known/known-repository.ts';
import { isNamed } from './is-named.ts';

/** The known repository that goes by this name or URL, now or formerly; today's names come first. Pure. */
export function matchKnown(name: string, known: KnownRepositories): KnownRepository | undefined {
  const all = [...known.values()];
  const slug = name.toLowerCase();
  return (
    all.find(({ repository, address }) => isNamed({ ...repository, address }, { name })) ??
    all.find(({ formerSlugs = [] }) => formerSlugs.some((each) => each.toLowerCase() === slug))
  );
}

/** At most three known repositories that are written much like this, the nearest first. Pure. */
export function nearMisses(name: string, known: KnownRepositories): readonly string[] {
  const wanted = name.toLowerCase();
  const nearness = (slug: string) => {
    const full = slug.toLowerCase();
    const short = full.split('/').at(-1) ?? full;
    return Math.min(distance(full, wanted), distance(short, wanted.split('/').at(-1) ?? wanted) + 1);
  };
  return [...known.values()]
    .map(({ repository: { slug } }) => ({ slug, far: nearness(slug) }))
    .filter(({ far }) => far <= Math.max(2, wanted.length / 4))
    .sort((a, b) => a.far - b.far || (a.slug < b.slug ? -1 : 1))
    .slice(0, 3)
    .map(({ slug }) => slug);
}
