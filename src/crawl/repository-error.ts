/** A repository cannot be read, for a reason that its source knows. `message` is the end of a sentence: `… cannot be read: …`. */
export class RepositoryError extends Error {
  /** What to do about it. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'RepositoryError';
    this.hint = hint;
  }
}
