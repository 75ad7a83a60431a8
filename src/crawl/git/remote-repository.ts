import type { RepositoryAddress } from '../address.ts';
import type { CrawlRun } from '../crawl-run.ts';
import type { Head } from './head.ts';

/** What to read from another host. */
export interface RemoteRepository {
  readonly address: RepositoryAddress;
  readonly branch?: string;
  readonly token?: string;
  /** Where it stands, when that is known already: nothing is asked then. */
  readonly head?: Head;
  /** Absolute path of `.callboard/`. */
  readonly stateFolder: string;
  /** What is known of hosts that want to be left alone; by default nothing. */
  readonly run?: CrawlRun;
}
