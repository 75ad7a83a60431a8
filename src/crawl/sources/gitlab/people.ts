/** A group that is, or lies below, the one that a source reads. */
export interface GitlabGroup {
  /** The host's own id: it stays through renaming and transfer. */
  readonly id: number;
  readonly fullPath: string;
  readonly name: string;
  readonly description?: string;
  /** Usernames of its direct members; empty when they were not asked for. */
  readonly members: readonly string[];
}

/** Somebody who is a direct member of one of the groups, and in use. */
export interface GitlabMember {
  readonly username: string;
  readonly name: string;
  readonly webUrl: string;
  /** The address that they show to everybody. */
  readonly email?: string;
}

/** Groups and members of one source. */
export interface GitlabPeople {
  readonly groups: readonly GitlabGroup[];
  readonly members: readonly GitlabMember[];
}
