import { commonFailures, retryAfter } from '../hosts/common-failures.ts';
import { fieldsOf } from '../hosts/graph-fields.ts';
import type { HostAnswer, HostFailure } from '../hosts/host-answer.ts';

/** One of the errors that may stand beside or instead of the data of an answer. */
export interface GitlabGraphError {
  readonly message: string;
  /** Where the data has a hole because of it. */
  readonly path: readonly (string | number)[];
  /** Where the query itself is at fault. */
  readonly code?: string;
}

/** Says why an answer cannot be used; `undefined` when it can. `now` in milliseconds since 1970. */
export function classifyAnswer(answer: HostAnswer, now: number): HostFailure | undefined {
  const { status, body } = answer;
  if (answer.oversized) return failures.tooMuch();
  if (status === 0) return answer.late ? failures.late() : failures.unreachable(answer.problem ?? 'no answer');
  if (status === 429) return failures.limited(waitOf(answer, now), limitHint);
  if (status >= 300) return classifyStatus(status, messageOf(body));
  if (typeof body !== 'object' || body === null) return failures.malformed();
  const all = graphErrorsOf(body);
  if (all.some(({ message }) => isTooMuch(message))) return failures.tooMuch();
  // What is wrong inside one repository leaves the others, and the list, as they are.
  const errors = all.filter((error) => indexOfNode(error) === undefined);
  return errors.length > 0 ? classifyErrors(errors) : undefined;
}

function isTooMuch(text: string): boolean {
  return /exceeds max (?:complexity|depth)|\btimed? ?out\b/i.test(text);
}

/** The errors of an answer of GraphQL. */
export function graphErrorsOf(body: unknown): readonly GitlabGraphError[] {
  const { errors } = fieldsOf(body);
  if (!Array.isArray(errors)) return [];
  return errors.map((error) => {
    const { message, path, extensions } = fieldsOf(error);
    const { code } = fieldsOf(extensions);
    return {
      message: String(message),
      path: Array.isArray(path) ? path : [],
      ...(typeof code === 'string' && { code }),
    };
  });
}

/** Which node of a list an error is about, when it is about nothing but that node's repository. */
export function indexOfNode({ path }: GitlabGraphError): number | undefined {
  const index = path[path.indexOf('repository') - 1];
  return typeof index === 'number' ? index : undefined;
}

function classifyStatus(status: number, text: string): HostFailure {
  if (/maintenance|deploy in progress/i.test(text)) return failures.maintenance();
  if (status === 408 || isTooMuch(text)) return failures.tooMuch();
  if (status === 502 || status === 504) return failures.gateway(status);
  if (status >= 500) return failures.broken(status);
  if (status < 400) return failures.moved(status);
  if (status === 401) return failures.credentials(text);
  if (status === 404 || status === 410) return failures.notFound();
  if (status === 451) return failures.blocked();
  return classifyRefusal(status, text);
}

function classifyRefusal(status: number, text: string): HostFailure {
  if (/SAML|single sign-on|\bSSO\b/i.test(text)) return failures.singleSignOn();
  if (/\bIP\b.*restrict|restrict.*\bIP\b/i.test(text)) return failures.ipRestriction();
  if (/insufficient_scope|higher privileges|insufficient_granular_scope/i.test(text)) return failures.scope();
  if (/blocked|deactivated|banned|Terms of Service|password (?:has )?expired/i.test(text)) {
    return failures.suspended(text);
  }
  return failures.forbidden(status, text);
}

function classifyErrors(errors: readonly GitlabGraphError[]): HostFailure {
  const text = errors.map(({ message }) => message).join(' ');
  if (errors.some(({ code }) => code !== undefined)) return failures.unsupported(text);
  return /don't have permission|not authorized|insufficient/i.test(text)
    ? classifyRefusal(200, text)
    : failures.confused(text);
}

function waitOf({ headers }: HostAnswer, now: number): number | undefined {
  const after = retryAfter(headers, now);
  if (after !== undefined) return after;
  const reset = Number(headers['ratelimit-reset']);
  // A second more: the reset is told in whole seconds.
  return Number.isFinite(reset) ? Math.max(0, Math.ceil(reset - now / 1000)) + 1 : undefined;
}

// `{"message": …}`, `{"error": …, "error_description": …}`, `{"errors": [{"message": …}]}`, and pages.
function messageOf(body: unknown): string {
  if (typeof body === 'string')
    return body
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const { message, error, error_description: description } = fieldsOf(body);
  const all = [message, error, description, ...graphErrorsOf(body).map((each) => each.message)];
  return all.filter((each) => typeof each === 'string').join(' ');
}

/** What to do about a rate limit that is used up. */
export const limitHint = 'Run again later, or less often; with a token the limit is usually higher than without.';

const failures = {
  ...commonFailures,
  maintenance: (): HostFailure => ({
    kind: 'passing',
    reason: 'the host is being maintained',
    hint: 'Run again when it is back.',
  }),
  credentials: (text: string): HostFailure => ({
    kind: 'credentials',
    reason: `the host does not accept the token (status 401${quote(text)})`,
    hint: 'The token has expired, was revoked, is of another host, or lacks the scope read_api: give the source a new one.',
  }),
  scope: (): HostFailure => ({
    kind: 'forbidden',
    reason: 'the token lacks a scope',
    hint: 'Give the source a token with the scopes read_api and read_repository.',
  }),
  singleSignOn: (): HostFailure => ({
    kind: 'single-sign-on',
    reason: 'the group enforces single sign-on',
    hint: 'Sign in to the group once as the account of the token, or use an access token of the group itself.',
  }),
  ipRestriction: (): HostFailure => ({
    kind: 'ip-allow-list',
    reason: 'the group lets nobody in from the address of this machine',
    hint: 'Add the address that this job runs from under "Restrict access by IP address" of the group, or run the job elsewhere.',
  }),
  suspended: (text: string): HostFailure => ({
    kind: 'suspended',
    reason: `the account of the token may not use the API${text && ` (${JSON.stringify(text.slice(0, 200))})`}`,
    hint: 'Sign in as that account and do what the host asks for, or have an administrator unblock it.',
  }),
  forbidden: (status: number, text: string): HostFailure => ({
    kind: 'forbidden',
    reason: `the host refuses access (status ${status}${quote(text)})`,
    hint: 'Give the token the scopes read_api and read_repository, and its account at least the role Reporter in the group.',
  }),
  notFound: (): HostFailure => ({
    kind: 'not-found',
    reason: 'it does not exist, or the token may not see it',
    hint: 'Check the path of the group, and that the account of the token is a member of it.',
  }),
  moved: (status: number): HostFailure => ({
    kind: 'moved',
    reason: `the API has moved (status ${status})`,
    hint: 'Write the present address of the host as `url` of the source, and the present path as `group`; a token follows no redirect.',
  }),
};

function quote(text: string): string {
  return text && `: ${JSON.stringify(text.slice(0, 200))}`;
}
