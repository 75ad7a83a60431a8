import type { InferredOwner } from '../codeowners/infer-owner.ts';

/** An entity as it was when it was last good: enough to make it again without its repository. */
export interface GoodEntity {
  /** Canonical ref. */
  readonly ref: string;
  readonly path: string;
  /** The configured catalog file that led to `path`. */
  readonly origin: string;
  /** The file whose Location led to `path`; absent for configured catalog files. */
  readonly from?: string;
  /** 1-based line on which the document began. */
  readonly line: number;
  /** The document as its author wrote it. */
  readonly text: string;
  /** Texts of the files that its placeholders embed, by path. */
  readonly embedded?: Readonly<Record<string, string>>;
  /** What stood in the same file and was bad already, so that it cannot be this entity's new version. */
  readonly beside?: readonly string[];
  /** A field was missing already that a placeholder was to fill. */
  readonly incomplete?: true;
  /** Whom CODEOWNERS named for it, as it named no owner. */
  readonly inferredOwner?: InferredOwner;
  /** Another repository's definition counted and not this one. */
  readonly lost?: true;
  /** It is gone, and its removal awaits confirmation: the ids under which it was listed, oldest first. */
  readonly held?: readonly string[];
  /** The last commit that was read with this definition in it. */
  readonly commit: string;
  /** Committer date of that commit, ISO 8601 in UTC. */
  readonly committedAt: string;
}

/** The last good entities of one repository. */
export interface GoodRepository {
  /** `RepositoryInfo.id`: a rename of the repository changes nothing. */
  readonly id: string;
  /** Sorted by ref; one a ref. */
  readonly entities: readonly GoodEntity[];
}

/** The last good entities of every repository that was ever read, by repository id. */
export type LastGood = ReadonlyMap<string, GoodRepository>;

/** An entity that its repository no longer defines, though today's rules would let it. */
export interface GoneDefinition {
  /** Canonical ref. */
  readonly ref: string;
  /** `RepositoryInfo.id`. */
  readonly repositoryId: string;
}
