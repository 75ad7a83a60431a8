import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apiError, secondaryLimit } from '../../testing/github-emulator/faults.ts';
import { type GithubEmulator, startGithubEmulator } from '../../testing/github-emulator/github-emulator.ts';
import { canaryToken, githubSourceAt } from '../../testing/github-emulator/github-source.ts';
import { badGateway, changeList, type Fault } from '../../testing/host-emulator/faults.ts';
import { createVirtualClock } from '../../testing/host-emulator/virtual-clock.ts';
import { startCrawlRun } from '../crawl-run.ts';
import { githubSource } from './github.ts';

/** What may happen to one answer, or to the organisation before it. */
const events: Readonly<Record<string, Fault | ((host: GithubEmulator) => void)>> = {
  badGateway: badGateway(502),
  serverError: badGateway(500),
  reset: { type: 'reset' },
  break: { type: 'break' },
  truncate: { type: 'truncate' },
  secondary: secondaryLimit(30),
  secondaryWithoutTime: secondaryLimit(),
  longLimit: secondaryLimit(900),
  expired: apiError(401, 'Bad credentials'),
  lostAccess: apiError(404, 'Not Found'),
  moved: apiError(301, 'Moved Permanently', { location: 'http://127.0.0.1:9/elsewhere' }),
  page: badGateway(200),
  nullEntry: changeList((list) => list.splice(0, 1, null)),
  droppedEntry: changeList((list) => list.splice(0, 1)),
  noEnd: changeList(() => {}, { link: '<http://127.0.0.1:9/>; rel="next"' }),
  created: ({ model }) => model.create('acme', `a-${model.repositories.length}`),
  deleted: ({ model }) => model.repositories.splice(0, 1),
  renamed: ({ model }) => {
    const [first] = model.repositories;
    if (first) model.rename(first, `z-${first.id}`);
  },
};

const runs = Number(process.env['CALLBOARD_FAULT_RUNS'] ?? 50);

it('never takes a list by REST for complete that is not, never asks too early, whatever happens', {
  timeout: runs * 1000,
}, async () => {
  const event = fc.oneof({ weight: 1, arbitrary: fc.constant('right') }, fc.constantFrom(...Object.keys(events)));
  const schedule = fc.array(event, { maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 101, max: 260 }), schedule, async (size, names) => {
      const clock = createVirtualClock();
      const host = await startGithubEmulator({ clock, graphql: false });
      for (let index = 0; index < size; index += 1) host.model.create('acme', `r${index}`);
      const before = idsOf(host);
      host.script = ({ kind }, count) => {
        const happens = kind === 'rest' ? events[names[count - 1] ?? ''] : undefined;
        if (typeof happens !== 'function') return happens;
        happens(host);
        return undefined;
      };
      const log: string[] = [];
      const { value, diagnostics } = await githubSource(githubSourceAt(host), startCrawlRun(clock)).discover({
        signal: new AbortController().signal,
        stateFolder: '/nonexistent',
        concurrency: 1,
        progress: () => {},
        log: (message) => log.push(message),
      });
      await host.close();
      const after = idsOf(host);
      const listed = new Set(value.repositories.map(({ id }) => Number(id.split(':').at(-1))));
      expect(value.repositories.length).toBe(listed.size);
      const missing = [...before].filter((id) => after.has(id) && !listed.has(id));
      if (value.complete) expect(missing).toEqual([]);
      else expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      if (names.every((name) => name === 'right')) expect(value.complete).toBe(true);
      expect(host.windows.impatient).toEqual([]);
      expect(host.wrongAnswers).toEqual([]);
      expect(JSON.stringify(diagnostics) + log.join()).not.toContain(canaryToken);
    }),
    {
      numRuns: runs,
      // Page numbers shift when something goes: what was to come next is on no page.
      examples: [
        [250, ['right', 'deleted']],
        [250, ['right', 'renamed', 'created']],
        [101, ['right', 'deleted', 'droppedEntry']],
      ],
    },
  );
});

function idsOf({ model }: GithubEmulator): ReadonlySet<number> {
  return new Set(model.repositories.map(({ id }) => id));
}
