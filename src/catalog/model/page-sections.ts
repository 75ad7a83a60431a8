/** The sections that the page of an entity can have, by the names that model files put them in order with. */
export const pageSections = [
  'about',
  'people',
  'teams',
  'graph',
  'owned',
  'dependents',
  'dependencies',
  'providers',
  'apis',
  'parts',
  'relations',
  'definition',
  'docs',
  'decisions',
  'problems',
  'changes',
  'facts',
  'history',
  'missing',
  'raw',
] as const;

/** Name of a section of an entity's page. */
export type PageSectionName = (typeof pageSections)[number];
