/** An entity that a repository defines which is not part of this run. */
export interface DefinedElsewhere {
  /** In the spelling of its model. */
  readonly kind: string;
  /** Slug of its repository. */
  readonly repository: string;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** What other repositories define, by canonical ref: references to it hold, and defining it again is defining it twice. */
export type Elsewhere = ReadonlyMap<string, DefinedElsewhere>;
