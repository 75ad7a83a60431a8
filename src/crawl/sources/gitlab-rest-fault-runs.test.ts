import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markForDeletion, transferProject } from '../../testing/gitlab-emulator/change-projects.ts';
import { type GitlabEmulator, startGitlabEmulator } from '../../testing/gitlab-emulator/gitlab-emulator.ts';
import { canaryToken, gitlabSourceAt } from '../../testing/gitlab-emulator/gitlab-source.ts';
import { restListingFaults } from '../../testing/gitlab-emulator/rest-listing-faults.ts';
import type { Fault } from '../../testing/host-emulator/faults.ts';
import { createVirtualClock } from '../../testing/host-emulator/virtual-clock.ts';
import { startCrawlRun } from '../crawl-run.ts';
import { gitlabSource } from './gitlab.ts';

type Event = Fault | ((host: GitlabEmulator) => void);

/** What may happen to one answer, or to the group before it. */
const events: Readonly<Record<string, Event>> = {
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

it('never takes a list by REST for complete that is not, never asks too early, whatever happens', {
  timeout: runs * 1000,
}, async () => {
  const event = fc.oneof({ weight: 1, arbitrary: fc.constant('right') }, fc.constantFrom(...Object.keys(events)));
  const schedule = fc.array(event, { maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 260 }), schedule, async (size, names) => {
      const clock = createVirtualClock();
      const host = await startGitlabEmulator({ clock, graphql: false });
      host.model.addGroup('acme');
      for (let index = 0; index < size; index += 1) host.model.create(`acme/r${index}`);
      const before = wanted(host);
      host.script = ({ kind }, count) => {
        const happens = kind === 'rest' ? events[names[count - 1] ?? ''] : undefined;
        if (typeof happens !== 'function') return happens;
        happens(host);
        return undefined;
      };
      const log: string[] = [];
      const config = gitlabSourceAt(host, { archived: true });
      const { value, diagnostics } = await gitlabSource(config, startCrawlRun(clock)).discover({
        signal: new AbortController().signal,
        stateFolder: '/nonexistent',
        concurrency: 1,
        progress: () => {},
        log: (message) => log.push(message),
      });
      await host.close();
      const after = wanted(host);
      const listed = new Set(value.repositories.map(({ id }) => Number(id.split(':').at(-1))));
      expect(value.repositories.length).toBe(listed.size);
      for (const id of listed) expect(before.has(id) || after.has(id)).toBe(true);
      const missing = [...before].filter((id) => after.has(id) && !listed.has(id));
      if (value.complete) expect(missing).toEqual([]);
      else expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      if (names.every((name) => name === 'right')) expect(value.complete).toBe(true);
      expect(host.throttle.impatient).toEqual([]);
      expect(host.wrongAnswers).toEqual([]);
      expect(JSON.stringify(diagnostics) + log.join()).not.toContain(canaryToken);
    }),
    {
      numRuns: runs,
      // Page numbers shift when something goes: what was to come next is on no page, and something new hides that.
      examples: [
        [250, ['right', 'deleted', 'created']],
        [250, ['right', 'gone', 'created']],
        [202, ['right', 'droppedEntry', 'right', 'right', 'deleted', 'created']],
      ],
    },
  );
});

/** What a listing of the group may not be without. */
function wanted({ model }: GitlabEmulator): ReadonlySet<number> {
  const projects = model.projects.filter((it) => it.markedForDeletionOn === null && it.namespace.path !== 'elsewhere');
  return new Set(projects.map(({ id }) => id));
}
