import { it } from 'vitest';
import { apiError, secondaryLimit } from '../../testing/github-emulator/faults.ts';
import type { GithubEmulator } from '../../testing/github-emulator/github-emulator.ts';
import { canaryToken, githubSourceAt } from '../../testing/github-emulator/github-source.ts';
import { githubKind } from '../../testing/github-emulator/use-github-emulator.ts';
import { checkListings } from '../../testing/host-emulator/check-listings.ts';
import { badGateway, changeList, type Fault } from '../../testing/host-emulator/faults.ts';
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

it(
  'never takes a list by REST for complete that is not, never asks too early, whatever happens',
  {
    timeout: runs * 1000,
  },
  () =>
    checkListings({
      kind: githubKind,
      options: { graphql: false },
      fill: ({ model }, size) => {
        for (let index = 0; index < size; index += 1) model.create('acme', `r${index}`);
      },
      sizes: { min: 101, max: 260 },
      events,
      requests: 'rest',
      wanted: ({ model }) => model.repositories.map(({ id }) => id),
      source: (host, run) => githubSource(githubSourceAt(host), run),
      token: canaryToken,
      runs,
      // Page numbers shift when something goes: what was to come next is on no page.
      examples: [
        [250, ['right', 'deleted']],
        [250, ['right', 'renamed', 'created']],
        [101, ['right', 'deleted', 'droppedEntry']],
      ],
    }),
);
