import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { createVirtualClock, type VirtualClock } from '../host-emulator/virtual-clock.ts';
import { type GithubEmulator, startGithubEmulator } from './github-emulator.ts';
import type { EmulatorOptions } from './host.ts';

/** What each test of a file has for itself. */
export interface EmulatorInTest {
  /** A host with nothing on it. */
  readonly host: GithubEmulator;
  /** The host's clock, and what a crawl should go by. */
  readonly clock: VirtualClock;
  /** An empty folder for state. */
  readonly state: string;
  /** Puts another empty host in the place of this one. */
  readonly restart: (options?: EmulatorOptions) => Promise<void>;
}

/**
 * Gives every test of a file an emulated GitHub, a clock and a state folder, and removes them after it. A test fails when the
 * host gave an answer that does not fit its description, or was asked although it had said to wait.
 */
export function useGithubEmulator(): EmulatorInTest {
  let state: string;
  let clock: VirtualClock;
  let host: GithubEmulator;
  beforeEach(async () => {
    state = await mkdtemp(join(tmpdir(), 'callboard-github-'));
    clock = createVirtualClock();
    host = await startGithubEmulator({ clock });
  });
  afterEach(async () => {
    await close();
    await rm(state, { recursive: true, force: true });
  });
  const close = async () => {
    const { wrongAnswers, windows } = host;
    await host.close();
    expect({ wrongAnswers, impatient: windows.impatient }).toEqual({ wrongAnswers: [], impatient: [] });
  };
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
    restart: async (options = {}) => {
      await close();
      host = await startGithubEmulator({ clock, ...options });
    },
  };
}
