import type { CatalogColumn } from './views/catalog.ts';
import type { GlyphName } from './views/shared.ts';

/** A table of related entities on the pages of a kind. */
export interface SectionRule {
  readonly id: string;
  readonly title: string;
  /** Relations whose targets are listed; `dependents` stands for everything that depends on the entity. */
  readonly relations: readonly string[] | 'dependents';
  /** Only targets of these kinds, lower case; absent: all. */
  readonly kinds?: readonly string[];
  /** Also what child teams own. */
  readonly throughChildTeams?: boolean;
  /** Heading of the column that says how the row relates. */
  readonly viaTitle: string;
}

/** How a kind is shown. */
export interface KindRule {
  readonly plural: string;
  readonly glyph: GlyphName;
  readonly columns: readonly CatalogColumn[];
  readonly sections: readonly SectionRule[];
}

const name: CatalogColumn = { field: 'name', title: 'Name' };
const owner: CatalogColumn = { field: 'owner', title: 'Owner' };
const system: CatalogColumn = { field: 'system', title: 'System' };
const type: CatalogColumn = { field: 'type', title: 'Type' };
const lifecycle: CatalogColumn = { field: 'lifecycle', title: 'Lifecycle' };
const docs: CatalogColumn = { field: 'docs', title: 'Docs' };
const tags: CatalogColumn = { field: 'tags', title: 'Tags' };
const problems: CatalogColumn = { field: 'problems', title: 'Problems' };

const dependents: SectionRule = {
  id: 'dependents',
  title: 'Depended on by',
  relations: 'dependents',
  viaTitle: 'Path',
};
const dependencies: SectionRule = {
  id: 'dependencies',
  title: 'Depends on',
  relations: ['dependsOn'],
  viaTitle: 'How',
};
const apis: SectionRule = {
  id: 'apis',
  title: 'APIs',
  relations: ['providesApi', 'consumesApi'],
  viaTitle: 'How',
};
const subcomponents: SectionRule = { id: 'parts', title: 'Parts', relations: ['hasPart'], viaTitle: 'How' };
const owned: SectionRule = {
  id: 'owned',
  title: 'Owns',
  relations: ['ownerOf'],
  throughChildTeams: true,
  viaTitle: 'Through',
};

function parts(kind: string, title: string): SectionRule {
  return { id: `${kind}s`, title, relations: ['hasPart'], kinds: [kind], viaTitle: 'How' };
}

const component: KindRule = {
  plural: 'Components',
  glyph: 'component',
  columns: [name, owner, system, lifecycle, docs, problems],
  sections: [dependents, dependencies, apis, subcomponents],
};

/** How the kinds of Backstage's model are shown, in the order in which people meet them. Keys are lower case. */
const kindRules: Readonly<Record<string, KindRule>> = {
  component,
  api: {
    plural: 'APIs',
    glyph: 'api',
    columns: [name, owner, system, type, lifecycle, problems],
    sections: [
      { id: 'providers', title: 'Provided by', relations: ['apiProvidedBy'], viaTitle: 'How' },
      dependents,
      dependencies,
    ],
  },
  resource: {
    plural: 'Resources',
    glyph: 'resource',
    columns: [name, owner, system, type, problems],
    sections: [dependents, dependencies],
  },
  system: {
    plural: 'Systems',
    glyph: 'system',
    columns: [name, owner, { field: 'system', title: 'Domain' }, docs, problems],
    sections: [
      parts('component', 'Components'),
      parts('api', 'APIs'),
      parts('resource', 'Resources'),
      { ...parts('airesource', 'AI resources'), id: 'ai-resources' },
      dependents,
    ],
  },
  domain: {
    plural: 'Domains',
    glyph: 'domain',
    columns: [name, owner, docs, problems],
    sections: [parts('system', 'Systems'), parts('domain', 'Subdomains')],
  },
  group: {
    plural: 'Teams',
    glyph: 'group',
    columns: [name, type, { field: 'system', title: 'Part of' }, problems],
    sections: [
      { id: 'people', title: 'People', relations: ['hasMember'], viaTitle: 'How' },
      { id: 'teams', title: 'Teams', relations: ['parentOf'], viaTitle: 'How' },
      owned,
    ],
  },
  user: {
    plural: 'People',
    glyph: 'user',
    columns: [name, { field: 'owner', title: 'Team' }, problems],
    sections: [{ id: 'teams', title: 'Teams', relations: ['memberOf'], viaTitle: 'How' }, owned],
  },
  template: {
    plural: 'Templates',
    glyph: 'template',
    columns: [name, owner, type, tags, problems],
    sections: [],
  },
  location: { plural: 'Locations', glyph: 'location', columns: [name, type, problems], sections: [] },
  airesource: {
    plural: 'AI resources',
    glyph: 'ai-resource',
    columns: [name, owner, type, lifecycle, problems],
    sections: [dependents, dependencies, subcomponents],
  },
};

/** Kinds in the order in which tabs and counts show them; unknown kinds follow, by name. */
export const kindOrder: readonly string[] = Object.keys(kindRules);

/** How a kind is shown; a kind that nobody declared reads like a Component. */
export function kindRule(kind: string): KindRule {
  return kindRules[kind.toLowerCase()] ?? { ...component, plural: pluralOf(kind), glyph: 'entity' };
}

function pluralOf(kind: string): string {
  const words = kind.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return /[sxz]$|[cs]h$/.test(words) ? `${words}es` : `${words}s`;
}

/** How a relation reads from its source: "depends on". */
export function relationTitle(type: string): string {
  return relationTitles[type] ?? type.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}

const relationTitles: Readonly<Record<string, string>> = {
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
