import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { createVirtualClock, type VirtualClock } from '../host-emulator/virtual-clock.ts';
import { type GitlabEmulator, startGitlabEmulator } from './gitlab-emulator.ts';
import type { GitlabOptions } from './gitlab-host.ts';

/** What each test of a file has for itself. */
export interface GitlabInTest {
  /** A host with nothing on it. */
  readonly host: GitlabEmulator;
  /** The host's clock, and what a crawl should go by. */
  readonly clock: VirtualClock;
  /** An empty folder for state. */
  readonly state: string;
  /** Puts another empty host in the place of this one. */
  readonly restart: (options?: GitlabOptions) => Promise<void>;
}

/**
 * Gives every test of a file an emulated GitLab, a clock and a state folder, and removes them after it. A test fails when the
 * host gave an answer that does not fit its description, or was asked although it had said to wait.
 */
export function useGitlabEmulator(): GitlabInTest {
  let state: string;
  let clock: VirtualClock;
  let host: GitlabEmulator;
  const close = async () => {
    const { wrongAnswers, throttle } = host;
    await host.close();
    expect({ wrongAnswers, impatient: throttle.impatient }).toEqual({ wrongAnswers: [], impatient: [] });
  };
  beforeEach(async () => {
    state = await mkdtemp(join(tmpdir(), 'callboard-gitlab-'));
    clock = createVirtualClock();
    host = await startGitlabEmulator({ clock });
  });
  afterEach(async () => {
    await close();
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
    restart: async (options = {}) => {
      await close();
      host = await startGitlabEmulator({ clock, ...options });
    },
  };
}
