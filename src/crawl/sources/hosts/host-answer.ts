/** What a host answered, whatever it was. */
export interface HostAnswer {
  /** 0 when there was no answer at all. */
  readonly status: number;
  /** Lower case names. */
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  /** Parsed JSON, or text that is none. */
  readonly body: unknown;
  /** Why there was no answer. */
  readonly problem?: string;
  /** It was given up because it took too long. */
  readonly late?: boolean;
  /** It was given up because it did not end. */
  readonly oversized?: boolean;
}

/** Why an answer is of no use. */
export interface HostFailure {
  readonly kind: FailureKind;
  /** The end of a sentence: `…: the host refuses the token`. */
  readonly reason: string;
  readonly hint: string;
  /** For `limited`: how long the host wants to be left alone, where it says so. */
  readonly waitSeconds?: number;
}

/**
 * `limited`: ask again after a wait. `passing`: it may work a moment later. `too-much`: ask for less. `unsupported`: this host
 * has no such API. All others stay until somebody does something.
 */
export type FailureKind =
  | 'limited'
  | 'passing'
  | 'too-much'
  | 'unsupported'
  | 'credentials'
  | 'single-sign-on'
  | 'ip-allow-list'
  | 'suspended'
  | 'forbidden'
  | 'not-found'
  | 'blocked'
  | 'moved';
