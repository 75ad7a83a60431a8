/** A repository cannot be read, for a reason that its source knows. `message` is the end of a sentence: `… cannot be read: …`. */
export class RepositoryError extends Error {
  /** What to do about it. */
  readonly hint: string;
  /** The host says that there is nothing in it to read, rather than that it cannot be read now. */
  readonly isEmpty: boolean;

  constructor(message: string, hint: string, isEmpty = false) {
    super(message);
    this.name = 'RepositoryError';
    this.hint = hint;
    this.isEmpty = isEmpty;
  }
}
