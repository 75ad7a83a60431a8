import fc from 'fast-check';
import { expect } from 'vitest';
import { type CrawlRun, startCrawlRun } from '../../crawl/crawl-run.ts';
import type { Source } from '../../crawl/sources/source.ts';
import type { Fault } from './faults.ts';
import { closeWell, type EmulatedHost, type HostKind } from './use-host.ts';
import { createVirtualClock } from './virtual-clock.ts';

interface ScriptedHost extends EmulatedHost {
  // A method, so that hosts whose requests say more fit too.
  script(request: { readonly kind: 'rest' | 'graphql' | 'git' }, count: number): Fault | undefined;
}

/** How often a host is listed while everything goes wrong, and what is to come of it. */
export interface ListingRuns<Host extends ScriptedHost, Options> {
  readonly kind: HostKind<Host, Options>;
  readonly options: Options;
  /** Puts so many repositories on it. */
  readonly fill: (host: Host, size: number) => void;
  readonly sizes: { readonly min: number; readonly max: number };
  /** What may happen to one answer, or on the host before it. */
  readonly events: Readonly<Record<string, Fault | ((host: Host) => void)>>;
  /** They happen to requests of this kind only; absent: to every request. */
  readonly requests?: 'rest';
  /** Numbers of the repositories that a list may not be without. */
  readonly wanted: (host: Host) => Iterable<number>;
  readonly source: (host: Host, run: CrawlRun) => Source;
  /** Must be in no message. */
  readonly token: string;
  readonly runs: number;
  /** Tried in every case: a size, and an event for each request, `right` for none. */
  readonly examples?: [number, string[]][];
}

/** Holds a source to its word: never complete when something is missing, never asking too early, whatever happens. */
export async function checkListings<Host extends ScriptedHost, Options>(
  checks: ListingRuns<Host, Options>,
): Promise<void> {
  const { events, runs, examples = [] } = checks;
  const event = fc.oneof({ weight: 1, arbitrary: fc.constant('right') }, fc.constantFrom(...Object.keys(events)));
  const schedule = fc.array(event, { maxLength: 9 });
  const property = fc.asyncProperty(fc.integer(checks.sizes), schedule, (size, names) =>
    checkListing(checks, size, names),
  );
  await fc.assert(property, { numRuns: runs, examples });
}

async function checkListing<Host extends ScriptedHost, Options>(
  { kind, options, fill, events, requests, wanted, source, token }: ListingRuns<Host, Options>,
  size: number,
  names: readonly string[],
): Promise<void> {
  const clock = createVirtualClock();
  const host = await kind.start({ ...options, clock });
  fill(host, size);
  const before = new Set(wanted(host));
  host.script = (request, count) => {
    const happens = requests && request.kind !== requests ? undefined : events[names[count - 1] ?? ''];
    if (typeof happens !== 'function') return happens;
    happens(host);
    return undefined;
  };
  const log: string[] = [];
  const { value, diagnostics } = await source(host, startCrawlRun(clock)).discover({
    signal: new AbortController().signal,
    stateFolder: '/nonexistent',
    concurrency: 1,
    progress: () => {},
    log: (message) => log.push(message),
  });
  await closeWell(kind, host);
  const after = new Set(wanted(host));
  const listed = new Set(value.repositories.map(({ id }) => Number(id.split(':').at(-1))));
  expect(value.repositories.length).toBe(listed.size);
  for (const id of listed) expect(before.has(id) || after.has(id)).toBe(true);
  const missing = [...before].filter((id) => after.has(id) && !listed.has(id));
  if (value.complete) expect(missing).toEqual([]);
  else expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  if (names.every((name) => name === 'right')) expect(value.complete).toBe(true);
  expect(JSON.stringify(diagnostics) + log.join()).not.toContain(token);
}
