import picomatch from 'picomatch';
import type { FurtherTarget } from '../../catalog/locations/further-targets.ts';
import { repositoryKey } from '../../catalog/repository-urls.ts';
import { isSafeRefName } from '../address.ts';
import type { FoundRepository } from '../sources/source.ts';

/** A repository that no source lists and that a Location leads to. */
export interface FurtherRepository {
  readonly webUrl: string;
  readonly host: FoundRepository['host'];
  /** Branch, tag or commit that the address names; absent: the default branch. */
  readonly ref?: string;
  /** Sorted by address, each once. */
  readonly targets: readonly FurtherTarget[];
}

/** Where Locations lead beyond the files that a crawl reads anyway. */
export interface FurtherPlan {
  /** What to read of repositories that are listed, by id; sorted by address, each once. */
  readonly targets: ReadonlyMap<string, readonly FurtherTarget[]>;
  /** Sorted by address. */
  readonly repositories: readonly FurtherRepository[];
  /** What is not followed although a Location leads there, and why. */
  readonly refused: readonly { readonly url: string; readonly reason: string }[];
}

/** What decides on where Locations may lead. */
export interface FurtherInput {
  /** Every repository that is listed or known. */
  readonly found: readonly Pick<FoundRepository, 'id' | 'webUrl' | 'host' | 'remote'>[];
  readonly targets: readonly FurtherTarget[];
  /** `<host>/<owner>` of which sources list all that they want, lower case. */
  readonly owners: readonly string[];
  /** Globs on `<host>/<owner>/<name>` of unlisted repositories that may be followed; empty: none. */
  readonly follow: readonly string[];
}

/** How far a crawl follows Locations into other repositories. */
export const furtherLimits = { targets: 500, repositories: 100 } as const;

/**
 * Decides where Locations lead: to further files of repositories that are listed, and to repositories that no source lists, on
 * hosts that a source has. Those are read without a token, so that a Location can show nothing that is not public; what a
 * source leaves out of its own organisation stays left out. Pure; the same whatever the order of the targets.
 */
export function planFurther({ found, targets, owners, follow }: FurtherInput): FurtherPlan {
  const byKey = new Map(found.flatMap((each) => (each.webUrl ? [[repositoryKey(each.webUrl), each]] : [])));
  const hosts = new Map(
    found.flatMap(({ remote, webUrl, host }) => (remote && webUrl ? [[new URL(webUrl).origin, host]] : [])),
  );
  const isFollowed = picomatch([...follow], { dot: true, nocase: true });
  const listed = new Map<string, FurtherTarget[]>();
  const further = new Map<string, FurtherRepository>();
  const refused: { url: string; reason: string }[] = [];
  const unique = new Map(targets.map((target) => [target.url, target]));
  const sorted = [...unique.values()].sort((a, b) => (a.url < b.url ? -1 : 1));
  for (const [index, target] of sorted.entries()) {
    const { url, repository, webUrl } = target;
    const refuse = (reason: string) => refused.push({ url, reason });
    const known = byKey.get(repository);
    const host = hosts.get(new URL(webUrl).origin);
    const owner = owners.find((each) => repository.startsWith(`${each}/`));
    if (index >= furtherLimits.targets) refuse(`Locations may lead to ${furtherLimits.targets} files elsewhere`);
    else if (known) listed.set(known.id, [...(listed.get(known.id) ?? []), target]);
    else if (host === undefined) refuse('no source is configured for its host');
    else if (owner) refuse('the source for its owner does not list it');
    else if (!isFollowed(repository)) refuse('`catalog.followLocations` leaves it out');
    else {
      const before = further.get(repository);
      const added = addTarget(before, { webUrl, host, targets: [] }, target);
      if (!before && further.size >= furtherLimits.repositories) {
        refuse(`Locations may lead to ${furtherLimits.repositories} repositories that no source lists`);
      } else if (typeof added === 'string') refuse(added);
      else further.set(repository, added);
    }
  }
  return { targets: listed, repositories: [...further.values()], refused };
}

// One commit of each repository: the first address says which.
function addTarget(
  before: FurtherRepository | undefined,
  start: FurtherRepository,
  target: FurtherTarget,
): FurtherRepository | string {
  const slash = target.refAndPath.indexOf('/');
  const written = target.refAndPath.slice(0, slash);
  const ref = written === 'HEAD' ? undefined : written;
  if (slash <= 0 || (ref !== undefined && !isSafeRefName(ref))) return 'its address names no file';
  if (before && before.ref !== ref) return `its repository is read at ${before.ref ?? 'its default branch'}`;
  const { targets, ...rest } = before ?? start;
  return { ...rest, ...(ref !== undefined && { ref }), targets: [...targets, target] };
}
