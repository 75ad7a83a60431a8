import { commonFailures, retryAfter } from '../hosts/common-failures.ts';
import type { HostAnswer, HostFailure } from '../hosts/host-answer.ts';

interface GraphError {
  readonly type?: unknown;
  readonly message?: unknown;
  readonly extensions?: { readonly saml_failure?: unknown; readonly code?: unknown };
}

/** Says why an answer cannot be used; `undefined` when it can. `now` in milliseconds since 1970. */
export function classifyAnswer(answer: HostAnswer, now: number): HostFailure | undefined {
  const { status, body } = answer;
  if (status === 0) return answer.late ? failures.late() : failures.unreachable(answer.problem ?? 'no answer');
  const text = messageOf(body);
  if (isLimit(answer, text)) return failures.limited(waitOf(answer, now), limitHint);
  const errors = graphErrorsOf(body);
  if (status >= 200 && status < 300) return errors.length > 0 ? classifyErrors(errors) : classifyBody(body);
  const known = classifyText(text) ?? (answer.headers['x-github-sso'] ? failures.singleSignOn() : undefined);
  return known ?? classifyStatus(status, text);
}

function classifyStatus(status: number, text: string): HostFailure {
  if (status === 502 || status === 504) return failures.gateway(status);
  if (status >= 500) return failures.broken(status);
  if (status >= 300 && status < 400) return failures.moved(status);
  if (status === 401) return failures.credentials();
  if (status === 404 || status === 410) return failures.notFound();
  if (status === 451) return failures.blocked();
  return failures.forbidden(status, text);
}

// Texts of answers with any status: GraphQL refuses with 200, REST with 403.
function classifyText(text: string): HostFailure | undefined {
  if (/IP allow list/i.test(text)) return failures.ipAllowList();
  if (/SAML (?:enforcement|SSO)|single sign-on/i.test(text)) return failures.singleSignOn();
  if (/installation (?:has been|owned by \S+ (?:has been|was)) suspended|\bsuspended\b/i.test(text))
    return failures.suspended();
  return undefined;
}

// Rate limits come first, then what asks for less: both are cured by asking again.
function classifyErrors(errors: readonly GraphError[]): HostFailure {
  const text = errors.map(({ message }) => String(message)).join(' ');
  const types = errors.map(({ type }) => type);
  const tooMuch = ['RESOURCE_LIMITS_EXCEEDED', 'MAX_NODE_LIMIT_EXCEEDED'];
  if (types.some((type) => tooMuch.includes(String(type)))) return failures.tooMuch();
  if (/Something went wrong while executing your query|timed? ?out/i.test(text)) return failures.tooMuch();
  if (errors.some(({ extensions }) => extensions?.saml_failure === true)) return failures.singleSignOn();
  const known = classifyText(text);
  if (known) return known;
  if (errors.some(({ extensions }) => extensions?.code !== undefined)) return failures.unsupported(text);
  if (types.includes('NOT_FOUND')) return failures.notFound();
  return types.some((type) => type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES')
    ? failures.forbidden(200, text)
    : failures.confused(text);
}

function classifyBody(body: unknown): HostFailure | undefined {
  return typeof body === 'object' && body !== null ? undefined : failures.malformed();
}

function isLimit({ status, headers, body }: HostAnswer, text: string): boolean {
  if (status === 429) return true;
  if (graphErrorsOf(body).some(({ type }) => type === 'RATE_LIMITED')) return true;
  if (status !== 403 && status !== 200) return false;
  if (/\brate limit\b|abuse detection/i.test(text)) return true;
  return status === 403 && String(headers['x-ratelimit-remaining']) === '0';
}

// In the order that GitHub documents: retry-after, then the reset of what is used up.
function waitOf({ headers }: HostAnswer, now: number): number | undefined {
  const after = retryAfter(headers, now);
  if (after !== undefined) return after;
  const reset = Number(headers['x-ratelimit-reset']);
  if (String(headers['x-ratelimit-remaining']) !== '0' || !Number.isFinite(reset)) return undefined;
  // A second more: the reset is told in whole seconds.
  return Math.max(0, Math.ceil(reset - now / 1000)) + 1;
}

function messageOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  const { message } = body as { readonly message?: unknown };
  const all = [message, ...graphErrorsOf(body).map((error) => error.message)];
  return all.filter((each) => typeof each === 'string').join(' ');
}

function graphErrorsOf(body: unknown): readonly GraphError[] {
  const errors = typeof body === 'object' && body !== null ? (body as { readonly errors?: unknown }).errors : undefined;
  return Array.isArray(errors) ? errors.filter((each) => typeof each === 'object' && each !== null) : [];
}

/** What to do about a rate limit that is used up. */
export const limitHint =
  'Run again later, or less often; an app of the organisation has a higher limit than a personal token.';

const failures = {
  ...commonFailures,
  credentials: (): HostFailure => ({
    kind: 'credentials',
    reason: 'the host does not accept the token (status 401)',
    hint: 'The token is not valid or has expired: give the source a new one.',
  }),
  singleSignOn: (): HostFailure => ({
    kind: 'single-sign-on',
    reason: 'the organisation enforces single sign-on and the token is not authorised for it',
    hint: 'Authorise the token: "Configure SSO" beside it in the settings of the account that it belongs to.',
  }),
  ipAllowList: (): HostFailure => ({
    kind: 'ip-allow-list',
    reason: 'the IP allow list of the organisation does not have the address of this machine',
    hint: 'Add the address that this job runs from to the IP allow list, or run the job where the address is on it.',
  }),
  suspended: (): HostFailure => ({
    kind: 'suspended',
    reason: 'the app or account has been suspended',
    hint: 'An owner of the organisation can lift the suspension, under "GitHub Apps" in its settings.',
  }),
  forbidden: (status: number, text: string): HostFailure => ({
    kind: 'forbidden',
    reason: `the host refuses access (status ${status}${text && `: ${JSON.stringify(text.slice(0, 200))}`})`,
    hint: 'Give the token or app read access to metadata and contents of the repositories.',
  }),
  notFound: (): HostFailure => ({
    kind: 'not-found',
    reason: 'it does not exist, or the token may not see it (status 404)',
    hint: 'Check the name of the organisation or user, and that the token may see it.',
  }),
  moved: (status: number): HostFailure => ({
    kind: 'moved',
    reason: `the API has moved (status ${status})`,
    hint: 'Write the present address of the API as `apiUrl` of the source; a token follows no redirect.',
  }),
};
