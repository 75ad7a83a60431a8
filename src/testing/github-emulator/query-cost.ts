import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a query may cost at most, and what it costs. */
export interface QueryCost {
  readonly nodes: number;
  /** Points off the hourly limit. */
  readonly points: number;
  /** Why the host refuses to run it, with the type that it gives the error. */
  readonly refusal?: { readonly type: string; readonly message: string };
}

const maximalNodes = 500_000;

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  nodes: number;
  requests: number;
  refusal?: QueryCost['refusal'];
}

/**
 * Counts as GitHub documents it: nodes by what each connection may hold at most, one request for every connection of every
 * parent, a hundredth of that in points. https://docs.github.com/graphql/overview/rate-limits-and-node-limits-for-the-graphql-api
 */
export function costOf(schema: GraphQLSchema, document: DocumentNode, variables: Walk['variables']): QueryCost {
  const operation = document.definitions.find(
    (it): it is OperationDefinitionNode => it.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = document.definitions.filter(
    (it): it is FragmentDefinitionNode => it.kind === Kind.FRAGMENT_DEFINITION,
  );
  const walk: Walk = {
    schema,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    variables,
    nodes: 0,
    requests: 0,
  };
  const root = schema.getQueryType();
  if (operation && root) visit(walk, operation.selectionSet, root, 1);
  if (walk.nodes > maximalNodes) {
    const message = `This query requests up to ${walk.nodes} possible nodes which exceeds the maximum limit of 500,000.`;
    walk.refusal ??= { type: 'MAX_NODE_LIMIT_EXCEEDED', message };
  }
  const points = Math.max(1, Math.round(walk.requests / 100));
  return { nodes: walk.nodes, points, ...(walk.refusal && { refusal: walk.refusal }) };
}

function visit(walk: Walk, selections: SelectionSetNode, type: GraphQLNamedType, parents: number): void {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) visitField(walk, selection, type, parents);
    else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      visit(walk, selection.selectionSet, (condition && walk.schema.getType(condition)) || type, parents);
    } else {
      const fragment = walk.fragments.get(selection.name.value);
      const target = fragment && walk.schema.getType(fragment.typeCondition.name.value);
      if (fragment && target) visit(walk, fragment.selectionSet, target, parents);
    }
  }
}

function visitField(walk: Walk, field: FieldNode, parent: GraphQLNamedType, parents: number): void {
  if (!field.selectionSet || !(isObjectType(parent) || isInterfaceType(parent))) return;
  const definition = parent.getFields()[field.name.value];
  if (!definition) return;
  const type = getNamedType(definition.type);
  if (!type.name.endsWith('Connection')) {
    visit(walk, field.selectionSet, type, parents);
    return;
  }
  const size = pageSize(walk, field);
  walk.requests += parents;
  walk.nodes += parents * size;
  visit(walk, field.selectionSet, type, parents * size);
}

function pageSize(walk: Walk, field: FieldNode): number {
  const name = field.name.value;
  const argument = field.arguments?.find((it) => it.name.value === 'first' || it.name.value === 'last');
  const value = argument?.value;
  const size = Number(
    value?.kind === Kind.VARIABLE
      ? walk.variables[value.name.value]
      : value?.kind === Kind.INT
        ? value.value
        : Number.NaN,
  );
  if (!(size >= 1)) {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
    walk.refusal ??= { type: 'MISSING_PAGINATION_BOUNDARIES', message };
    return 1;
  }
  if (size > 100) {
    const message = `Requesting ${size} records on the \`${name}\` connection exceeds the \`first\` limit of 100 records.`;
    walk.refusal ??= { type: 'EXCESSIVE_PAGINATION', message };
  }
  return size;
}
