/** What people call the kinds of Backstage's model, what lists show of them, and how they relate. */

/** By lower-case kind: one of it, and many. */
export const kinds = {
  component: { title: 'Component', plural: 'Components' },
  api: { title: 'API', plural: 'APIs' },
  resource: { title: 'Resource', plural: 'Resources' },
  system: { title: 'System', plural: 'Systems' },
  domain: { title: 'Domain', plural: 'Domains' },
  group: { title: 'Group', plural: 'Teams' },
  user: { title: 'User', plural: 'People' },
  template: { title: 'Template', plural: 'Templates' },
  location: { title: 'Location', plural: 'Locations' },
  airesource: { title: 'AIResource', plural: 'AI resources' },
};

/** Headings of columns. */
export const columns = {
  name: 'Name',
  owner: 'Owner',
  team: 'Team',
  system: 'System',
  domain: 'Domain',
  partOf: 'Part of',
  type: 'Type',
  lifecycle: 'Lifecycle',
  docs: 'Docs',
  tags: 'Tags',
  problems: 'Problems',
};

/** Headings of the tables of related entities. */
export const sections = {
  dependents: 'Depended on by',
  dependencies: 'Depends on',
  apis: 'APIs',
  parts: 'Parts',
  owned: 'Owns',
  providers: 'Provided by',
  subdomains: 'Subdomains',
  people: 'People',
  teams: 'Teams',
};

/** Headings of the column that says how a row relates. */
export const via = { how: 'How', path: 'Path', through: 'Through' };

/** How relations read from their source, and along an arrow: "checkout depends on orders". */
export const relations = {
  ownedBy: 'owned by',
  ownerOf: 'owns',
  providesApi: 'provides',
  apiProvidedBy: 'provided by',
  consumesApi: 'consumes',
  apiConsumedBy: 'consumed by',
  dependsOn: 'depends on',
  dependencyOf: 'needed by',
  parentOf: 'parent of',
  childOf: 'child of',
  memberOf: 'member of',
  hasMember: 'member',
  partOf: 'part of',
  hasPart: 'part',
};
