import { GraphQLError } from 'graphql';
import type { Account, HostedRepository } from './github-model.ts';
import { describePage, type PageArguments } from './graph-page.ts';
import { describeOrganisation, type PeopleGraph } from './graph-people.ts';
import { nodeId } from './rest-answers.ts';

/** What the graph is made of, and who looks at it. */
export interface Graph extends PeopleGraph {
  /** `http://127.0.0.1:…`. */
  readonly web: string;
  readonly account: (login: string) => Account | undefined;
  /** The repositories of an account that may be seen, in any order. */
  readonly repositoriesOf: (account: Account) => readonly HostedRepository[];
  /** One that may be seen; with `formerly` also by a name that it had before. */
  readonly findRepository: (account: Account, name: string, formerly: boolean) => HostedRepository | undefined;
  readonly refuse: (account: Account) => { readonly message: string; readonly samlFailure: boolean } | undefined;
  readonly rateLimit: () => Record<string, unknown>;
}

interface RepositoryArguments extends PageArguments {
  readonly orderBy?: { readonly field: string; readonly direction: string };
  readonly ownerAffiliations?: readonly string[];
}

/** The fields of `Query` that are emulated. */
export function rootOf(graph: Graph): Record<string, unknown> {
  return {
    rateLimit: graph.rateLimit,
    organization: ({ login }: { readonly login: string }) => {
      admit(graph, graph.account(login));
      return describeOrganisation(graph, login);
    },
    repositoryOwner: ({ login }: { readonly login: string }) => {
      const account = admit(graph, graph.account(login));
      return account ? describeOwner(graph, account) : null;
    },
  };
}

function admit(graph: Graph, account: Account | undefined): Account | undefined {
  const refusal = account && graph.refuse(account);
  if (!refusal) return account;
  throw new GraphQLError(refusal.message, { extensions: { type: 'FORBIDDEN', saml_failure: refusal.samlFailure } });
}

function describeOwner(graph: Graph, account: Account): Record<string, unknown> {
  return {
    __typename: account.type,
    id: nodeId('O', account.id),
    databaseId: account.id,
    login: account.login,
    url: `${graph.web}/${account.login}`,
    repository: ({ name, followRenames = true }: { readonly name: string; readonly followRenames?: boolean }) => {
      const found = graph.findRepository(account, name, followRenames);
      if (found) return describeRepository(graph, found);
      const message = `Could not resolve to a Repository with the name '${account.login}/${name}'.`;
      throw new GraphQLError(message, { extensions: { type: 'NOT_FOUND' } });
    },
    repositories: (page: RepositoryArguments) => {
      if (page.orderBy?.field !== 'NAME' || page.orderBy.direction !== 'ASC')
        throw new Error('Not emulated: this order.');
      if (page.ownerAffiliations?.join() !== 'OWNER') throw new Error('Not emulated: repositories of others.');
      const key = ({ name }: HostedRepository) => name.toLowerCase();
      return describePage(graph.repositoriesOf(account), page, key, (it) => describeRepository(graph, it));
    },
  };
}

function describeRepository(graph: Graph, repository: HostedRepository): Record<string, unknown> {
  const fullName = `${repository.owner.login}/${repository.name}`;
  return {
    __typename: 'Repository',
    id: nodeId('R', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: fullName,
    url: `${graph.web}/${fullName}`,
    description: repository.description,
    isArchived: repository.archived,
    isDisabled: repository.disabled,
    isEmpty: repository.branches.size === 0,
    isFork: repository.fork,
    isPrivate: repository.visibility !== 'public',
    visibility: repository.visibility.toUpperCase(),
    diskUsage: 1,
    pushedAt: repository.branches.size > 0 ? repository.pushedAt : null,
    repositoryTopics: ({ first = 0 }: PageArguments) => ({
      totalCount: repository.topics.length,
      nodes: repository.topics.slice(0, first).map((name) => ({ topic: { name } })),
    }),
    defaultBranchRef: () => describeRef(repository, repository.defaultBranch),
    ref: ({ qualifiedName }: { readonly qualifiedName: string }) =>
      describeRef(repository, qualifiedName.replace(/^refs\/heads\//, '')),
    object: ({ expression }: { readonly expression?: string }) => resolve(repository, expression ?? ''),
  };
}

function describeRef(repository: HostedRepository, branch: string): unknown {
  const commit = repository.branches.get(branch);
  return commit === undefined
    ? null
    : { name: branch, prefix: 'refs/heads/', target: describeObject(repository, commit) };
}

// The part of `git rev-parse` that is asked for: `HEAD:path`, `branch:path`, `commit:path`.
function resolve(repository: HostedRepository, expression: string): unknown {
  const [revision = '', ...rest] = expression.split(':');
  const branch = revision === 'HEAD' ? repository.defaultBranch : revision.replace(/^refs\/heads\//, '');
  const commit = repository.branches.get(branch) ?? (repository.objects.read(revision) ? revision : undefined);
  if (commit === undefined) return null;
  const oid = rest.length === 0 ? commit : repository.objects.find(commit, rest.join(':'));
  return oid === undefined ? null : describeObject(repository, oid);
}

/** The host shows no more of a text than this, and says so. */
const longestText = 512 * 1024;

function describeObject(repository: HostedRepository, oid: string): unknown {
  const object = repository.objects.read(oid);
  if (object?.type === 'commit') {
    return { __typename: 'Commit', oid, committedDate: repository.objects.dateOf(oid) };
  }
  if (object?.type !== 'blob') return { __typename: 'Tree', oid };
  const { content } = object;
  const isBinary = content.subarray(0, 8000).includes(0);
  return {
    __typename: 'Blob',
    oid,
    byteSize: content.length,
    isBinary,
    isTruncated: content.length > longestText,
    // What is not UTF-8 is guessed at.
    text: isBinary ? null : decode(content.subarray(0, longestText)),
  };
}

function decode(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return content.toString('latin1');
  }
}
