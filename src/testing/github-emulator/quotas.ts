import type { Clock } from '../../crawl/clock.ts';

/** What an identity may spend within an hour. */
export interface QuotaLimits {
  /** Requests. */
  readonly rest: number;
  /** Points. */
  readonly graphql: number;
}

/** The host counts what its API is asked and what Git is asked each for itself. */
type HostPart = 'api' | 'git';

/** Git is asked for that many repositories at once: so many requests may be on their way when the host says to wait. */
const mostUnderWay = 16;

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
  readonly #silentUntil = { api: 0, git: 0 };
  /** Repositories that Git was told to wait for, or was asking for already. */
  readonly #told = new Set<string>();

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

  /** Tells everybody to wait, who asked this to begin with; whoever does not is written down. */
  silence(seconds: number, part: HostPart = 'api', request = ''): void {
    this.silenceUntil(this.#clock.now() + seconds * 1000, part);
    if (part === 'git') this.#told.add(repositoryOf(request));
  }

  /** The same, until an instant. */
  silenceUntil(time: number, part: HostPart = 'api'): void {
    this.#silentUntil[part] = Math.max(this.#silentUntil[part], time);
  }

  /** How long a part of the host wants to be left alone, in seconds. */
  secondsClosed(part: HostPart): number {
    return Math.max(0, Math.ceil((this.#silentUntil[part] - this.#clock.now()) / 1000));
  }

  /** Whether somebody was told to wait and does not. */
  notice(request: string, part: HostPart = 'api'): boolean {
    if (this.#clock.now() >= this.#silentUntil[part]) {
      if (part === 'git') this.#told.clear();
      return false;
    }
    const repository = repositoryOf(request);
    if (part === 'git' && !this.#told.has(repository) && this.#told.size < mostUnderWay) {
      this.#told.add(repository);
      return false;
    }
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

function repositoryOf(request: string): string {
  return request.match(/ \/?([^ ]+?\.git)\//)?.[1] ?? request;
}
