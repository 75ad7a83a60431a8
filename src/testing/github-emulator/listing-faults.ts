import { badGateway, type Fault } from '../host-emulator/faults.ts';
import { apiError, changeRepositories, graphErrors, queryTimeout, secondaryLimit } from './faults.ts';

/** What may happen to one answer of a listing by GraphQL, by name. */
export const listingFaults = {
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
} satisfies Readonly<Record<string, Fault>>;
