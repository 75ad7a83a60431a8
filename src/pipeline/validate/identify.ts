import { repositoryKey } from '../../catalog/repository-urls.ts';
import type { PublishedCatalog, PublishedRepository } from '../published/published-catalog.ts';

/** What says which repository is being validated, most certain first. */
export interface Clues {
  /** `--repository`. */
  readonly given?: string;
  /** What CI says: `owner/name`, and its web address. */
  readonly ci?: { readonly slug: string; readonly webUrl?: string };
  /** The origin remote. */
  readonly origin?: { readonly slug: string; readonly webUrl?: string };
  /** Name of the folder. */
  readonly folder: string;
}

/** Which repository of the portal is being validated. */
export type Identity =
  | { readonly type: 'known'; readonly repository: PublishedRepository }
  /** Its name is certain, and the portal has none of that name yet. */
  | { readonly type: 'new'; readonly slug: string }
  | { readonly type: 'unknown' };

type Variables = Readonly<Record<string, string | undefined>>;

/** What the variables of GitHub Actions and GitLab CI say. */
export function cluesOfCi(environment: Variables): Clues['ci'] {
  const { GITHUB_REPOSITORY, GITHUB_SERVER_URL, CI_PROJECT_PATH, CI_PROJECT_URL } = environment;
  if (GITHUB_REPOSITORY) {
    const webUrl = `${GITHUB_SERVER_URL || 'https://github.com'}/${GITHUB_REPOSITORY}`;
    return { slug: GITHUB_REPOSITORY, webUrl };
  }
  return CI_PROJECT_PATH ? { slug: CI_PROJECT_PATH, ...(CI_PROJECT_URL && { webUrl: CI_PROJECT_URL }) } : undefined;
}

/** The name for this repository where no portal says another. */
export function slugOf({ given, ci, origin, folder }: Clues): string {
  return given ?? ci?.slug ?? origin?.slug ?? folder;
}

/**
 * Finds the repository among those of the portal: by the name that was given, else by web address, else by name. A clone
 * of a fork, whose owner the portal does not know, is taken for the only repository of the same name.
 */
export function identify(clues: Clues, { repositories }: PublishedCatalog): Identity {
  const bySlug = (slug: string) => repositories.find((item) => item.slug.toLowerCase() === slug.toLowerCase());
  const { given, ci, origin } = clues;
  if (given !== undefined) return known(bySlug(given)) ?? { type: 'new', slug: given };
  const certain = ci ?? origin;
  const found =
    byWebUrl(repositories, certain?.webUrl) ??
    (certain && bySlug(certain.slug)) ??
    (ci ? undefined : byLastName(repositories, origin?.slug)) ??
    (certain ? undefined : bySlug(clues.folder));
  return known(found) ?? (certain ? { type: 'new', slug: certain.slug } : { type: 'unknown' });
}

function known(repository: PublishedRepository | undefined): Identity | undefined {
  return repository && { type: 'known', repository };
}

function byWebUrl(repositories: readonly PublishedRepository[], webUrl: string | undefined) {
  const key = webUrl && repositoryKey(webUrl);
  return key ? repositories.find((item) => item.webUrl && repositoryKey(item.webUrl) === key) : undefined;
}

function byLastName(repositories: readonly PublishedRepository[], slug: string | undefined) {
  const name = slug && lastName(slug);
  const same = name ? repositories.filter((item) => lastName(item.slug) === name) : [];
  return same.length === 1 ? same[0] : undefined;
}

function lastName(slug: string): string {
  return slug.slice(slug.lastIndexOf('/') + 1).toLowerCase();
}
