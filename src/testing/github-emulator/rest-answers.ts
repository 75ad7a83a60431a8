import type { Installation, InstallationToken } from './access.ts';
import type { Account, HostedRepository } from './github-model.ts';

/** A repository as REST lists it (`minimal-repository`). */
export function describeRepository(repository: HostedRepository, web: string, api: string): Record<string, unknown> {
  const fullName = `${repository.owner.login}/${repository.name}`;
  const url = `${api}/repos/${fullName}`;
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: fullName,
    owner: describeAccount(repository.owner, web, api),
    private: repository.visibility !== 'public',
    visibility: repository.visibility,
    html_url: `${web}/${fullName}`,
    clone_url: `${web}/${fullName}.git`,
    description: repository.description,
    fork: repository.fork,
    archived: repository.archived,
    disabled: repository.disabled,
    topics: repository.topics,
    default_branch: repository.defaultBranch,
    pushed_at: repository.pushedAt,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: repository.pushedAt,
    url,
    ...Object.fromEntries(links.map((name) => [`${name}_url`, `${url}/${name}`])),
  };
}

const links = [
  ...['archive', 'assignees', 'blobs', 'branches', 'collaborators', 'comments', 'commits', 'compare', 'contents'],
  ...['contributors', 'deployments', 'downloads', 'events', 'forks', 'git_commits', 'git_refs', 'git_tags', 'hooks'],
  ...['issue_comment', 'issue_events', 'issues', 'keys', 'labels', 'languages', 'merges', 'milestones'],
  ...['notifications', 'pulls', 'releases', 'stargazers', 'statuses', 'subscribers', 'subscription', 'tags'],
  ...['teams', 'trees'],
];

/** An account as REST shows it (`simple-user`). */
export function describeAccount(account: Account, web: string, api: string): Record<string, unknown> {
  const url = `${api}/users/${account.login}`;
  const names = ['followers', 'following', 'gists', 'starred', 'subscriptions', 'organizations', 'repos', 'events'];
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('U', account.id),
    avatar_url: `${web}/avatars/${account.id}`,
    gravatar_id: '',
    url,
    html_url: `${web}/${account.login}`,
    ...Object.fromEntries(names.map((name) => [`${name}_url`, `${url}/${name}`])),
    received_events_url: `${url}/received_events`,
    type: account.type,
    site_admin: false,
  };
}

/** An installation of an app (`installation`). */
export function describeInstallation(installation: Installation, web: string, api: string): Record<string, unknown> {
  const { account } = installation;
  return {
    id: installation.id,
    account: describeAccount(account, web, api),
    access_tokens_url: `${api}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${api}/installation/repositories`,
    html_url: `${web}/organizations/${account.login}/settings/installations/${installation.id}`,
    app_id: installation.app.id,
    app_slug: 'callboard',
    client_id: 'Iv1.example',
    target_id: account.id,
    target_type: account.type,
    permissions: { contents: 'read', metadata: 'read' },
    events: [],
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    single_file_name: null,
    repository_selection: 'all',
    suspended_by: null,
    suspended_at: installation.suspended ? '2026-02-01T00:00:00Z' : null,
  };
}

/** The answer that hands out a token of an installation (`installation-token`). */
export function describeToken(token: InstallationToken): Record<string, unknown> {
  return {
    token: token.value,
    expires_at: new Date(token.expiresAt).toISOString().replace('.000', ''),
    permissions: { contents: 'read', metadata: 'read' },
    repository_selection: 'all',
  };
}

/** The opaque id that GraphQL calls `id`. */
export function nodeId(kind: string, id: number): string {
  return Buffer.from(`${kind}_${id}`).toString('base64url');
}
