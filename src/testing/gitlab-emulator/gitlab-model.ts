import { GitObjects } from '../host-emulator/git-objects.ts';
import { FormerPaths } from './former-paths.ts';

/** Somebody, or something that acts as one. */
export interface User {
  readonly id: number;
  username: string;
  name: string;
  state: 'active' | 'blocked' | 'banned' | 'deactivated';
  /** `project_bot`: what stands behind the access token of a project or group. */
  readonly kind: 'human' | 'project_bot' | 'service_account';
  publicEmail: string | null;
  /** Sees and does everything. */
  admin: boolean;
  /** Sees everything. */
  auditor: boolean;
}

/** Somebody's place in a group or project. */
export interface Member {
  readonly id: number;
  readonly user: User;
  accessLevel: AccessLevel;
  expiresAt: string | null;
}

/** 10 guest, 20 reporter, 30 developer, 40 maintainer, 50 owner. https://docs.gitlab.com/user/permissions/ */
export type AccessLevel = 5 | 10 | 15 | 20 | 30 | 40 | 50;

/** Who may see a group or project: everybody, whoever is signed in, or its members. */
export type Visibility = 'public' | 'internal' | 'private';

/** A group, a subgroup of one, or what belongs to one user. */
export interface Group {
  readonly id: number;
  path: string;
  name: string;
  description: string | null;
  visibility: Visibility;
  parent: Group | undefined;
  /** Whose it is; then it is no group, and only holds projects. */
  readonly owner: User | undefined;
  /** `YYYY-MM-DD`. */
  markedForDeletionOn: string | null;
  /** Requests from this machine are answered as if nobody in it could be seen. Of top-level groups only. */
  ipRestriction: boolean;
  readonly members: Member[];
  /** Groups whose members are let in, with the highest level that they get. */
  readonly invited: Map<Group, AccessLevel>;
}

/** A project as the host knows it. `id` and objects stay; everything else may change. */
export interface Project {
  readonly id: number;
  namespace: Group;
  path: string;
  name: string;
  description: string | null;
  visibility: Visibility;
  archived: boolean;
  forkedFrom: number | undefined;
  topics: readonly string[];
  /** Switched off: there is a project, and nothing of its repository can be seen. */
  repositoryDisabled: boolean;
  markedForDeletionOn: string | null;
  defaultBranch: string;
  /** Commit by branch. */
  readonly branches: Map<string, string>;
  readonly objects: GitObjects;
  readonly members: Member[];
  readonly invited: Map<Group, AccessLevel>;
  /** Goes up with everything that Git serves. */
  version: number;
  lastActivityAt: string;
}

/** What a new group may be beyond its path. */
export type NewGroup = Partial<Pick<Group, 'name' | 'description' | 'visibility' | 'owner'>>;

/** What a new user may be beyond the name to sign in with. */
export type NewUser = Partial<Pick<User, 'name' | 'state' | 'kind' | 'publicEmail' | 'admin' | 'auditor'>>;

