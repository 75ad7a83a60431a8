import type { Clock } from '../../crawl/clock.ts';

/** Who is to wait: whoever has these credentials asks the API, or anybody asks for repositories by Git. */
export type Asker = `api ${string}` | 'git';

interface RetryWindow {
  /** Milliseconds since 1970. */
  until: number;
  /** Who was told to wait, or had asked already. */
  readonly told: Set<string>;
}

/** Git is asked for that many repositories at once: so many requests may be on their way when the host says to wait. */
const mostRepositories = 16;

/** Remembers whom a host told to wait, and notices who does not. */
export class RetryWindows {
  /** Requests that came in although the host had said to wait. */
  readonly impatient: string[] = [];
  readonly #clock: Clock;
  readonly #sources: number;
  readonly #windows = new Map<Asker, RetryWindow>();

  /** `sources`: how many ask the API with the same credentials at once. */
  constructor(clock: Clock, sources: number) {
    this.#clock = clock;
    this.#sources = sources;
  }

  /** Tells somebody to wait until an instant. */
  close(asker: Asker, until: number, request: string): void {
    const window = this.#open(asker) ?? { until, told: new Set() };
    window.until = Math.max(window.until, until);
    window.told.add(subjectOf(asker, request, window.told.size));
    this.#windows.set(asker, window);
  }

  /** How long somebody is to wait, in seconds. */
  secondsClosed(asker: Asker): number {
    const window = this.#open(asker);
    return window ? Math.ceil((window.until - this.#clock.now()) / 1000) : 0;
  }

  /** Writes down who was told to wait and does not. What was on its way already is no impatience. */
  notice(asker: Asker, request: string): void {
    const window = this.#open(asker);
    if (!window) return;
    const subject = subjectOf(asker, request, window.told.size);
    const most = asker === 'git' ? mostRepositories : this.#sources;
    if (window.told.has(subject) || window.told.size >= most) this.impatient.push(request);
    else window.told.add(subject);
  }

  #open(asker: Asker): RetryWindow | undefined {
    const window = this.#windows.get(asker);
    if (window && window.until > this.#clock.now()) return window;
    this.#windows.delete(asker);
    return undefined;
  }
}

// For one repository there is one request at a time; of the API, a source has one on its way.
function subjectOf(asker: Asker, request: string, count: number): string {
  return asker === 'git' ? (request.match(/ \/?([^ ]+?\.git)\//)?.[1] ?? request) : String(count);
}
