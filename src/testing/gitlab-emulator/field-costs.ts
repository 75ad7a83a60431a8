/** What a field costs beside its children. */
export interface FieldCost {
  readonly own: number;
  /** By which part a connection, with all that is in it, grows for every item that is asked for. */
  readonly perItem?: number;
}

type Arguments = Readonly<Record<string, unknown>>;

/** Fields that ask Gitaly cost one more. */
const gitaly: FieldCost = { own: 2 };

/** A field behind a resolver: 1, one more for an order, five for a search. */
const resolver = (given: Arguments): number => 1 + (given['sort'] ? 1 : 0) + (given['search'] ? 5 : 0);

/** A connection behind a resolver. */
const listed = (own: number): FieldCost => ({ own, perItem: 0.01 });

const costs: Readonly<Record<string, FieldCost | ((given: Arguments) => FieldCost)>> = {
  'Query.projects': (given) => listed(resolver(given)),
  'Group.projects': (given) => listed(resolver(given) + 10),
  // A constant: it does not grow with the page.
  'Group.descendantGroups': { own: 5 },
  'Group.groupMembers': (given) => listed(resolver(given)),
  'Project.avatarUrl': gitaly,
  'Project.forksCount': gitaly,
  'Repository.rootRef': gitaly,
  'Repository.empty': gitaly,
  'Repository.exists': gitaly,
  'Repository.branchNames': { own: 170 },
  'Repository.tree': { own: 2 },
  'Repository.blobs': (given) => listed(resolver(given) + (given['paths'] as readonly unknown[]).length + 1),
  'Tree.lastCommit': { own: 10 },
  'Tree.blobs': gitaly,
  'Commit.title': gitaly,
  'RepositoryBlob.lfsOid': gitaly,
};

/**
 * The cost of a field by the declarations in app/graphql/types and app/graphql/resolvers: `calls_gitaly`, `complexity` and
 * `resolver_complexity`. 1 where nothing is declared.
 */
export function costOfField(type: string, field: string, given: Arguments): FieldCost {
  const cost = costs[`${type}.${field}`] ?? { own: 1 };
  return typeof cost === 'function' ? cost(given) : cost;
}
