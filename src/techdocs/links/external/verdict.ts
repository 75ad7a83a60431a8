/** What became of asking for an address. */
export type Outcome =
  /** It is there; `to` where it has moved to for good, if it has. */
  | { readonly type: 'good'; readonly to?: string }
  /** Its host says that there is nothing, or there is no such host. */
  | { readonly type: 'broken'; readonly reason: string }
  /** It could not be asked: no connection, no answer in time, a server in trouble. */
  | { readonly type: 'unreachable'; readonly reason: string }
  /** The host answers, and does not say to us whether it is there; `isBusy`: it wants to be left alone. */
  | { readonly type: 'unclear'; readonly isBusy?: true }
  /** Not asked: it leads into a private network. */
  | { readonly type: 'private' };

/** An outcome that is remembered. */
export interface Verdict {
  readonly url: string;
  readonly outcome: Outcome;
  /** Milliseconds since 1970. */
  readonly checkedAt: number;
}
