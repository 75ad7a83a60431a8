import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type GithubEmulator, startGithubEmulator } from '../../testing/github-emulator/github-emulator.ts';
import { canaryToken, githubSourceAt } from '../../testing/github-emulator/github-source.ts';
import { listingFaults } from '../../testing/github-emulator/listing-faults.ts';
import type { Fault } from '../../testing/host-emulator/faults.ts';
import { createVirtualClock } from '../../testing/host-emulator/virtual-clock.ts';
import { startCrawlRun } from '../crawl-run.ts';
import { githubSource } from './github.ts';

/** What may happen to one answer, or to the organisation before it. */
const events: Readonly<Record<string, Fault | ((host: GithubEmulator) => void)>> = {
  ...listingFaults,
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
      expect(host.windows.impatient).toEqual([]);
      expect(host.wrongAnswers).toEqual([]);
      expect(JSON.stringify(diagnostics) + log.join()).not.toContain(canaryToken);
    }),
    { numRuns: runs },
  );
});

function idsOf(host: GithubEmulator): readonly number[] {
  return host.model.repositories.map(({ id }) => id);
}
