import type { Head } from '../../git/head.ts';
import type { KnownBlob } from '../../repository-record.ts';

/** What a host's listing says of one repository, whichever API made it. */
export interface HostRepository {
  /** The host's own id: it stays through renaming and transfer. */
  readonly id: number;
  /** `owner/name`; on hosts with groups inside groups more segments than two. */
  readonly fullName: string;
  readonly webUrl: string;
  readonly cloneUrl: string;
  readonly description?: string;
  readonly archived: boolean;
  readonly fork: boolean;
  /** Somebody deleted it, and the host keeps it for some days more. */
  readonly going?: true;
  readonly visibility: HostVisibility;
  readonly topics: readonly string[];
  /** Where it stands, or why it stands nowhere; absent when the listing does not say. */
  readonly head?: Head | 'empty' | 'no-default-branch' | 'disabled' | 'code-hidden';
  /** Descriptors that came with the listing, by object id. */
  readonly blobs?: ReadonlyMap<string, KnownBlob>;
}

/** Who may see a repository: everybody, everybody who is signed in, or its members. */
export type HostVisibility = 'public' | 'internal' | 'private';

/** The repositories of an account, as far as they could be listed. */
export interface HostListing {
  readonly repositories: readonly HostRepository[];
  /** Why some may be missing; empty when the list is complete. Each is the end of a sentence. */
  readonly gaps: readonly Gap[];
}

/** One reason why a listing is incomplete. */
export interface Gap {
  readonly reason: string;
  readonly hint?: string;
}

/** What is not known to be public or internal is taken for private. */
export function visibilityOf(value: unknown): HostVisibility {
  const name = String(value).toLowerCase();
  return name === 'public' || name === 'internal' ? name : 'private';
}
