import { apiError, secondaryLimit } from '../github-emulator/faults.ts';
import type { GithubEmulator } from '../github-emulator/github-emulator.ts';
import { canaryToken } from '../github-emulator/github-source.ts';
import { listingFaults } from '../github-emulator/listing-faults.ts';
import { badGateway, type Fault } from '../host-emulator/faults.ts';
import { randomChange } from './organisation-changes.ts';
import type { Simulation } from './simulation.ts';

/** Something that goes wrong with one request, or that happens just before it. */
type Event = Fault | ((simulation: Simulation) => void);

const unauthorised = apiError(401, 'Bad credentials', { 'www-authenticate': 'Basic realm="GitHub"' });

/** What may go wrong with any request. */
const anywhere: Readonly<Record<string, Event>> = {
  tokenWithdrawn: ({ host }) => withdrawTokens(host),
  hourLater: ({ clock }) => clock.advance(61 * 60_000),
  late: { type: 'late', milliseconds: 5 },
  moved: apiError(301, 'Moved Permanently', { location: 'http://127.0.0.1:1/' }),
  notFound: apiError(404, 'Not Found'),
  forbidden: apiError(403, 'Forbidden'),
  unavailable: badGateway(503),
};

/** What may go wrong with requests of the API. */
const ofApi: Readonly<Record<string, Event>> = { ...listingFaults, ...anywhere };

/** What may go wrong with requests of Git. */
const ofGit: Readonly<Record<string, Event>> = {
  ...anywhere,
  unauthorised,
  badGateway: badGateway(502),
  legal: apiError(451, 'Unavailable For Legal Reasons'),
  slowDown: secondaryLimit(30, 429),
  slowDownLong: secondaryLimit(900, 429),
  slowDownUntold: apiError(429, 'Too Many Requests'),
  reset: { type: 'reset' },
  break: { type: 'break' },
  truncate: { type: 'truncate' },
  corrupt: { type: 'corrupt' },
};

/** Silence costs real time, so that few runs have it. */
const silence: Fault = { type: 'silence' };

/** Makes up what goes wrong in one crawl, and lets it happen from now on. Gives back the names, for people. */
export function startTrouble(simulation: Simulation): readonly string[] {
  const { random, host, clock, organisation } = simulation;
  const planned = new Map<string, readonly [name: string, event: Event]>();
  const quiet = random.chance(0.03);
  clock.hurry = quiet ? 60 : 1;
  for (let count = 1 + random.below(7); count > 0; count -= 1) {
    const [kind, table, reach] = random.chance(0.6) ? (['api', ofApi, 8] as const) : (['git', ofGit, 10] as const);
    const name = random.pick(Object.keys(table)) ?? '';
    const [changeName, change] = randomChange(random);
    const event: readonly [string, Event | undefined] = random.chance(0.15)
      ? [`${changeName} meanwhile`, () => change(organisation, random)]
      : [name, table[name]];
    if (event[1]) planned.set(`${kind} ${1 + random.below(reach)}`, [event[0], event[1]]);
  }
  if (quiet) planned.set(`${random.chance(0.5) ? 'api' : 'git'} ${1 + random.below(4)}`, ['silence', silence]);
  const counts = { api: 0, git: 0 };
  host.script = ({ kind }) => {
    const part = kind === 'git' ? 'git' : 'api';
    counts[part] += 1;
    const event = planned.get(`${part} ${counts[part]}`)?.[1];
    if (typeof event !== 'function') return event;
    event(simulation);
    return undefined;
  };
  return [...planned].map(([when, [name]]) => `${name} at ${when}`);
}

/** Ends all trouble, and lets the host's limits run out. */
export function endTrouble({ host, clock }: Simulation): void {
  host.script = () => undefined;
  host.access.tokens.add(canaryToken);
  clock.hurry = 1;
  clock.advance(2 * 3_600_000);
}

function withdrawTokens({ access }: GithubEmulator): void {
  access.tokens.clear();
  access.handedOut.length = 0;
}