/** What a new project may be beyond its path. */
export interface NewProject
  extends Partial<
    Pick<Project, 'name' | 'description' | 'visibility' | 'archived' | 'forkedFrom' | 'topics' | 'repositoryDisabled'>
  > {
  readonly branch?: string;
  /** Without files it has no commit. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** What a push does beside changing files; `null` deletes one. */
export interface Push {
  readonly branch?: string;
  /** The branch starts anew: what it was is gone. */
  readonly force?: boolean;
  readonly date?: string;
}

/** Path of a group from the top, as addresses have it. */
export function fullPathOf({ parent, path }: Group): string {
  return parent ? `${fullPathOf(parent)}/${path}` : path;
}

/** Path of a project from the top. */
export function projectPathOf({ namespace, path }: Project): string {
  return `${fullPathOf(namespace)}/${path}`;
}

/** A group, its parent, and so on to the top. */
export function lineOf(group: Group): readonly Group[] {
  return group.parent ? [group, ...lineOf(group.parent)] : [group];
}

/** Everything that the emulated host holds. Tests change it; the answers follow. */
export class GitlabModel {
  readonly groups: Group[] = [];
  readonly projects: Project[] = [];
  readonly users: User[] = [];
  /** Where things were before; the host redirects these. */
  readonly former = new FormerPaths();
  #nextId = 100;
  #minute = 0;

  group(path: string): Group | undefined {
    const namespace = this.namespace(path);
    return namespace?.owner ? undefined : namespace;
  }

  /** A group, or what belongs to the user of that name. */
  namespace(path: string): Group | undefined {
    return this.groups.find((group) => fullPathOf(group).toLowerCase() === path.toLowerCase());
  }

  project(path: string): Project | undefined {
    return this.projects.find((project) => projectPathOf(project).toLowerCase() === path.toLowerCase());
  }

  user(username: string): User | undefined {
    return this.users.find((user) => user.username.toLowerCase() === username.toLowerCase());
  }

  /** Adds a group, with those above it that are not there yet; gives back the one that is there already. */
  addGroup(path: string, details: NewGroup = {}): Group {
    const known = this.namespace(path);
    if (known) return Object.assign(known, details);
    const slash = path.lastIndexOf('/');
    const group: Group = {
      id: this.nextId(),
      path: path.slice(slash + 1),
      name: path.slice(slash + 1),
      description: null,
      visibility: 'public',
      parent: slash < 0 ? undefined : this.addGroup(path.slice(0, slash)),
      owner: undefined,
      markedForDeletionOn: null,
      ipRestriction: false,
      members: [],
      invited: new Map(),
      ...details,
    };
    this.groups.push(group);
    return group;
  }

  addUser(username: string, details: NewUser = {}): User {
    const user: User = {
      id: this.nextId(),
      username,
      name: username,
      state: 'active',
      kind: 'human',
      publicEmail: null,
      admin: false,
      auditor: false,
      ...details,
    };
    this.users.push(user);
    return user;
  }

  /** Gives somebody a place for projects of their own. */
  addPersonalNamespace(username: string): Group {
    const owner = this.user(username) ?? this.addUser(username);
    const namespace = this.addGroup(username, { owner });
    this.addMember(namespace, username, 50);
    return namespace;
  }

  /** Lets somebody into a group or project. */
  addMember(place: Group | Project, username: string, accessLevel: AccessLevel = 30): Member {
    const user = this.user(username) ?? this.addUser(username);
    const member: Member = { id: this.nextId(), user, accessLevel, expiresAt: null };
    place.members.push(member);
    return member;
  }

  /** Adds a project, with the groups above it that are not there yet. */
  create(path: string, { files, branch, ...details }: NewProject = {}): Project {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    const project: Project = {
      id: this.nextId(),
      namespace: this.addGroup(path.slice(0, slash)),
      path: name,
      name,
      description: null,
      visibility: 'public',
      archived: false,
      forkedFrom: undefined,
      topics: [],
      repositoryDisabled: false,
      markedForDeletionOn: null,
      defaultBranch: branch ?? 'main',
      branches: new Map(),
      objects: new GitObjects(),
      members: [],
      invited: new Map(),
      version: 0,
      lastActivityAt: '2026-01-01T00:00:00Z',
      ...details,
    };
    this.projects.push(project);
    this.former.forget(path);
    if (files) this.push(project, files);
    return project;
  }

  push(
    project: Project,
    files: Readonly<Record<string, string | Uint8Array | null>>,
    { branch = project.defaultBranch, force = false, date }: Push = {},
  ): string {
    const parent = project.branches.get(branch) ?? project.branches.get(project.defaultBranch);
    const content = force || !parent ? new Map<string, Buffer>() : new Map(project.objects.filesOf(parent));
    for (const [path, text] of Object.entries(files)) {
      if (text === null) content.delete(path);
      else content.set(path, Buffer.from(text));
    }
    this.#minute += 1;
    const when = date ?? new Date(Date.UTC(2026, 0, 1) + this.#minute * 60_000).toISOString();
    const commit = project.objects.commit(content, force ? undefined : parent, when);
    project.branches.set(branch, commit);
    project.lastActivityAt = when.replace('.000', '');
    project.version += 1;
    return commit;
  }

  delete(project: Project): void {
    this.projects.splice(this.projects.indexOf(project), 1);
  }

  /** A number that nothing has yet. */
  nextId(): number {
    this.#nextId += 1;
    return this.#nextId;
  }
}
