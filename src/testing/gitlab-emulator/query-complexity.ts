import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLBoolean,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromAST,
} from 'graphql';
import { costOfField } from './field-costs.ts';

/** What a query is worth by GitLab's own reckoning. */
export interface QueryScore {
  readonly complexity: number;
  readonly depth: number;
  /** Fields that stand within themselves too often. */
  readonly recurring: readonly string[];
}

type Variables = Readonly<Record<string, unknown>>;

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
}

/** These say nothing about how deep a query goes into itself. */
const ignored = new Set(['node', 'edges', 'nodes', 'ofType']);

/** How often a field may stand within itself. */
const recursionThreshold = 2;

/**
 * Reckons as GitLab does: every field costs what it and its children cost, a connection grows by one hundredth for every item
 * asked for (app/graphql/types/base_field.rb, app/graphql/resolvers/base_resolver.rb). Fields that answer under one name count
 * once. `variables` are coerced already.
 */
export function scoreOf(schema: GraphQLSchema, document: DocumentNode, variables: Variables): QueryScore {
  const operation = document.definitions.find(
    (it): it is OperationDefinitionNode => it.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = document.definitions.filter(
    (it): it is FragmentDefinitionNode => it.kind === Kind.FRAGMENT_DEFINITION,
  );
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const root = schema.getQueryType();
  if (!operation || !root) return { complexity: 0, depth: 0, recurring: [] };
  const walk: Walk = { schema, fragments: byName, variables };
  const { complexity, depth, recurring } = scoreOfSelections(walk, [operation.selectionSet], root, []);
  return { complexity, depth, recurring: [...new Set(recurring)] };
}

function scoreOfSelections(
  walk: Walk,
  sets: readonly SelectionSetNode[],
  type: GraphQLNamedType,
  above: readonly string[],
): QueryScore {
  const scores = concreteTypes(walk.schema, type).map((concrete) => {
    const fields = new Map<string, FieldNode[]>();
    for (const set of sets) collect(walk, set, concrete, fields);
    return [...fields.values()].map((nodes) => scoreOfField(walk, nodes, concrete, above));
  });
  // Whatever the object turns out to be, it may not cost more than this.
  return {
    complexity: Math.max(0, ...scores.map((each) => each.reduce((sum, { complexity }) => sum + complexity, 0))),
    depth: Math.max(0, ...scores.flat().map(({ depth }) => depth)),
    recurring: scores.flat().flatMap(({ recurring }) => recurring),
  };
}

function scoreOfField(
  walk: Walk,
  nodes: readonly FieldNode[],
  type: GraphQLNamedType,
  above: readonly string[],
): QueryScore {
  const [first] = nodes;
  const name = first?.name.value ?? '';
  const line = ignored.has(name) ? above : [...above, name];
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const below =
    field && sets.length > 0
      ? scoreOfSelections(walk, sets, getNamedType(field.type), line)
      : { complexity: 0, depth: 0, recurring: [] };
  const tooOften = line.filter((each) => each === name).length > recursionThreshold;
  return {
    complexity: field && first ? costWithChildren(walk, field, first, type.name, below.complexity) : 1,
    depth: below.depth + 1,
    recurring: tooOften ? [name, ...below.recurring] : below.recurring,
  };
}

function costWithChildren(
  { variables }: Walk,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  type: string,
  children: number,
): number {
  const given = getArgumentValues(field, node, variables);
  const cost = costOfField(type, field.name, given);
  if (!cost.perItem) return children + cost.own;
  const sizes = [given['first'], given['last'], 100].filter((size) => typeof size === 'number');
  return Math.trunc((children + cost.own) * (1 + Math.min(...sizes) * cost.perItem));
}

function collect(walk: Walk, set: SelectionSetNode, type: GraphQLNamedType, fields: Map<string, FieldNode[]>): void {
  for (const selection of set.selections) {
    if (leftOut(selection, walk.variables)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      fields.set(key, [...(fields.get(key) ?? []), selection]);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value;
    const wanted = condition === undefined ? type : walk.schema.getType(condition);
    if (fragment && wanted && concreteTypes(walk.schema, wanted).includes(type)) {
      collect(walk, fragment.selectionSet, type, fields);
    }
  }
}

function leftOut({ directives = [] }: SelectionSetNode['selections'][number], variables: Variables): boolean {
  return directives.some(({ name, arguments: given = [] }) => {
    const condition = given.find((argument) => argument.name.value === 'if');
    const value = condition && valueFromAST(condition.value, GraphQLBoolean, variables);
    return (name.value === 'skip' && value === true) || (name.value === 'include' && value === false);
  });
}

function concreteTypes(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLNamedType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
}
