/** Git ended badly. `output` is what it said, already without secrets. */
export class GitError extends Error {
  readonly output: string;
  /** How long the host said to leave it alone, when it said so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(command: string, output: string, options?: ErrorOptions & { readonly retryAfterSeconds?: number }) {
    super(`git ${command} failed: ${output.trim() || 'it said nothing'}`, options);
    this.name = 'GitError';
    this.output = output;
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }
}
