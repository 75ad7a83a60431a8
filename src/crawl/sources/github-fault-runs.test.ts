import { it } from 'vitest';
import type { GithubEmulator } from '../../testing/github-emulator/github-emulator.ts';
import { canaryToken, githubSourceAt } from '../../testing/github-emulator/github-source.ts';
import { listingFaults } from '../../testing/github-emulator/listing-faults.ts';
import { githubKind } from '../../testing/github-emulator/use-github-emulator.ts';
import { checkListings } from '../../testing/host-emulator/check-listings.ts';
import type { Fault } from '../../testing/host-emulator/faults.ts';
import { githubSource } from './github.ts';

/** What may happen to one answer, or to the organisation before it. */
const events: Readonly<Record<string, Fault | ((host: GithubEmulator) => void)>> = {
  ...listingFaults,
  created: (host) => host.model.create('acme', `a-${host.model.repositories.length}`),
  deleted: (host) => host.model.delete(host.model.repositories[0] ?? host.model.create('acme', 'only')),
};

const runs = Number(process.env['CALLBOARD_FAULT_RUNS'] ?? 150);

it(
  'never takes a list for complete that is not, never asks too early, whatever happens',
  {
    timeout: runs * 1000,
  },
  () =>
    checkListings({
      kind: githubKind,
      options: {},
      fill: ({ model }, size) => {
        model.addAccount('acme');
        for (let index = 0; index < size; index += 1) model.create('acme', `r${index}`);
      },
      sizes: { min: 0, max: 260 },
      events,
      wanted: ({ model }) => model.repositories.map(({ id }) => id),
      source: (host, run) => githubSource(githubSourceAt(host), run),
      token: canaryToken,
      runs,
    }),
);
