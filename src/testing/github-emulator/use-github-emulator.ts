import { type HostInTest, type HostKind, useHost } from '../host-emulator/use-host.ts';
import { type GithubEmulator, startGithubEmulator } from './github-emulator.ts';
import type { EmulatorOptions } from './host.ts';

/** An emulated GitHub, as tests that know no host start one. */
export const githubKind: HostKind<GithubEmulator, EmulatorOptions> = {
  start: startGithubEmulator,
  impatient: ({ windows }) => windows.impatient,
};

/** Gives every test of a file an emulated GitHub; see {@link useHost}. */
export function useGithubEmulator(): HostInTest<GithubEmulator, EmulatorOptions> {
  return useHost(githubKind, {});
}
