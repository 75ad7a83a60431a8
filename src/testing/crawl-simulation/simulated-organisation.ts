import type { GithubModel, HostedRepository } from '../github-emulator/github-model.ts';
import { type CommitContent, filesOfContent } from './content-model.ts';

/** Where a repository stands, for somebody who crawls: nowhere, left out by a filter, without a commit, or at one. */
export type Standing = 'gone' | 'unwanted' | 'empty' | { readonly commit: string };

/** One repository at one moment. */
export interface Moment {
  readonly standing: Standing;
  /** `owner/name`. */
  readonly name: string;
}

/** The accounts that are crawled, in the order of their sources. */
export const crawledAccounts = ['acme', 'umbrella'] as const;

/** A repository of the simulation, also when the host does not have it any more. */
export interface SimulatedRepository {
  readonly hosted: HostedRepository;
  content: CommitContent;
  deleted: boolean;
}

/**
 * An organisation on an emulated host, and what is true of it: what every commit holds, and where every repository stood at
 * every moment of the run that goes on.
 */
export class SimulatedOrganisation {
  readonly host: GithubModel;
  readonly repositories: SimulatedRepository[] = [];
  /** What each commit holds. */
  readonly commits = new Map<string, CommitContent>();
  /** Names of teams at every moment of this run, the present ones last. */
  readonly teamMoments: (readonly string[])[] = [];
  readonly #moments = new Map<number, Moment[]>();
  readonly #names = new Map<number, Set<string>>();
  #lastName = 0;
  #isRunning = false;

  constructor(host: GithubModel) {
    this.host = host;
    for (const login of [...crawledAccounts, 'elsewhere']) host.addAccount(login);
  }

  /** A name that nothing had before. */
  freshName(prefix: string): string {
    this.#lastName += 1;
    return `${prefix}-${this.#lastName}`;
  }

  create(login: string, name: string, content: CommitContent): SimulatedRepository {
    const repository = { hosted: this.host.create(login, name), content, deleted: false };
    this.repositories.push(repository);
    this.push(repository, content);
    return repository;
  }

  /** Replaces what a repository holds. */
  push(repository: SimulatedRepository, content: CommitContent, force = false): void {
    const { hosted } = repository;
    const files: Record<string, string | null> = filesOfContent(content);
    for (const path of Object.keys(filesOfContent(repository.content))) files[path] ??= null;
    const commit = this.host.push(hosted, files, { force });
    repository.content = content;
    this.commits.set(commit, content);
    this.note(repository);
  }

  /** Remembers where a repository stands now. */
  note(repository: SimulatedRepository): void {
    const { id } = repository.hosted;
    // What is created while a run goes on was nowhere at its beginning.
    const moments = this.#moments.get(id) ?? (this.#isRunning ? [{ standing: 'gone', name: '' }] : []);
    const moment = this.#momentOf(repository);
    this.#moments.set(id, [...moments, moment]);
    this.#names.set(id, new Set(this.#names.get(id)).add(moment.name));
  }

  noteTeams(): void {
    this.teamMoments.push(this.host.teams.map(({ slug }) => slug).sort());
  }

  /** Starts a run: what was before is over. */
  startRun(): void {
    this.#moments.clear();
    this.#isRunning = false;
    this.teamMoments.length = 0;
    for (const repository of this.repositories) this.note(repository);
    this.noteTeams();
    this.#isRunning = true;
  }

  /** Where a repository stood in this run, in order. */
  momentsOf(id: number): readonly Moment[] {
    return this.#moments.get(id) ?? [{ standing: 'gone', name: '' }];
  }

  /** Every `owner/name` that a repository ever had, today's last unless it was given back an earlier one. */
  namesOf(id: number): ReadonlySet<string> {
    return this.#names.get(id) ?? new Set();
  }

  #momentOf({ hosted, deleted }: SimulatedRepository): Moment {
    const name = `${hosted.owner.login}/${hosted.name}`;
    const crawled = crawledAccounts.some((login) => login === hosted.owner.login);
    const commit = hosted.branches.get(hosted.defaultBranch);
    if (deleted || !crawled) return { name, standing: 'gone' };
    if (hosted.archived || hosted.visibility === 'private') return { name, standing: 'unwanted' };
    return { name, standing: commit === undefined ? 'empty' : { commit } };
  }
}
