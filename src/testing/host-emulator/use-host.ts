import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

/** What any emulated host says of how it was treated. */
export interface EmulatedHost {
  /** Its own answers that do not fit its published description. */
  readonly wrongAnswers: readonly string[];
  readonly close: () => Promise<void>;
}

/** How a kind of host is started and asked. */
export interface HostKind<Host extends EmulatedHost, Options> {
  readonly start: (options: Options & { readonly clock: VirtualClock }) => Promise<Host>;
  /** Requests that came although it had said to wait. */
  readonly impatient: (host: Host) => readonly string[];
}

/** What each test of a file has for itself. */
export interface HostInTest<Host, Options> {
  /** A host with nothing on it. */
  readonly host: Host;
  /** The host's clock, and what a crawl should go by. */
  readonly clock: VirtualClock;
  /** An empty folder for state. */
  readonly state: string;
  /** Puts another empty host in the place of this one. */
  readonly restart: (options?: Options) => Promise<void>;
}

/**
 * Gives every test of a file an emulated host, a clock and a state folder, and removes them after it. A test fails when the
 * host gave an answer that does not fit its description, or was asked although it had said to wait.
 */
export function useHost<Host extends EmulatedHost, Options extends object>(
  kind: HostKind<Host, Options>,
  none: Options,
): HostInTest<Host, Options> {
  let state: string;
  let clock: VirtualClock;
  let host: Host;
  beforeEach(async () => {
    state = await mkdtemp(join(tmpdir(), 'callboard-host-'));
    clock = createVirtualClock();
    host = await kind.start({ ...none, clock });
  });
  afterEach(async () => {
    await closeWell(kind, host);
    await rm(state, { recursive: true, force: true });
  });
  return {
    get host() {
      return host;
    },
    get clock() {
      return clock;
    },
    get state() {
      return state;
    },
    restart: async (options = none) => {
      await closeWell(kind, host);
      host = await kind.start({ ...options, clock });
    },
  };
}

/** Closes a host and fails when it was treated badly, or answered wrongly itself. */
export async function closeWell<Host extends EmulatedHost>(
  { impatient }: Pick<HostKind<Host, never>, 'impatient'>,
  host: Host,
): Promise<void> {
  await host.close();
  const complaints = { wrongAnswers: host.wrongAnswers, impatient: impatient(host) };
  expect(complaints).toEqual({ wrongAnswers: [], impatient: [] });
}
