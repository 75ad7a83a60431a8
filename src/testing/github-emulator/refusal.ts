import type { Identity } from './access.ts';
import type { Account } from './github-model.ts';
import type { Host } from './host.ts';

/** Why an account keeps somebody out who has good credentials. */
export function refusal(
  host: Host,
  identity: Identity,
  account: Account,
): { readonly message: string; readonly samlFailure: boolean } | undefined {
  if (account.ipAllowList && identity.type !== 'anonymous') {
    const message = `Although you appear to have the correct authorization credentials, the \`${account.login}\` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.`;
    return { message, samlFailure: false };
  }
  if (!account.singleSignOn || identity.type !== 'token' || host.access.authorised.has(identity.value))
    return undefined;
  const message =
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.';
  return { message, samlFailure: true };
}
