/** A field of an entity before and after; a value that is long or no text is not told, only that it changed. */
export interface FieldChange {
  /** As its author writes it: `owner`, `tags`, `annotations.example.com/on-call`; `docs` and `repository` are ours. */
  readonly field: string;
  /** Absent where `to` is there: it had no such field. */
  readonly from?: string;
  /** Absent where `from` is there: it has no such field any more. */
  readonly to?: string;
}

/** What one build found to be different of one entity. */
export interface EntityChange {
  /** Canonical ref. */
  readonly ref: string;
  /** Its title or name then. */
  readonly title: string;
  readonly what: 'added' | 'changed' | 'removed';
  /** When the crawl began that found it, ISO 8601 in UTC. */
  readonly at: string;
  /** Slug of its repository then. */
  readonly repository: string;
  /** The commit that it was read at; absent for what is gone. */
  readonly commit?: string;
  /** Sorted by name; empty for what was added or removed. */
  readonly fields: readonly FieldChange[];
}
