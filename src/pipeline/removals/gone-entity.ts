import { sha256 } from '../../state/durable-file.ts';

/** An entity that the run before showed and that this one proves to be gone. */
export interface GoneEntity {
  /** Canonical ref. */
  readonly ref: string;
  /** `RepositoryInfo.id` of the repository that it was last read in. */
  readonly repositoryId: string;
  /** Name of that repository's source. */
  readonly source: string;
  /** Its repository is there and was read, and does not define it any more: its own people took it out. */
  readonly inside?: true;
  /** Ids under which earlier runs held its removal; absent: none did. */
  readonly held?: readonly string[];
}

/** Names exactly these removals, in a way that YAML takes for text: the same in every order and on every machine. */
export function idOfRemovals(gone: readonly GoneEntity[]): string {
  const lines = gone.map(({ ref, repositoryId }) => `${ref} ${repositoryId}`).sort();
  return `r${sha256(lines.join('\n')).slice(0, 9)}`;
}
