import type { Clock } from '../../crawl/clock.ts';

/** How many requests a token may send within a minute. */
export interface ThrottleLimits {
  readonly api: number;
  readonly git: number;
}

/** Length of one window, in milliseconds. */
const period = 60_000;

/**
 * Counts requests by the minute, as GitLab does (lib/gitlab/rack_attack.rb), and notices who asks although told to wait.
 * https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/
 */
export class Throttle {
  /** Requests that came in although the host had said to wait. */
  readonly impatient: string[] = [];
  readonly #clock: Clock;
  readonly #limits: ThrottleLimits;
  readonly #counts = new Map<string, number>();
  readonly #silentUntil = { api: 0, git: 0 };

  constructor(clock: Clock, limits: ThrottleLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Counts a request; `undefined`, or the headers of the refusal. Refused requests count as well. */
  count(part: keyof ThrottleLimits, name: string): Record<string, string> | undefined {
    const key = `${part} ${name} ${Math.floor(this.#clock.now() / period)}`;
    const observed = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, observed);
    if (observed <= this.#limits[part]) return undefined;
    const seconds = Math.ceil((period - (this.#clock.now() % period)) / 1000);
    this.silence(seconds, part);
    return { ...this.headers(part, name), 'retry-after': String(seconds) };
  }

  headers(part: keyof ThrottleLimits, name: string): Record<string, string> {
    const number = Math.floor(this.#clock.now() / period);
    const observed = this.#counts.get(`${part} ${name} ${number}`) ?? 0;
    const reset = new Date((number + 1) * period);
    return {
      'ratelimit-name': part === 'api' ? 'throttle_authenticated_api' : 'throttle_authenticated_git_http',
      'ratelimit-limit': String(this.#limits[part]),
      'ratelimit-observed': String(observed),
      'ratelimit-remaining': String(Math.max(0, this.#limits[part] - observed)),
      'ratelimit-reset': String(reset.getTime() / 1000),
      'ratelimit-resettime': reset.toUTCString(),
    };
  }

  /** Tells everybody to wait; whoever does not is written down. */
  silence(seconds: number, part: keyof ThrottleLimits = 'api'): void {
    this.#silentUntil[part] = Math.max(this.#silentUntil[part], this.#clock.now() + seconds * 1000);
  }

  /** Whether somebody was told to wait and does not. */
  notice(part: keyof ThrottleLimits, request: string): void {
    if (this.#clock.now() < this.#silentUntil[part]) this.impatient.push(request);
  }
}
