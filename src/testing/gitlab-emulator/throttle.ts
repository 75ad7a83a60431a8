import type { Clock } from '../../crawl/clock.ts';
import { type Asker, RetryWindows } from '../host-emulator/retry-windows.ts';

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
  readonly #windows: RetryWindows;
  readonly #clock: Clock;
  readonly #limits: ThrottleLimits;
  readonly #counts = new Map<string, number>();

  constructor(clock: Clock, limits: ThrottleLimits) {
    this.#clock = clock;
    this.#limits = limits;
    this.#windows = new RetryWindows(clock, 1);
  }

  /** Requests that came in although the host had said to wait. */
  get impatient(): string[] {
    return this.#windows.impatient;
  }

  /** Counts a request; `undefined`, or the headers of the refusal. Refused requests count as well. */
  count(part: keyof ThrottleLimits, name: string, request: string): Record<string, string> | undefined {
    const key = `${part} ${name} ${Math.floor(this.#clock.now() / period)}`;
    const observed = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, observed);
    if (observed <= this.#limits[part]) return undefined;
    const seconds = Math.ceil((period - (this.#clock.now() % period)) / 1000);
    this.silence(part, name, seconds, request);
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

  /** Tells whoever asks with this token to wait, or with Git whoever asks. */
  silence(part: keyof ThrottleLimits, name: string, seconds: number, request: string): void {
    this.#windows.close(askerOf(part, name), this.#clock.now() + seconds * 1000, request);
  }

  /** Writes down who was told to wait and does not. */
  notice(part: keyof ThrottleLimits, name: string, request: string): void {
    this.#windows.notice(askerOf(part, name), request);
  }

  /** How long Git is to wait, in seconds. */
  secondsGitIsClosed(): number {
    return this.#windows.secondsClosed('git');
  }
}

function askerOf(part: keyof ThrottleLimits, name: string): Asker {
  return part === 'git' ? 'git' : `api ${name}`;
}
