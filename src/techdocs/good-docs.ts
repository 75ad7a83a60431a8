/** A docs site as the last build that could build it left it: a JSON value, nothing of the machine. */
export interface GoodDocs {
  /** {@link goodDocsId} of its repository and folder. */
  readonly id: string;
  /** `RepositoryInfo.id`. */
  readonly repositoryId: string;
  /** Folder of the site in the repository, `''` for its root. */
  readonly root: string;
  /** Name of its entry in the cache. */
  readonly entry: string;
  /** Hash of what its authors wrote. */
  readonly content: string;
  /** Canonical ref of the entity under whose URL it was published. */
  readonly entityRef: string;
  /** Refs of the entities that share it, sorted. */
  readonly entities: readonly string[];
  /** The newest commit that is known to hold it. */
  readonly commit: string;
  /** Committer date of that commit, ISO 8601 in UTC. */
  readonly at: string;
}

/** What a docs site is known by from build to build. */
export function goodDocsId(repositoryId: string, root: string): string {
  return `${repositoryId} ${root}`;
}
