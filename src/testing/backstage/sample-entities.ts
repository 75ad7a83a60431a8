import type { Mapping } from '../../catalog/values.ts';

const described = { type: 'service', lifecycle: 'production', owner: 'team' };
const metadata = {
  name: 'cart',
  namespace: 'shop',
  title: 'Cart',
  description: 'Keeps what people want to buy',
  uid: 'u',
  etag: 'e',
  labels: { 'acme.example/tier': 'gold', empty: '' },
  annotations: { 'github.com/project-slug': 'acme/cart' },
  tags: ['java', 'c++'],
  links: [{ url: 'https://acme.example', title: 'Home', icon: 'web', type: 'site' }],
  custom: { anything: [1, null] },
};
const specs: readonly (readonly [string, object])[] = [
  [
    'Component',
    {
      ...described,
      system: 's',
      subcomponentOf: 'c',
      providesApis: ['a'],
      consumesApis: ['b'],
      dependsOn: ['resource:r'],
    },
  ],
  ['API', { ...described, system: 's', definition: 'x' }],
  ['API', { ...described, type: 'mcp-server', system: 's', remotes: [{ type: 'sse', url: 'u' }] }],
  ['Resource', { type: 'db', owner: 'team', system: 's', dependsOn: ['component:c'] }],
  ['System', { owner: 'team', domain: 'd', type: 't' }],
  ['Domain', { owner: 'team', subdomainOf: 'd', type: 't' }],
  [
    'Group',
    {
      type: 'team',
      children: ['a'],
      parent: 'p',
      members: ['u'],
      profile: { displayName: 'n', email: 'e', picture: 'p' },
    },
  ],
  ['User', { memberOf: ['team'], profile: { displayName: 'n', email: 'e', picture: 'p' } }],
  ['Location', { type: 'url', target: './a', targets: ['./b'], presence: 'optional' }],
  ['AiResource', { ...described, system: 's' }],
  [
    'AiResource',
    {
      ...described,
      type: 'skill',
      disciplines: ['d'],
      categories: ['c'],
      agents: ['a'],
      dependsOn: ['x'],
      allowedTools: 't',
      license: 'l',
      compatibility: 'c',
    },
  ],
  ['AiResource', { ...described, type: 'rule', category: 'c', rationale: 'r', disciplines: ['d'] }],
  ['AiResource', { ...described, type: 'plugin', skills: ['s'], version: '1' }],
  ['AiResource', { ...described, type: 'marketplace', plugins: ['p'], version: '1' }],
];
/** An entity of each kind and type with every field there is, and one with only those that it must have elsewhere. */
export const sampleEntities: readonly Mapping[] = specs.flatMap(([kind, spec]) =>
  [metadata, { name: 'a' }].map((meta) => ({ apiVersion: 'backstage.io/v1alpha1', kind, metadata: meta, spec })),
);
