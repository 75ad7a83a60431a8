import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LastGood } from '../../catalog/last-good/good-entity.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import type { CrawlLimits, GithubSourceConfig } from '../../config/config.ts';
import type { StageContext } from '../../diagnostics/stage.ts';
import type { DescribedRemovals } from '../../pipeline/removals/describe-removals.ts';
import { readGuardedCatalog } from '../../pipeline/removals/read-guarded-catalog.ts';
import { type CrawledOnce, crawlOnce, filesUnder, roomyLimits } from '../crawl-once.ts';
import { generateAppKeys } from '../github-emulator/access.ts';
import { type GithubEmulator, startGithubEmulator } from '../github-emulator/github-emulator.ts';
import { githubSourceAt } from '../github-emulator/github-source.ts';
import { createVirtualClock, type VirtualClock } from '../host-emulator/virtual-clock.ts';
import type { ShownEntity } from './check-entities.ts';
import { filesPerRepository } from './content-model.ts';
import type { KnownToModel, Weather } from './expectation.ts';
import { populate } from './organisation-changes.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { crawledAccounts, SimulatedOrganisation } from './simulated-organisation.ts';

/** How large a simulation is. */
export interface SimulationSize {
  readonly seed: number;
  readonly repositories: number;
}

/** What one crawl came to. */
export type ObservedRun = Omit<CrawledOnce, 'keep'> & {
  readonly weather: Weather;
  /** The only repository that it looked for; absent: all. */
  readonly only?: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly log: readonly string[];
  readonly catalog: ReturnType<typeof readCatalog>['value'];
  /** What the guard made of what is gone; absent: there was no guard. */
  readonly removals?: DescribedRemovals;
};

/** An organisation, its host, and crawls of it that remember one another. */
export interface Simulation {
  readonly host: GithubEmulator;
  readonly clock: VirtualClock;
  readonly random: SeededRandom;
  readonly organisation: SimulatedOrganisation;
  readonly state: string;
  readonly known: Map<number, KnownToModel>;
  /** Entities that each repository shows, or showed last, by name. */
  readonly shown: Map<number, ReadonlyMap<string, ShownEntity>>;
  /** Teams as the last run showed them. */
  teams: readonly string[];
  /** Crawls, reads the catalog, and has both remembered; with a guard, when ids to confirm are given. */
  readonly crawl: (
    weather: Weather,
    limits?: Partial<CrawlLimits>,
    only?: string,
    confirmed?: readonly string[],
  ) => Promise<ObservedRun>;
  readonly close: () => Promise<void>;
}

const keys = generateAppKeys();

/** Starts a simulation that nothing has been crawled of. Every third one signs in as an app, every fifth asks the real Git. */
export async function startSimulation({ seed, repositories }: SimulationSize): Promise<Simulation> {
  const state = await mkdtemp(join(tmpdir(), 'callboard-simulation-'));
  const clock = createVirtualClock();
  const host = await startGithubEmulator({ clock, sources: crawledAccounts.length, gitFromMemory: seed % 5 !== 0 });
  const random = seededRandom(seed);
  const organisation = new SimulatedOrganisation(host.model);
  organisation.startRun();
  populate(organisation, random, repositories);
  const sources = sourcesOf(host, seed % 3 === 0);
  const limits = { ...roomyLimits, filesPerRepository };
  let lastGood: LastGood = new Map();
  return {
    host,
    clock,
    random,
    organisation,
    state,
    known: new Map(),
    shown: new Map(),
    teams: [],
    crawl: async (weather, rest = {}, only, confirmed) => {
      const log: string[] = [];
      const startedAt = new Date(clock.now()).toISOString();
      const selectors = [filesUnder('docs/', 'blob')];
      const alone = only === undefined ? {} : { only: [only] };
      const options = { clock, log, selectors, limits: { ...limits, ...rest }, ...alone };
      const { keep, ...run } = await crawlOnce(sources, state, options);
      const endedAt = new Date(clock.now()).toISOString();
      const observed = { ...run, weather, ...(only !== undefined && { only }), startedAt, endedAt, log };
      const { snapshot, diagnostics: crawlProblems } = run;
      if (confirmed) {
        const input = { snapshot, rules: { allow: ['*'] }, lastGood, crawlProblems, confirmed };
        const { value } = await readGuardedCatalog(input, contextOf(state));
        lastGood = value.lastGood;
        const notKept = await keep(value.snapshot.next);
        const { catalog, removals } = value;
        return { ...observed, diagnostics: [...crawlProblems, ...notKept], catalog, removals };
      }
      const diagnostics = [...crawlProblems, ...(await keep())];
      const { repositories } = snapshot;
      const catalog = readCatalog({ repositories, allow: ['*'], lastGood, crawlProblems: diagnostics }).value;
      lastGood = catalog.lastGood ?? lastGood;
      return { ...observed, diagnostics, catalog };
    },
    close: async () => {
      await host.close();
      await rm(state, { recursive: true, force: true });
    },
  };
}

function contextOf(stateFolder: string): StageContext {
  const { signal } = new AbortController();
  return { signal, stateFolder, concurrency: 2, progress: () => {}, log: () => {} };
}

// What the simulation calls unwanted is what these filters leave out.
function sourcesOf(host: GithubEmulator, asApp: boolean): readonly GithubSourceConfig[] {
  const app = { id: 12, publicKey: keys.publicKey };
  if (asApp) {
    host.access.apps.push(app);
    for (const login of crawledAccounts) {
      const account = host.model.account(login);
      if (account) host.access.install(app, account);
    }
  }
  return crawledAccounts.map((organisation) => {
    const { token, ...source } = githubSourceAt(host, {
      name: organisation,
      organisation,
      visibility: ['public', 'internal'],
      teams: organisation === 'acme',
    });
    if (!asApp) return { ...source, ...(token && { token }) };
    return { ...source, app: { id: '12', privateKey: keys.privateKey } };
  });
}
