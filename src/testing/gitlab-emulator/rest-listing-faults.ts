import { badGateway, changeList, type Fault } from '../host-emulator/faults.ts';
import { databaseTimeout, restError, retryLater } from './faults.ts';

/** What may happen to one answer of a listing by REST, by name. */
export const restListingFaults = {
  badGateway: badGateway(502),
  timeout: badGateway(504),
  serverError: restError(500, '500 Internal Server Error'),
  maintenance: restError(503, 'GitLab is undergoing maintenance'),
  databaseTimeout: databaseTimeout(),
  reset: { type: 'reset' },
  break: { type: 'break' },
  truncate: { type: 'truncate' },
  limited: retryLater(30),
  limitedWithoutTime: retryLater(),
  longLimit: retryLater(900),
  expired: restError(401, '401 Unauthorized'),
  forbidden: restError(403, '403 Forbidden'),
  lostAccess: restError(404, '404 Group Not Found'),
  moved: restError(301, 'moved', { location: 'http://127.0.0.1:9/elsewhere' }),
  page: badGateway(200),
  noList: { type: 'change', change: () => ({ message: 'nonsense' }) },
  nullEntry: changeList((list) => list.splice(0, 1, null)),
  droppedEntry: changeList((list) => list.splice(0, 1)),
  nothing: changeList((list) => list.splice(0)),
  twice: changeList((list) => list.splice(0, 1, structuredClone(list.at(-1) ?? null))),
  earlyEnd: changeList(() => {}, { 'x-next-page': '', link: '' }),
  noEnd: changeList(() => {}, { 'x-next-page': '2' }),
} satisfies Readonly<Record<string, Fault>>;
