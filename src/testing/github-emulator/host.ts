import type { Clock } from '../../crawl/clock.ts';
import type { RetryWindows } from '../host-emulator/retry-windows.ts';
import type { Access } from './access.ts';
import type { GithubModel } from './github-model.ts';
import type { QuotaLimits, Quotas } from './quotas.ts';

/** One request that came in. */
export interface SeenRequest {
  readonly kind: 'rest' | 'graphql' | 'git';
  /** `GET /orgs/acme/repos?page=1`, without the prefix of the API. */
  readonly line: string;
  readonly authorization: string | undefined;
}

/** How an emulated host differs from the usual one. */
export interface EmulatorOptions {
  /** A personal token that sees everything; by default `canary-token`. */
  readonly token?: string;
  readonly clock?: Clock;
  readonly limits?: QuotaLimits;
  /** Whether Git is answered from memory rather than by the real `git http-backend`. */
  readonly gitFromMemory?: boolean;
  /** How many sources ask with the same credentials at once; by default one. */
  readonly sources?: number;
  /** Whether there is a GraphQL API. By default there is. */
  readonly graphql?: boolean;
  /** Every request waits this many milliseconds first, as if the host were far away. */
  readonly latency?: number;
}

/** What answers need. */
export interface Host {
  readonly model: GithubModel;
  readonly access: Access;
  readonly quotas: Quotas;
  readonly windows: RetryWindows;
  readonly clock: Clock;
  readonly options: EmulatorOptions;
  /** `http://127.0.0.1:…`. */
  readonly web: string;
  readonly api: string;
}
