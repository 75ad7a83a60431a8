/** What people call the kinds of Backstage's model, what lists show of them, and how they relate. */

/** By lower-case kind: one of it, and many. */
export const kinds = {
  component: { title: 'Komponente', plural: 'Komponenten' },
  api: { title: 'API', plural: 'APIs' },
  resource: { title: 'Ressource', plural: 'Ressourcen' },
  system: { title: 'System', plural: 'Systeme' },
  domain: { title: 'Domäne', plural: 'Domänen' },
  group: { title: 'Team', plural: 'Teams' },
  user: { title: 'Person', plural: 'Personen' },
  template: { title: 'Vorlage', plural: 'Vorlagen' },
  location: { title: 'Fundort', plural: 'Fundorte' },
  airesource: { title: 'KI-Ressource', plural: 'KI-Ressourcen' },
};

/** Headings of columns. */
export const columns = {
  name: 'Name',
  owner: 'Verantwortlich',
  team: 'Team',
  system: 'System',
  domain: 'Domäne',
  partOf: 'Teil von',
  type: 'Typ',
  lifecycle: 'Lebenszyklus',
  docs: 'Doku',
  tags: 'Tags',
  problems: 'Probleme',
};

/** Headings of the tables of related entities. */
export const sections = {
  dependents: 'Wird gebraucht von',
  dependencies: 'Hängt ab von',
  apis: 'APIs',
  parts: 'Teile',
  owned: 'Verantwortlich für',
  providers: 'Angeboten von',
  subdomains: 'Teildomänen',
  people: 'Personen',
  teams: 'Teams',
};

/** Headings of the column that says how a row relates. */
export const via = { how: 'Wie', path: 'Weg', through: 'Über' };

/** How relations read from their source, and along an arrow: "checkout depends on orders". */
export const relations = {
  ownedBy: 'verantwortet von',
  ownerOf: 'verantwortet',
  providesApi: 'bietet an',
  apiProvidedBy: 'angeboten von',
  consumesApi: 'nutzt',
  apiConsumedBy: 'genutzt von',
  dependsOn: 'hängt ab von',
  dependencyOf: 'wird gebraucht von',
  parentOf: 'steht über',
  childOf: 'gehört zu',
  memberOf: 'Mitglied von',
  hasMember: 'Mitglied',
  partOf: 'Teil von',
  hasPart: 'Teil',
};
