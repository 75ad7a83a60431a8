import type { CommonColumn } from '../catalog/model/kind-presentation.ts';
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

/** A column of a kind's list and where its values are; a common column's are known by its name. */
export interface KindColumn extends CatalogColumn {
  /** Keys from the entity's root. */
  readonly path?: readonly string[];
  /** The list can be narrowed by the column's values. */
  readonly isFacet?: boolean;
}

/** How a kind is shown. */
export interface KindRule {
  /** What people call one of it. */
  readonly title: string;
  readonly plural: string;
  /** What the kind is, where its declaration says so. */
  readonly description?: string;
  readonly glyph: GlyphName;
  readonly columns: readonly KindColumn[];
  readonly sections: readonly SectionRule[];
}

type StaticRule = Omit<KindRule, 'title' | 'description'>;

/** The columns that any kind can have. */
export const commonColumns: Readonly<Record<CommonColumn, CatalogColumn>> = {
  name: { field: 'name', title: 'Name' },
  owner: { field: 'owner', title: 'Owner' },
  system: { field: 'system', title: 'System' },
  type: { field: 'type', title: 'Type' },
  lifecycle: { field: 'lifecycle', title: 'Lifecycle' },
  docs: { field: 'docs', title: 'Docs' },
  tags: { field: 'tags', title: 'Tags' },
  problems: { field: 'problems', title: 'Problems' },
};
const { name, owner, system, type, lifecycle, docs, tags, problems } = commonColumns;

/** Everything that depends on the entity. */
export const dependents: SectionRule = {
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

const component: StaticRule = {
  plural: 'Components',
  glyph: 'component',
  columns: [name, owner, system, lifecycle, docs, problems],
  sections: [dependents, dependencies, apis, subcomponents],
};

/** How the kinds of Backstage's model are shown, in the order in which people meet them. Keys are lower case. */
const kindRules: ReadonlyMap<string, StaticRule> = new Map(
  Object.entries({
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
  } satisfies Record<string, StaticRule>),
);

/** Lower-case kinds of Backstage's model, in the order in which people meet them. */
export const backstageOrder: readonly string[] = [...kindRules.keys()];

/** How a kind of Backstage's model is shown; any other reads like a Component. */
export function backstageRule(kind: string): KindRule {
  const rule = kindRules.get(kind.toLowerCase());
  return rule ? { ...rule, title: kind } : { ...component, title: kind, plural: pluralOf(kind), glyph: 'entity' };
}

/** "PluginCollection" → "Plugin collections". */
export function pluralOf(kind: string): string {
  const words = kind.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return /[sxz]$|[cs]h$/.test(words) ? `${words}es` : `${words}s`;
}
