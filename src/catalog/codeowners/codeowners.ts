/** One owner as a CODEOWNERS file names it. */
export interface CodeOwner {
  /** As it is written: `@acme/payments`, `@octocat`, `jane@example.com`. */
  readonly text: string;
  /** An `account` is a user on GitHub; on GitLab it is a user or a group at the top. */
  readonly type: 'team' | 'account' | 'email';
  /** `text` without the `@` in front. */
  readonly name: string;
}

/** One line that says whose files are. */
export interface CodeownersRule {
  readonly pattern: PathPattern;
  /** In the order of the line; empty: files that match are nobody's. */
  readonly owners: readonly CodeOwner[];
  /** GitLab: files that match are out of the section, whatever its other lines say. */
  readonly isExclusion?: true;
  /** 1-based. */
  readonly line: number;
}

/** Rules of which the last one that matches counts. A file without sections, as all of GitHub's, is one. */
export interface CodeownersSection {
  /** GitLab asks these owners without needing their approval. */
  readonly isOptional: boolean;
  readonly rules: readonly CodeownersRule[];
}

/** What a CODEOWNERS file says. */
export interface Codeowners {
  /** Path of the file in its repository. */
  readonly path: string;
  readonly dialect: CodeownersDialect;
  /** In the order of their first lines. */
  readonly sections: readonly CodeownersSection[];
}

/** Whose rules of the game hold. */
export type CodeownersDialect = 'github' | 'gitlab';

/** A pattern of paths, folder by folder. */
export type PathPattern = readonly PathStep[];

/** One name that fits, or any number of folders but no fewer than `least`. */
export type PathStep =
  | { readonly type: 'name'; readonly literal: string }
  | { readonly type: 'name'; readonly glob: readonly GlobStep[] }
  | { readonly type: 'folders'; readonly least: 0 | 1 };

/** One character that fits, or any number of them. */
export type GlobStep =
  | { readonly type: 'character'; readonly fits: string | ((character: string) => boolean) }
  | { readonly type: 'characters' };
