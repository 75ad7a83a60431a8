import type { KindDefinition, RelationField } from './kind-definition.ts';
import { templateSpec } from './template-spec.ts';

const text = { type: 'string', minLength: 1 };
const list = { type: 'array', items: text };

function spec(required: Record<string, object>, optional: Record<string, object> = {}): object {
  return { type: 'object', required: Object.keys(required), properties: { ...required, ...optional } };
}

const owner: RelationField = {
  field: 'owner',
  relation: 'ownedBy',
  inverse: 'ownerOf',
  defaultKind: 'Group',
  targetKinds: ['Group', 'User'],
};
const partOf = (field: string, defaultKind: string): RelationField => ({
  field,
  relation: 'partOf',
  inverse: 'hasPart',
  defaultKind,
  targetKinds: [defaultKind],
});
const hasPart = (field: string): RelationField => ({
  field,
  relation: 'hasPart',
  inverse: 'partOf',
  defaultKind: 'AiResource',
  targetKinds: ['AiResource'],
});
const api = (field: string, relation: string, inverse: string): RelationField => ({
  field,
  relation,
  inverse,
  defaultKind: 'API',
  targetKinds: ['API'],
});
const dependsOn: RelationField = { field: 'dependsOn', relation: 'dependsOn', inverse: 'dependencyOf' };
const dependencyOf: RelationField = { field: 'dependencyOf', relation: 'dependencyOf', inverse: 'dependsOn' };
const team = (field: string, relation: string, inverse: string, defaultKind = 'Group'): RelationField => ({
  field,
  relation,
  inverse,
  defaultKind,
  targetKinds: [defaultKind],
});

const system = partOf('system', 'System');
const profile = { type: 'object', properties: { displayName: text, email: text, picture: text } };
const described = { type: text, lifecycle: text, owner: text };
const core = ['backstage.io/v1alpha1', 'backstage.io/v1beta1'];
const alpha = ['backstage.io/v1alpha1'];

/** Every kind that Callboard knows without being told: Backstage's model, release 1.55. */
export const kindDefinitions: readonly KindDefinition[] = [
  {
    kind: 'Component',
    apiVersions: core,
    specSchema: spec(described, {
      system: text,
      subcomponentOf: text,
      providesApis: list,
      consumesApis: list,
      dependsOn: list,
    }),
    relations: [
      owner,
      system,
      partOf('subcomponentOf', 'Component'),
      api('providesApis', 'providesApi', 'apiProvidedBy'),
      api('consumesApis', 'consumesApi', 'apiConsumedBy'),
      dependsOn,
      dependencyOf,
    ],
  },
  {
    kind: 'API',
    apiVersions: core,
    specSchema: spec({ ...described, definition: text }, { system: text }),
    relations: [owner, system],
  },
  {
    kind: 'API',
    apiVersions: core,
    specType: 'mcp-server',
    specSchema: spec(
      { ...described, remotes: { type: 'array', minItems: 1, items: spec({ type: text, url: text }) } },
      { system: text },
    ),
    relations: [owner, system],
  },
  {
    kind: 'Resource',
    apiVersions: core,
    specSchema: spec({ type: text, owner: text }, { system: text, dependsOn: list }),
    relations: [owner, system, dependsOn, dependencyOf],
  },
  {
    kind: 'System',
    apiVersions: core,
    specSchema: spec({ owner: text }, { domain: text, type: text }),
    relations: [owner, partOf('domain', 'Domain')],
  },
  {
    kind: 'Domain',
    apiVersions: core,
    specSchema: spec({ owner: text }, { subdomainOf: text, type: text }),
    relations: [owner, partOf('subdomainOf', 'Domain')],
  },
  {
    kind: 'Group',
    apiVersions: core,
    specSchema: spec({ type: text, children: list }, { profile, parent: text, members: list }),
    lenientLists: ['children'],
    relations: [
      team('parent', 'childOf', 'parentOf'),
      team('children', 'parentOf', 'childOf'),
      team('members', 'hasMember', 'memberOf', 'User'),
    ],
  },
  {
    kind: 'User',
    apiVersions: core,
    specSchema: spec({ memberOf: list }, { profile }),
    lenientLists: ['memberOf'],
    relations: [team('memberOf', 'memberOf', 'hasMember')],
  },
  {
    kind: 'Location',
    apiVersions: core,
    specSchema: spec(
      {},
      { type: text, target: text, targets: list, presence: { type: 'string', enum: ['required', 'optional'] } },
    ),
    relations: [],
  },
  {
    kind: 'Template',
    apiVersions: ['scaffolder.backstage.io/v1beta3'],
    specSchema: templateSpec,
    relations: [owner],
  },
  {
    kind: 'AiResource',
    apiVersions: alpha,
    specSchema: spec(described, { system: text }),
    relations: [owner, system],
  },
  {
    kind: 'AiResource',
    apiVersions: alpha,
    specType: 'skill',
    specSchema: spec(described, {
      system: text,
      disciplines: list,
      categories: list,
      agents: list,
      dependsOn: list,
      allowedTools: text,
      license: text,
      compatibility: { ...text, maxLength: 500 },
    }),
    relations: [owner, system, { ...dependsOn, defaultKind: 'AiResource', targetKinds: ['AiResource'] }],
  },
  {
    kind: 'AiResource',
    apiVersions: alpha,
    specType: 'rule',
    specSchema: spec({ ...described, category: text, rationale: text }, { system: text, disciplines: list }),
    relations: [owner, system],
  },
  {
    kind: 'AiResource',
    apiVersions: alpha,
    specType: 'plugin',
    specSchema: spec({ ...described, skills: list }, { system: text, version: text }),
    relations: [owner, system, hasPart('skills')],
  },
  {
    kind: 'AiResource',
    apiVersions: alpha,
    specType: 'marketplace',
    specSchema: spec({ ...described, plugins: list }, { system: text, version: text }),
    relations: [owner, system, hasPart('plugins')],
  },
];
