import fc from 'fast-check';
import { expect, it } from 'vitest';
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
import { type GitlabEmulator, startGitlabEmulator } from '../../testing/gitlab-emulator/gitlab-emulator.ts';
import { canaryToken, gitlabSourceAt } from '../../testing/gitlab-emulator/gitlab-source.ts';
import { badGateway, type Fault } from '../../testing/host-emulator/faults.ts';
import { createVirtualClock } from '../../testing/host-emulator/virtual-clock.ts';
import { startCrawlRun } from '../crawl-run.ts';
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

it('never takes a list for complete that is not, never asks too early, whatever happens', {
  timeout: runs * 1000,
}, async () => {
  const event = fc.oneof({ weight: 1, arbitrary: fc.constant('nothing') }, fc.constantFrom(...Object.keys(events)));
  const schedule = fc.array(event, { maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 260 }), schedule, async (size, names) => {
      const clock = createVirtualClock();
      const host = await startGitlabEmulator({ clock });
      host.model.addGroup('acme');
      for (let index = 0; index < size; index += 1) host.model.create(`acme/r${index}`);
      const before = new Set(idsOf(host));
      host.script = (_, count) => {
        const happens = events[names[count - 1] ?? ''];
        if (typeof happens !== 'function') return happens;
        happens(host);
        return undefined;
      };
      const log: string[] = [];
      const { value, diagnostics } = await gitlabSource(gitlabSourceAt(host), startCrawlRun(clock)).discover({
        signal: new AbortController().signal,
        stateFolder: '/nonexistent',
        concurrency: 1,
        progress: () => {},
        log: (message) => log.push(message),
      });
      await host.close();
      const after = new Set(idsOf(host));
      const listed = new Set(value.repositories.map(({ id }) => Number(id.split(':').at(-1))));
      expect(value.repositories.length).toBe(listed.size);
      for (const id of listed) expect(before.has(id) || after.has(id)).toBe(true);
      const missing = [...before].filter((id) => after.has(id) && !listed.has(id));
      if (value.complete) expect(missing).toEqual([]);
      else expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      if (names.every((name) => name === 'nothing')) expect(value.complete).toBe(true);
      expect(host.throttle.impatient).toEqual([]);
      expect(host.wrongAnswers).toEqual([]);
      expect(JSON.stringify(diagnostics) + log.join()).not.toContain(canaryToken);
    }),
    { numRuns: runs },
  );
});

function idsOf({ model }: GitlabEmulator): readonly number[] {
  return model.projects.filter(({ markedForDeletionOn }) => markedForDeletionOn === null).map(({ id }) => id);
}
