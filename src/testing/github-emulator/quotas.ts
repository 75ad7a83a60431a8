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

/** Counts what each identity spends, and notices who asks although told to wait. */
export class Quotas {
  /** Requests that came in although the host had said to wait. */
  readonly impatient: string[] = [];
  readonly #clock: Clock;
  readonly #limits: QuotaLimits;
  readonly #windows = new Map<string, Window>();
  #silentUntil = 0;

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

  /** Tells everybody to wait; whoever does not is written down. */
  silence(seconds: number): void {
    this.silenceUntil(this.#clock.now() + seconds * 1000);
  }

  /** The same, until an instant. */
  silenceUntil(time: number): void {
    this.#silentUntil = Math.max(this.#silentUntil, time);
  }

  /** Whether somebody was told to wait and does not. */
  notice(request: string): boolean {
    if (this.#clock.now() >= this.#silentUntil) return false;
    this.impatient.push(request);
    return true;
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
