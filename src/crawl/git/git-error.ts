/** Git ended badly. `output` is what it said, already without secrets. */
export class GitError extends Error {
  readonly output: string;

  constructor(command: string, output: string, options?: ErrorOptions) {
    super(`git ${command} failed: ${output.trim() || 'it said nothing'}`, options);
    this.name = 'GitError';
    this.output = output;
  }
}
