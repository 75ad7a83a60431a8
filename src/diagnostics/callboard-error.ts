/** The run cannot go on: exit code 2. `title` says what, `hint` what to do; the cause is kept. */
export class CallboardError extends Error {
  readonly code: string;
  readonly hint: string;

  constructor(code: string, title: string, hint: string, options?: { readonly cause?: unknown }) {
    super(title, options);
    this.name = 'CallboardError';
    this.code = code;
    this.hint = hint;
  }
}
