import type { GithubAppConfig } from '../../../config/config.ts';
import type { Clock } from '../../clock.ts';
import type { Asked } from '../hosts/ask-patiently.ts';
import type { HostFailure } from '../hosts/host-answer.ts';

type AskAs = (authorization: string, route: string, parameters: Readonly<Record<string, unknown>>) => Promise<Asked>;

type Held = { readonly value: string } | { readonly failure: HostFailure };

/** A token is renewed when less than this is left of its hour: a repository may be read with it for minutes. */
const shortestLife = 10 * 60_000;

/**
 * Signs in as an app and gives back how to get a token of its installation: the same one until it is about to expire.
 * https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app
 */
export function createAppTokens(
  app: GithubAppConfig,
  organisation: string,
  clock: Clock,
  ask: AskAs,
): () => Promise<Held> {
  let held: { readonly value: string; readonly expiresAt: number } | undefined;
  let pending: Promise<Held> | undefined;
  let installation = app.installationId;

  const renew = async (): Promise<Held> => {
    const jwt = await signIn(app, clock);
    if (typeof jwt !== 'string') return jwt;
    const bearer = `bearer ${jwt}`;
    const found = installation ?? (await findInstallation(bearer, organisation, ask));
    if (typeof found !== 'string') return found;
    installation = found;
    const parameters = { installation_id: found };
    const asked = await ask(bearer, 'POST /app/installations/{installation_id}/access_tokens', parameters);
    if ('failure' in asked) return { failure: explain(asked.failure, organisation) };
    const { token, expires_at } = asked.answer.body as { readonly token?: unknown; readonly expires_at?: unknown };
    const expiresAt = Date.parse(String(expires_at));
    if (typeof token !== 'string' || Number.isNaN(expiresAt)) return { failure: noToken };
    held = { value: token, expiresAt };
    return { value: token };
  };
  return async () => {
    if (held && held.expiresAt - clock.now() >= shortestLife) return { value: held.value };
    pending ??= renew().finally(() => {
      pending = undefined;
    });
    return pending;
  };
}

async function signIn(app: GithubAppConfig, clock: Clock): Promise<string | { readonly failure: HostFailure }> {
  const { default: githubAppJwt } = await import('universal-github-app-jwt');
  try {
    const now = Math.floor(clock.now() / 1000);
    return (await githubAppJwt({ id: app.id, privateKey: app.privateKey, now })).token;
  } catch {
    // What the library says may quote the key.
    return { failure: badKey };
  }
}

async function findInstallation(bearer: string, organisation: string, ask: AskAs) {
  const asked = await ask(bearer, 'GET /orgs/{name}/installation', { name: organisation });
  const other = 'failure' in asked && asked.failure.kind === 'not-found';
  const last = other ? await ask(bearer, 'GET /users/{name}/installation', { name: organisation }) : asked;
  if ('failure' in last) return { failure: explain(last.failure, organisation) };
  const { id } = last.answer.body as { readonly id?: unknown };
  return Number.isSafeInteger(id) ? String(id) : { failure: noToken };
}

function explain(failure: HostFailure, organisation: string): HostFailure {
  if (failure.kind === 'not-found') {
    const reason = `the app is not installed on ${organisation}`;
    return { ...failure, reason, hint: 'Install the app there, or correct `app.installationId` of the source.' };
  }
  if (failure.kind !== 'credentials') return failure;
  const reason = 'the host does not accept the app (status 401)';
  const hint = 'Check `app.id`, that the private key is one of this app, and the clock of this machine.';
  return { ...failure, reason, hint };
}

const badKey: HostFailure = {
  kind: 'credentials',
  reason: 'the private key of the app is not one',
  hint: 'Give `app.privateKey` the whole PEM text, from its first to its last dashed line.',
};

const noToken: HostFailure = {
  kind: 'passing',
  reason: 'the host handed out no token for the app',
  hint: 'Run again; if it stays, check the status of the host.',
};
