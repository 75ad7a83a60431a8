import type { ServerResponse } from 'node:http';

/** What goes wrong with one answer. */
export type Fault =
  | {
      readonly type: 'answer';
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection breaks without an answer. */
  | { readonly type: 'reset' }
  /** No answer, ever. */
  | { readonly type: 'silence' }
  /** The JSON ends in the middle. */
  | { readonly type: 'truncate' }
  /** The answer comes this many milliseconds late. */
  | { readonly type: 'late'; readonly milliseconds: number }
  /** The right answer, spoiled. */
  | { readonly type: 'change'; readonly change: (body: unknown) => unknown };

const page = (title: string) => `<html><head><title>${title}</title></head><body>${title}</body></html>`;

/** An error page of the load balancer, as with a query that takes too long. */
export const badGateway = (status = 502): Fault => ({ type: 'answer', status, body: page(`${status} Bad Gateway`) });

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

/** Gives an answer, with what is wrong with it. */
export function send(
  response: ServerResponse,
  answer: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: unknown },
  fault?: Fault,
): void {
  if (fault?.type === 'reset') response.destroy();
  if (fault?.type === 'reset' || fault?.type === 'silence') return;
  const body = fault?.type === 'change' ? fault.change(answer.body) : answer.body;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/html' : 'application/json; charset=utf-8';
  const write = () => {
    response.writeHead(answer.status, { 'content-type': type, ...answer.headers });
    response.end(fault?.type === 'truncate' ? text.slice(0, text.length / 2) : text);
  };
  if (fault?.type === 'late') setTimeout(write, fault.milliseconds);
  else write();
}
