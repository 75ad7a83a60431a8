import { type HostInTest, type HostKind, useHost } from '../host-emulator/use-host.ts';
import { type GitlabEmulator, startGitlabEmulator } from './gitlab-emulator.ts';
import type { GitlabOptions } from './gitlab-host.ts';

/** An emulated GitLab, as tests that know no host start one. */
export const gitlabKind: HostKind<GitlabEmulator, GitlabOptions> = {
  start: startGitlabEmulator,
  impatient: ({ throttle }) => throttle.impatient,
};

/** Gives every test of a file an emulated GitLab; see {@link useHost}. */
export function useGitlabEmulator(): HostInTest<GitlabEmulator, GitlabOptions> {
  return useHost(gitlabKind, {});
}
