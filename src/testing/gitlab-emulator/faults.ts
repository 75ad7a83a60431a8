import type { Fault } from '../host-emulator/faults.ts';

/** An error as REST words it. */
export const restError = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Fault => ({
  type: 'answer',
  status,
  headers,
  body: { message },
});

/** The limit is used up; by default it says for how long. */
export const retryLater = (seconds?: number): Fault => ({
  type: 'answer',
  status: 429,
  headers: { 'content-type': 'text/plain', ...(seconds !== undefined && { 'retry-after': String(seconds) }) },
  body: 'Retry later\n',
});

/** Status 200 and errors instead of data. */
export const graphErrors = (message: string, data?: unknown): Fault => ({
  type: 'answer',
  status: 200,
  body: { ...(data !== undefined && { data }), errors: [{ message }] },
});

/** A query ran into the host's own time limit, in the middle (lib/gitlab/graphql/timeout.rb). */
export const graphTimeout = (): Fault => graphErrors('Timeout on Group.projects', { group: null });

/** The database gave up on a query (app/controllers/graphql_controller.rb). */
export const databaseTimeout = (): Fault => ({
  type: 'answer',
  status: 503,
  body: {
    errors: [{ message: 'Request timed out. Please try a less complex query or a smaller set of records.' }],
  },
});

/** A token that ran out, as GraphQL and REST say it. */
export const expiredToken = (): Fault => ({
  type: 'answer',
  status: 401,
  body: { errors: [{ message: 'Invalid token' }] },
});

/** The part of an answer that faults spoil. */
export interface ProjectConnection {
  readonly count?: number;
  readonly nodes: (Record<string, unknown> | null)[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Changes the connection of projects in an answer of GraphQL. */
export function changeProjects(change: (connection: ProjectConnection) => void): Fault {
  return {
    type: 'change',
    change: (body) => {
      const copy = structuredClone(body) as { data?: { group?: { projects?: ProjectConnection } | null } };
      const connection = copy.data?.group?.projects;
      if (connection) change(connection);
      return copy;
    },
  };
}
