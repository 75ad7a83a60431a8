import type { Head } from '../../git/head.ts';
import type { KnownBlob } from '../../repository-record.ts';

/** What a listing says of one repository, whichever API made it. */
export interface GithubRepository {
  /** The host's own id: it stays through renaming and transfer. */
  readonly id: number;
  /** `owner/name`. */
  readonly fullName: string;
  readonly webUrl: string;
  readonly cloneUrl: string;
  readonly description?: string;
  readonly archived: boolean;
  readonly fork: boolean;
  readonly visibility: 'public' | 'internal' | 'private';
  readonly topics: readonly string[];
  /** Where it stands, or why it stands nowhere; absent when the listing does not say. */
  readonly head?: Head | 'empty' | 'no-default-branch' | 'disabled';
  /** Descriptors that came with the listing, by object id. */
  readonly blobs?: ReadonlyMap<string, KnownBlob>;
}

/** The repositories of an account, as far as they could be listed. */
export interface GithubListing {
  readonly repositories: readonly GithubRepository[];
  /** Why some may be missing; empty when the list is complete. Each is the end of a sentence. */
  readonly gaps: readonly Gap[];
}

/** One reason why a listing is incomplete. */
export interface Gap {
  readonly reason: string;
  readonly hint?: string;
}
