import { it } from 'vitest';
import { markForDeletion } from '../../testing/gitlab-emulator/change-projects.ts';
import {
  changeProjects,
  databaseTimeout,
  expiredToken,
  graphErrors,
  graphTimeout,
  restError,
  retryLater,
} from '../../testing/gitlab-emulator/faults.ts';
import type { GitlabEmulator } from '../../testing/gitlab-emulator/gitlab-emulator.ts';
import { canaryToken, gitlabSourceAt } from '../../testing/gitlab-emulator/gitlab-source.ts';
import { gitlabKind } from '../../testing/gitlab-emulator/use-gitlab-emulator.ts';
import { checkListings } from '../../testing/host-emulator/check-listings.ts';
import { badGateway, type Fault } from '../../testing/host-emulator/faults.ts';
import { gitlabSource } from './gitlab.ts';

/** What may happen to one answer, or to the group before it. */
const events: Readonly<Record<string, Fault | ((host: GitlabEmulator) => void)>> = {
  badGateway: badGateway(502),
  timeout: badGateway(504),
  serverError: badGateway(500),
  maintenance: restError(503, 'GitLab is undergoing maintenance'),
  queryTimeout: graphTimeout(),
  databaseTimeout: databaseTimeout(),
  complexity: graphErrors('Query has complexity of 318, which exceeds max complexity of 250'),
  reset: { type: 'reset' },
  truncate: { type: 'truncate' },
  limited: retryLater(30),
  limitedWithoutTime: retryLater(),
  longLimit: retryLater(900),
  expired: expiredToken(),
  lostAccess: { type: 'change', change: () => ({ data: { group: null } }) },
  olderHost: {
    type: 'answer',
    status: 200,
    body: { errors: [{ message: "Field 'isForked' doesn't exist", extensions: { code: 'undefinedField' } }] },
  },
  brokenRepository: {
    type: 'change',
    change: (body) => ({
      ...(body as object),
      errors: [{ message: 'Gitaly', path: ['group', 'projects', 'nodes', 0, 'repository', 'blobs'] }],
    }),
  },
  nullNode: changeProjects(({ nodes }) => nodes.splice(0, 1, null)),
  droppedNode: changeProjects(({ nodes }) => nodes.splice(0, 1)),
  twice: changeProjects(({ nodes }) => nodes.splice(0, 1, structuredClone(nodes.at(-1) ?? null))),
  earlyEnd: changeProjects(({ pageInfo }) => Object.assign(pageInfo, { hasNextPage: false })),
  noEnd: changeProjects(({ pageInfo }) => Object.assign(pageInfo, { hasNextPage: true })),
  noCursor: changeProjects(({ pageInfo }) => Object.assign(pageInfo, { endCursor: null })),
  created: ({ model }) => model.create(`acme/below/a-${model.projects.length}`),
  deleted: ({ model }) => model.delete(model.projects[0] ?? model.create('acme/only')),
  marked: ({ model }) => markForDeletion(model, model.projects[0] ?? model.create('acme/only')),
};

const runs = Number(process.env['CALLBOARD_FAULT_RUNS'] ?? 100);

it(
  'never takes a list for complete that is not, never asks too early, whatever happens',
  {
    timeout: runs * 1000,
  },
  () =>
    checkListings({
      kind: gitlabKind,
      options: {},
      fill: ({ model }, size) => {
        model.addGroup('acme');
        for (let index = 0; index < size; index += 1) model.create(`acme/r${index}`);
      },
      sizes: { min: 0, max: 260 },
      events,
      wanted: ({ model }) =>
        model.projects.filter(({ markedForDeletionOn }) => markedForDeletionOn === null).map(({ id }) => id),
      source: (host, run) => gitlabSource(gitlabSourceAt(host), run),
      token: canaryToken,
      runs,
    }),
);
