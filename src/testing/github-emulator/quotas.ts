import type { Clock } from '../../crawl/clock.ts';

/** What an identity may spend within an hour. */
export interface QuotaLimits {
  /** Requests. */
  readonly rest: number;
  /** Points. */
  readonly graphql: number;
}

/** One hourly allowance. */
interface Window {
  readonly limit: number;
  used: number;
  /** Milliseconds since 1970. */
  reset: number;
}

/** Counts what each identity spends. */
export class Quotas {
  readonly #clock: Clock;
  readonly #limits: QuotaLimits;
  readonly #windows = new Map<string, Window>();

  constructor(clock: Clock, limits: QuotaLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** The allowance of an identity for now. */
  window(identity: string, resource: keyof QuotaLimits): Window {
    const key = `${resource} ${identity}`;
    const known = this.#windows.get(key);
    if (known && known.reset > this.#clock.now()) return known;
    const limit = identity === 'anonymous' ? Math.min(60, this.#limits[resource]) : this.#limits[resource];
    const fresh = { limit, used: 0, reset: this.#clock.now() + 3_600_000 };
    this.#windows.set(key, fresh);
    return fresh;
  }

  headers(identity: string, resource: keyof QuotaLimits): Record<string, string> {
    const { limit, used, reset } = this.window(identity, resource);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - used)),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(Math.ceil(reset / 1000)),
      'x-ratelimit-resource': resource === 'rest' ? 'core' : 'graphql',
    };
  }
}
