import { it } from 'vitest';
import { markForDeletion, transferProject } from '../../testing/gitlab-emulator/change-projects.ts';
import type { GitlabEmulator } from '../../testing/gitlab-emulator/gitlab-emulator.ts';
import { canaryToken, gitlabSourceAt } from '../../testing/gitlab-emulator/gitlab-source.ts';
import { restListingFaults } from '../../testing/gitlab-emulator/rest-listing-faults.ts';
import { gitlabKind } from '../../testing/gitlab-emulator/use-gitlab-emulator.ts';
import { checkListings } from '../../testing/host-emulator/check-listings.ts';
import type { Fault } from '../../testing/host-emulator/faults.ts';
import { gitlabSource } from './gitlab.ts';

/** What may happen to one answer, or to the group before it. */
const events: Readonly<Record<string, Fault | ((host: GitlabEmulator) => void)>> = {
  ...restListingFaults,
  created: ({ model }) => model.create(`acme/below/a-${model.nextId()}`),
  deleted: ({ model }) => model.projects.splice(0, 1),
  archived: ({ model }) => Object.assign(model.projects[0] ?? {}, { archived: true }),
  hidden: ({ model }) => Object.assign(model.projects[0] ?? {}, { repositoryDisabled: true }),
  marked: ({ model }) => {
    const [first] = model.projects;
    if (first) markForDeletion(model, first);
  },
  gone: ({ model }) => {
    const [first] = model.projects;
    if (first) transferProject(model, first, 'elsewhere');
  },
};

const runs = Number(process.env['CALLBOARD_FAULT_RUNS'] ?? 100);

it(
  'never takes a list by REST for complete that is not, never asks too early, whatever happens',
  {
    timeout: runs * 1000,
  },
  () =>
    checkListings({
      kind: gitlabKind,
      options: { graphql: false },
      fill: ({ model }, size) => {
        model.addGroup('acme');
        for (let index = 0; index < size; index += 1) model.create(`acme/r${index}`);
      },
      sizes: { min: 0, max: 260 },
      events,
      requests: 'rest',
      wanted: ({ model }) =>
        model.projects
          .filter((each) => each.markedForDeletionOn === null && each.namespace.path !== 'elsewhere')
          .map(({ id }) => id),
      source: (host, run) => gitlabSource(gitlabSourceAt(host, { archived: true }), run),
      token: canaryToken,
      runs,
      // Page numbers shift when something goes: what was to come next is on no page, and something new hides that.
      examples: [
        [250, ['right', 'deleted', 'created']],
        [250, ['right', 'gone', 'created']],
        [202, ['right', 'droppedEntry', 'right', 'right', 'deleted', 'created']],
      ],
    }),
);
