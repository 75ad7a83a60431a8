import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { StageResult } from '../diagnostics/stage.ts';
import type { FoundRepository } from './sources/source.ts';

/**
 * Leaves out repositories that were found before (the first source wins) and gives those that share a slug with another
 * one a longer slug. Pure; depends on the order of what it is given.
 */
export function uniqueRepositories(found: readonly FoundRepository[]): StageResult<readonly FoundRepository[]> {
  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, FoundRepository>();
  const slugs = new Set<string>();
  const value: FoundRepository[] = [];
  for (const repository of found) {
    const earlier = first.get(repository.id) ?? first.get(repository.address);
    if (earlier) {
      diagnostics.push(describeRepetition(repository, earlier));
      continue;
    }
    const slug = freeSlug(repository, slugs);
    if (slug !== repository.slug) diagnostics.push(describeRenaming(repository, slug));
    const kept = { ...repository, slug };
    slugs.add(slug);
    first.set(repository.id, kept);
    first.set(repository.address, kept);
    value.push(kept);
  }
  return { value, diagnostics };
}

function freeSlug({ slug, source }: FoundRepository, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  const longer = `${source}/${slug}`;
  let candidate = longer;
  for (let number = 2; taken.has(candidate); number += 1) candidate = `${longer}-${number}`;
  return candidate;
}

function describeRepetition(repository: FoundRepository, earlier: FoundRepository): Diagnostic {
  const second = earlier.source === repository.source ? 'the same source again' : `source "${repository.source}" too`;
  return diagnose('crawl/repository-repeated', {
    message: `${repository.slug} was found by source "${earlier.source}" and by ${second}.`,
    source: { repository: earlier.slug },
  });
}

function describeRenaming(repository: FoundRepository, slug: string): Diagnostic {
  return diagnose('crawl/slug-repeated', {
    message: `Another repository is called ${repository.slug} already; this one is shown as ${slug}.`,
    source: { repository: slug },
  });
}
