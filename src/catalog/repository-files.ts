import type { RepositoryFacts } from './suggestion/repository-facts.ts';

/** What is known of a repository whatever its host. */
export interface RepositoryInfo {
  /** Stable identity: the host's own id where it has one (`github:1296269`), else the canonical URL. */
  readonly id: string;
  /** What people call it and what diagnostics print: `owner/name`, or the folder's name. Unique in a portal. */
  readonly slug: string;
  /** Where people browse it (`https://github.com/owner/name`), if anywhere. */
  readonly webUrl?: string;
  /** How the host's web pages address a file; decides source, edit and raw links. */
  readonly host: 'github' | 'gitlab' | 'none';
  readonly branch: string;
  /** One commit; everything that is read of the repository in one run is from it. */
  readonly commit: string;
  /** Committer date of that commit, ISO 8601 in UTC. */
  readonly committedAt: string;
  readonly description?: string;
  /** Name of the configured source that found it. */
  readonly source: string;
  /** Kinds that this source's configuration allows beside or instead of the default; absent: the default. */
  readonly allowedKinds?: readonly string[];
  /** The host keeps it read-only. */
  readonly archived?: boolean;
  /** The host says that it began as a copy of another one. */
  readonly fork?: boolean;
  /** Topics that the host has for it, as it spells them. */
  readonly topics?: readonly string[];
  /** It was made from what a host knows of people; there is no such repository. */
  readonly generated?: true;
  /** It could not be read in this run and is as an earlier one read it; absent: it is as it stands today. */
  readonly stale?: StaleRepository;
}

/** Why a repository is shown as an earlier run read it. */
export interface StaleRepository {
  /** When it was last read, or confirmed to be unchanged; ISO 8601 in UTC. */
  readonly freshAt: string;
  /** Why, for people: one sentence with its full stop. */
  readonly reason: string;
  /** It is gone, but so is much else: it stays until somebody confirms the removal. */
  readonly held?: true;
}

/** One file of the commit that was kept. */
export interface RepositoryFile {
  readonly path: string;
  /** Git's object id of the blob: the address of its content in the blob store. */
  readonly oid: string;
  /** Size in bytes. */
  readonly size: number;
  /** Decoded text, for files asked for as text; absent for blobs. */
  readonly text?: string;
}

/** One repository at one commit: the few files that matter. */
export interface RepositoryFiles {
  readonly repository: RepositoryInfo;
  /** Descriptor files found by the configured catalog paths, sorted. */
  readonly catalogPaths: readonly string[];
  readonly files: ReadonlyMap<string, RepositoryFile>;
  /**
   * Paths that were asked for and that the commit has, or may have, though they could not be read: links, other encodings,
   * beyond a limit. A path that is neither here nor in `files` is proved not to be in the commit. Absent: none.
   */
  readonly unread?: ReadonlySet<string>;
  /** What its paths say of it; there only when none of them is a descriptor. */
  readonly facts?: RepositoryFacts;
  /** Who wrote the commit; there only beside `facts`, and where the commit says it. */
  readonly author?: CommitAuthor;
  /** Who wrote its newest commits, those with the most first; there only beside `facts`, where somebody asked and it could be read. */
  readonly contributors?: readonly FileAuthor[];
  /** Who changed its docs pages when, by path; absent: nobody asked, or it is not known. */
  readonly history?: ReadonlyMap<string, FileHistory>;
}

/** Who wrote a commit, in their own words. */
export interface CommitAuthor {
  readonly name: string;
  readonly email: string;
}

/** The commit that last changed a file. */
export interface FileChange {
  /** Its id, in full. */
  readonly commit: string;
  /** Committer date, ISO 8601 in UTC. */
  readonly at: string;
  readonly author: CommitAuthor;
}

/** Somebody who changed a file, as commits name them: one person may stand under several names. */
export interface FileAuthor extends CommitAuthor {
  readonly commits: number;
}

/** What Git knows of one file of the commit that is shown. */
export interface FileHistory {
  /** Absent: it lies before `since`. */
  readonly changed?: FileChange;
  /** Those with the most commits first. */
  readonly authors: readonly FileAuthor[];
  /** What was read of the history goes back to here, ISO 8601 in UTC. Absent: all that concerns the file was read. */
  readonly since?: string;
}

/** What a file selector sees of a repository while it is being read. */
export interface RepositoryView {
  readonly repository: RepositoryInfo;
  readonly catalogPaths: readonly string[];
  /** Every regular file of the commit, sorted. Symlinks and submodules are not among them. */
  readonly paths: readonly string[];
  /** Text of a file that has been read, else `undefined`. */
  readonly text: (path: string) => string | undefined;
}

/** A file that a selector wants: as text (catalog files, definitions) or as a blob (docs and their pictures). */
export interface FileRequest {
  readonly path: string;
  readonly as: 'text' | 'blob';
  /**
   * It is nice to have and no more: left out, without a word, when it has more bytes than this or cannot be used. Absent: it
   * is needed, and what keeps it out is reported.
   */
  readonly upTo?: number;
}

/**
 * Says which further files a room needs of a repository, given what has been read of it so far.
 * Pure. Asked again with every round until nothing new is wanted. Paths that do not exist are ignored.
 */
export type FileSelector = (view: RepositoryView) => Iterable<FileRequest>;
