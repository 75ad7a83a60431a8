import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  apiError,
  badGateway,
  changeRepositories,
  type Fault,
  graphErrors,
  queryTimeout,
  secondaryLimit,
} from '../../testing/github-emulator/faults.ts';
import { type GithubEmulator, startGithubEmulator } from '../../testing/github-emulator/github-emulator.ts';
import { canaryToken, githubSourceAt } from '../../testing/github-emulator/github-source.ts';
import { createVirtualClock } from '../../testing/github-emulator/virtual-clock.ts';
import { startCrawlRun } from '../crawl-run.ts';
import { githubSource } from './github.ts';

/** What may happen to one answer, or to the organisation before it. */
const events: Readonly<Record<string, Fault | ((host: GithubEmulator) => void)>> = {
  badGateway: badGateway(502),
  timeout: badGateway(504),
  serverError: badGateway(500),
  queryTimeout: queryTimeout(),
  resourceLimits: graphErrors('Resource limits for this query exceeded.', 'RESOURCE_LIMITS_EXCEEDED'),
  partialResourceLimits: {
    type: 'change',
    change: (body) => ({
      ...(body as object),
      errors: [{ type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits' }],
    }),
  },
  reset: { type: 'reset' },
  truncate: { type: 'truncate' },
  secondary: secondaryLimit(30),
  secondaryWithoutTime: secondaryLimit(),
  tooMany: secondaryLimit(5, 429),
  longLimit: secondaryLimit(900),
  expired: apiError(401, 'Bad credentials'),
  lostAccess: graphErrors('Could not resolve', 'NOT_FOUND', { repositoryOwner: null }),
  silentlyNobody: { type: 'change', change: () => ({ data: { repositoryOwner: null } }) },
  nullNode: changeRepositories(({ nodes }) => nodes.splice(0, 1, null)),
  droppedNode: changeRepositories(({ nodes }) => nodes.splice(0, 1)),
  twice: changeRepositories(({ nodes }) => nodes.splice(0, 1, structuredClone(nodes.at(-1) ?? null))),
  earlyEnd: changeRepositories(({ pageInfo }) => Object.assign(pageInfo, { hasNextPage: false })),
  noEnd: changeRepositories(({ pageInfo }) => Object.assign(pageInfo, { hasNextPage: true })),
  noCursor: changeRepositories(({ pageInfo }) => Object.assign(pageInfo, { endCursor: null })),
  created: (host) => host.model.create('acme', `a-${host.model.repositories.length}`),
  deleted: (host) => host.model.delete(host.model.repositories[0] ?? host.model.create('acme', 'only')),
};

const runs = Number(process.env['CALLBOARD_FAULT_RUNS'] ?? 150);

it('never takes a list for complete that is not, never asks too early, whatever happens', {
  timeout: runs * 1000,
}, async () => {
  const event = fc.oneof({ weight: 1, arbitrary: fc.constant('nothing') }, fc.constantFrom(...Object.keys(events)));
  const schedule = fc.array(event, { maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 260 }), schedule, async (size, names) => {
      const clock = createVirtualClock();
      const host = await startGithubEmulator({ clock });
      host.model.addAccount('acme');
      for (let index = 0; index < size; index += 1) host.model.create('acme', `r${index}`);
      const before = new Set(idsOf(host));
      host.script = (_, count) => {
        const happens = events[names[count - 1] ?? ''];
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
      const after = new Set(idsOf(host));
      const listed = new Set(value.repositories.map(({ id }) => Number(id.split(':').at(-1))));
      expect(value.repositories.length).toBe(listed.size);
      for (const id of listed) expect(before.has(id) || after.has(id)).toBe(true);
      const missing = [...before].filter((id) => after.has(id) && !listed.has(id));
      if (value.complete) expect(missing).toEqual([]);
      else expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      if (names.every((name) => name === 'nothing')) expect(value.complete).toBe(true);
      expect(host.quotas.impatient).toEqual([]);
      expect(host.wrongAnswers).toEqual([]);
      expect(JSON.stringify(diagnostics) + log.join()).not.toContain(canaryToken);
    }),
    { numRuns: runs },
  );
});

function idsOf(host: GithubEmulator): readonly number[] {
  return host.model.repositories.map(({ id }) => id);
}
