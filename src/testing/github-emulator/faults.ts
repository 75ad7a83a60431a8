import type { Fault } from '../host-emulator/faults.ts';

/** An error as the API words it. */
export const apiError = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Fault => ({
  type: 'answer',
  status,
  headers,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
});

/** A secondary limit, with or without a time to wait for. */
export const secondaryLimit = (seconds?: number, status = 403): Fault =>
  apiError(
    status,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    seconds === undefined ? {} : { 'retry-after': String(seconds) },
  );

/** Status 200 and errors instead of data. */
export const graphErrors = (message: string, type?: string, data: unknown = null): Fault => ({
  type: 'answer',
  status: 200,
  body: { data, errors: [{ message, ...(type && { type }), path: ['repositoryOwner'] }] },
});

/** What a query gets that runs into the host's own time limit. */
export const queryTimeout = (): Fault =>
  graphErrors(
    'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. Please include `0C0F:1` when reporting this issue.',
  );

/** Changes the connection of repositories in an answer of GraphQL. */
export function changeRepositories(change: (connection: RepositoryConnection) => void): Fault {
  return {
    type: 'change',
    change: (body) => {
      const copy = structuredClone(body) as { data?: { repositoryOwner?: { repositories?: RepositoryConnection } } };
      const connection = copy.data?.repositoryOwner?.repositories;
      if (connection) change(connection);
      return copy;
    },
  };
}

/** The part of an answer that faults spoil. */
export interface RepositoryConnection {
  readonly totalCount: number;
  readonly nodes: (Record<string, unknown> | null)[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
