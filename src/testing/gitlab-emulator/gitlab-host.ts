import type { Clock } from '../../crawl/clock.ts';
import type { GitlabAccess, Identity } from './gitlab-access.ts';
import type { GitlabModel, Group } from './gitlab-model.ts';
import type { Throttle, ThrottleLimits } from './throttle.ts';

/** One request that came in. */
export interface SeenRequest {
  readonly kind: 'rest' | 'graphql' | 'git';
  /** `GET /groups/acme/projects?page=1`, without the prefix of the API. */
  readonly line: string;
  /** What was given to sign in with, whatever the header. */
  readonly secret: string | undefined;
  /** Body of a query of GraphQL. */
  readonly body?: string;
}

/** How an emulated host differs from the usual one. */
export interface GitlabOptions {
  /** A token of somebody who sees everything and changes nothing (an auditor); by default `canary-token`. */
  readonly token?: string;
  readonly clock?: Clock;
  readonly limits?: ThrottleLimits;
  /** Whether there is a GraphQL API. By default there is. */
  readonly graphql?: boolean;
  /** Fields of the schema that this host is too old for: `Project.markedForDeletionOn`. */
  readonly lacks?: readonly string[];
  /** What it says that it is; by default 18.5.0. */
  readonly version?: string;
  /** Whether every answer tells what is left of the limit, as gitlab.com does, or only the refusals. By default every one. */
  readonly tellsLimits?: boolean;
  /** Says how many there are in all, as hosts do up to 10,000 items. By default they do. */
  readonly tellsTotals?: boolean;
}

/** What answers need. */
export interface GitlabHost {
  readonly model: GitlabModel;
  readonly access: GitlabAccess;
  readonly throttle: Throttle;
  readonly options: GitlabOptions;
  /** `http://127.0.0.1:…`. */
  readonly web: string;
  readonly api: string;
}

/** Who looks at what. */
export interface Viewer extends GitlabHost {
  readonly identity: Identity;
}

/** Who looks at the graph, in which things lead to each other. */
export interface GraphViewer extends Viewer {
  readonly describeGroup: (group: Group) => unknown;
}
