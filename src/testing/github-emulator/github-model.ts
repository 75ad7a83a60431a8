import { GitObjects } from '../host-emulator/git-objects.ts';

/** An organisation or user. */
export interface Account {
  readonly id: number;
  login: string;
  readonly type: 'Organization' | 'User';
  /** What a person calls themselves. */
  name: string | null;
  /** Personal tokens must be authorised for its single sign-on. */
  singleSignOn: boolean;
  /** Requests from this machine are refused. */
  ipAllowList: boolean;
}

/** A team of an organisation. */
export interface Team {
  readonly id: number;
  readonly slug: string;
  readonly organisation: Account;
  name: string;
  description: string | null;
  secret: boolean;
  parent: Team | undefined;
  /** Its own members. */
  readonly members: Set<Account>;
}

/** A repository as the host knows it. `id` and objects stay; everything else may change. */
export interface HostedRepository {
  readonly id: number;
  owner: Account;
  name: string;
  description: string | null;
  visibility: 'public' | 'private' | 'internal';
  archived: boolean;
  fork: boolean;
  disabled: boolean;
  topics: readonly string[];
  defaultBranch: string;
  /** Commit by branch. */
  readonly branches: Map<string, string>;
  readonly objects: GitObjects;
  /** Goes up with everything that Git serves. */
  version: number;
  pushedAt: string;
}

/** What a new repository may be beyond its name. */
export interface NewRepository {
  readonly description?: string;
  readonly visibility?: HostedRepository['visibility'];
  readonly archived?: boolean;
  readonly fork?: boolean;
  readonly topics?: readonly string[];
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

/** Everything that the emulated host holds. Tests change it; the answers follow. */
export class GithubModel {
  readonly accounts: Account[] = [];
  readonly repositories: HostedRepository[] = [];
  readonly teams: Team[] = [];
  /** Members by organisation. */
  readonly members = new Map<Account, Set<Account>>();
  /** Former `owner/name`, lower case, to repository id: the host redirects these. */
  readonly formerNames = new Map<string, number>();
  #nextId = 1000;
  #day = 0;

  addAccount(login: string, type: Account['type'] = 'Organization'): Account {
    const account: Account = { id: this.#id(), login, type, name: null, singleSignOn: false, ipAllowList: false };
    this.accounts.push(account);
    return account;
  }

  account(login: string): Account | undefined {
    return this.accounts.find((account) => account.login.toLowerCase() === login.toLowerCase());
  }

  /** Adds a team, and to the organisation whoever of its members is not in it yet. */
  addTeam(
    login: string,
    slug: string,
    details: { readonly parent?: Team; readonly members?: readonly string[] } = {},
  ): Team {
    const organisation = this.account(login) ?? this.addAccount(login);
    const members = new Set((details.members ?? []).map((member) => this.addMember(login, member)));
    const { parent } = details;
    const team: Team = {
      id: this.#id(),
      slug,
      organisation,
      name: slug,
      description: null,
      secret: false,
      parent,
      members,
    };
    this.teams.push(team);
    return team;
  }

  /** Adds somebody to an organisation. */
  addMember(login: string, member: string): Account {
    const organisation = this.account(login) ?? this.addAccount(login);
    const person = this.account(member) ?? this.addAccount(member, 'User');
    this.members.set(organisation, (this.members.get(organisation) ?? new Set()).add(person));
    return person;
  }

  create(login: string, name: string, details: NewRepository = {}): HostedRepository {
    const owner = this.account(login) ?? this.addAccount(login);
    const repository: HostedRepository = {
      id: this.#id(),
      owner,
      name,
      description: details.description ?? null,
      visibility: details.visibility ?? 'public',
      archived: details.archived ?? false,
      fork: details.fork ?? false,
      disabled: false,
      topics: details.topics ?? [],
      defaultBranch: details.branch ?? 'main',
      branches: new Map(),
      objects: new GitObjects(),
      version: 0,
      pushedAt: '2026-01-01T00:00:00Z',
    };
    this.repositories.push(repository);
    this.formerNames.delete(`${owner.login}/${name}`.toLowerCase());
    if (details.files) this.push(repository, details.files);
    return repository;
  }

  find(login: string, name: string): HostedRepository | undefined {
    const wanted = `${login}/${name}`.toLowerCase();
    return this.repositories.find((it) => `${it.owner.login}/${it.name}`.toLowerCase() === wanted);
  }

  push(
    repository: HostedRepository,
    files: Readonly<Record<string, string | Uint8Array | null>>,
    how: Push = {},
  ): string {
    const branch = how.branch ?? repository.defaultBranch;
    const parent = repository.branches.get(branch) ?? repository.branches.get(repository.defaultBranch);
    const content = how.force || !parent ? new Map<string, Buffer>() : new Map(repository.objects.filesOf(parent));
    for (const [path, text] of Object.entries(files)) {
      if (text === null) content.delete(path);
      else content.set(path, Buffer.from(text));
    }
    this.#day += 1;
    const date = how.date ?? new Date(Date.UTC(2026, 0, 1) + this.#day * 60_000).toISOString();
    const commit = repository.objects.commit(content, how.force ? undefined : parent, date);
    repository.branches.set(branch, commit);
    repository.pushedAt = date.replace('.000', '');
    repository.version += 1;
    return commit;
  }

  rename(repository: HostedRepository, name: string): void {
    this.#remember(repository);
    repository.name = name;
  }

  transfer(repository: HostedRepository, login: string): void {
    this.#remember(repository);
    repository.owner = this.account(login) ?? this.addAccount(login);
  }

  delete(repository: HostedRepository): void {
    this.repositories.splice(this.repositories.indexOf(repository), 1);
  }

  /** Forgets the commits that no branch leads to. */
  collectGarbage(repository: HostedRepository): void {
    repository.objects.keepOnly(repository.branches.values());
    repository.version += 1;
  }

  renameBranch(repository: HostedRepository, from: string, to: string): void {
    const commit = repository.branches.get(from);
    if (commit) repository.branches.set(to, commit);
    repository.branches.delete(from);
    if (repository.defaultBranch === from) repository.defaultBranch = to;
    repository.version += 1;
  }

  #remember(repository: HostedRepository): void {
    this.formerNames.set(`${repository.owner.login}/${repository.name}`.toLowerCase(), repository.id);
  }

  #id(): number {
    this.#nextId += 1;
    return this.#nextId;
  }
}
