import { fullNameOf } from './describe-namespace.ts';
import type { Token } from './gitlab-access.ts';
import type { Viewer } from './gitlab-host.ts';
import { fullPathOf, type Group, type Member, type Project, projectPathOf, type User } from './gitlab-model.ts';
import { rootRefOf } from './read-tree.ts';

type Entity = Record<string, unknown>;

function basicProject({ access, identity, web, model }: Viewer, project: Project): Entity {
  const path = projectPathOf(project);
  const { namespace } = project;
  const code = access.readsCode(identity, project);
  return {
    id: project.id,
    description: project.description,
    name: project.name,
    name_with_namespace: `${fullNameOf(namespace)} / ${project.name}`,
    path: project.path,
    path_with_namespace: path,
    created_at: '2026-01-01T00:00:00.000Z',
    // A project without commits says what its default branch would be called.
    ...(code && { default_branch: rootRefOf(project) ?? project.defaultBranch }),
    tag_list: [...project.topics].sort(),
    topics: [...project.topics].sort(),
    ssh_url_to_repo: `git@127.0.0.1:${path}.git`,
    http_url_to_repo: `${web}/${path}.git`,
    web_url: `${web}/${path}`,
    ...(code && {
      readme_url: null,
      forks_count: model.projects.filter(({ forkedFrom }) => forkedFrom === project.id).length,
    }),
    avatar_url: null,
    star_count: 0,
    last_activity_at: project.lastActivityAt,
    namespace: {
      id: namespace.id,
      name: namespace.name,
      path: namespace.path,
      kind: namespace.owner ? 'user' : 'group',
      full_path: fullPathOf(namespace),
      parent_id: namespace.parent?.id ?? null,
      avatar_url: null,
      web_url: `${web}/${namespace.owner ? '' : 'groups/'}${fullPathOf(namespace)}`,
    },
  };
}

/** A project as lists of it have it: whoever is not signed in gets less, as does everybody with `simple=true`. */
export function listedProject(viewer: Viewer, project: Project, query: URLSearchParams): Entity {
  const simple = viewer.identity.type === 'anonymous' || query.get('simple') === 'true';
  return simple ? basicProject(viewer, project) : wholeProject(viewer, project);
}

function wholeProject(viewer: Viewer, project: Project): Entity {
  const { api, model, access, identity } = viewer;
  const self = `${api}/projects/${project.id}`;
  const origin = model.projects.find(({ id }) => id === project.forkedFrom);
  const shownOrigin = origin && access.seesProject(identity, origin);
  const enabled = ['issues', 'merge_requests', 'wiki', 'jobs', 'snippets', 'container_registry'];
  return {
    ...basicProject(viewer, project),
    _links: { self, repo_branches: `${self}/repository/branches`, members: `${self}/members` },
    packages_enabled: true,
    empty_repo: project.branches.size === 0,
    archived: project.archived,
    visibility: project.visibility,
    ...(project.namespace.owner && { owner: describeRestUser(viewer, project.namespace.owner) }),
    ...Object.fromEntries(enabled.map((name) => [`${name}_enabled`, true])),
    can_create_merge_request_in: false,
    repository_access_level: project.repositoryDisabled ? 'disabled' : 'enabled',
    shared_runners_enabled: true,
    lfs_enabled: true,
    creator_id: 1,
    ...(shownOrigin && { forked_from_project: basicProject(viewer, origin) }),
    import_status: 'none',
    open_issues_count: 0,
    shared_with_groups: [...project.invited].map(([group, level]) => ({
      group_id: group.id,
      group_name: group.name,
      group_full_path: fullPathOf(group),
      group_access_level: level,
      expires_at: null,
    })),
    merge_method: 'merge',
    squash_option: 'default_off',
    request_access_enabled: true,
    marked_for_deletion_at: project.markedForDeletionOn,
    marked_for_deletion_on: project.markedForDeletionOn,
  };
}

/** A group. */
export function describeRestGroup({ web }: Viewer, group: Group): Entity {
  return {
    id: group.id,
    web_url: `${web}/groups/${fullPathOf(group)}`,
    name: group.name,
    path: group.path,
    description: group.description ?? '',
    visibility: group.visibility,
    share_with_group_lock: false,
    require_two_factor_authentication: false,
    two_factor_grace_period: 48,
    project_creation_level: 'developer',
    subgroup_creation_level: 'maintainer',
    lfs_enabled: true,
    archived: false,
    avatar_url: null,
    request_access_enabled: true,
    full_name: fullNameOf(group),
    full_path: fullPathOf(group),
    created_at: '2026-01-01T00:00:00.000Z',
    parent_id: group.parent?.id ?? null,
    organization_id: 1,
    shared_runners_setting: 'enabled',
    marked_for_deletion_on: group.markedForDeletionOn,
  };
}

/** A member, which is a user and what it may do. */
export function describeRestMember(viewer: Viewer, { user, accessLevel, expiresAt }: Member): Entity {
  return {
    ...describeRestUser(viewer, user),
    access_level: accessLevel,
    created_at: '2026-01-01T00:00:00.000Z',
    expires_at: expiresAt,
    membership_state: 'active',
  };
}

function describeRestUser({ web }: Viewer, user: User): Entity {
  return {
    id: user.id,
    username: user.username,
    public_email: user.publicEmail ?? '',
    name: user.name,
    state: user.state,
    locked: false,
    avatar_url: null,
    web_url: `${web}/${user.username}`,
  };
}

/** A branch and its last commit. */
export function describeBranch({ web }: Viewer, project: Project, name: string, sha: string): Entity {
  const date = project.objects.dateOf(sha).replace('Z', '.000+00:00');
  const person = { name: 'Robin Example', email: 'robin@example.com' };
  const url = `${web}/${projectPathOf(project)}/-`;
  return {
    name,
    commit: {
      id: sha,
      short_id: sha.slice(0, 8),
      created_at: date,
      parent_ids: [],
      title: 'Change files',
      message: 'Change files\n',
      author_name: person.name,
      author_email: person.email,
      authored_date: date,
      committer_name: person.name,
      committer_email: person.email,
      committed_date: date,
      trailers: {},
      extended_trailers: {},
      web_url: `${url}/commit/${sha}`,
    },
    merged: false,
    protected: name === project.defaultBranch,
    developers_can_push: false,
    developers_can_merge: false,
    can_push: false,
    default: name === project.defaultBranch,
    web_url: `${url}/tree/${name}`,
  };
}

/** The token that asks. */
export function describeToken(token: Token): Entity {
  return {
    id: token.id,
    name: 'crawler',
    active: true,
    revoked: token.revoked,
    expired: false,
    granular: false,
    created_at: '2026-01-01T00:00:00.000Z',
    description: null,
    scopes: token.scopes,
    user_id: token.user.id,
    last_used_at: null,
    expires_at: token.expiresAt === undefined ? null : new Date(token.expiresAt).toISOString().slice(0, 10),
  };
}
