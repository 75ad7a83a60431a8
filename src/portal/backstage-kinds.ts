import type { CommonColumn } from '../catalog/model/kind-presentation.ts';
import type { CatalogColumn } from './views/catalog.ts';
import type { GlyphName } from './views/shared.ts';
import { type Language, type Texts, textsIn } from './views/text/texts.ts';

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

type StaticRule = Omit<KindRule, 'title' | 'plural' | 'description'>;
type KindTexts = Texts['kinds'];

/** The columns that any kind can have. */
export function commonColumns({ columns }: KindTexts): Readonly<Record<CommonColumn, CatalogColumn>> {
  const column = <Field extends CommonColumn>(field: Field) => ({ field, title: columns[field] });
  return {
    name: column('name'),
    owner: column('owner'),
    system: column('system'),
    type: column('type'),
    lifecycle: column('lifecycle'),
    docs: column('docs'),
    tags: column('tags'),
    problems: column('problems'),
  };
}

/** Tables of related entities that several kinds have. */
function commonSections({ sections, via, kinds }: KindTexts) {
  const viaTitle = via.how;
  const section = (id: string, title: string, relations: readonly string[]): SectionRule => ({
    id,
    title,
    relations,
    viaTitle,
  });
  const dependents: SectionRule = {
    id: 'dependents',
    title: sections.dependents,
    relations: 'dependents',
    viaTitle: via.path,
  };
  return {
    /** Everything that depends on the entity. */
    dependents,
    dependencies: section('dependencies', sections.dependencies, ['dependsOn']),
    apis: section('apis', sections.apis, ['providesApi', 'consumesApi']),
    providers: section('providers', sections.providers, ['apiProvidedBy']),
    subcomponents: section('parts', sections.parts, ['hasPart']),
    people: section('people', sections.people, ['hasMember']),
    childTeams: section('teams', sections.teams, ['parentOf']),
    teams: section('teams', sections.teams, ['memberOf']),
    owned: { ...section('owned', sections.owned, ['ownerOf']), throughChildTeams: true, viaTitle: via.through },
    partsOf: (kind: keyof KindTexts['kinds'], title = kinds[kind].plural): SectionRule => ({
      ...section(`${kind}s`, title, ['hasPart']),
      kinds: [kind],
    }),
  };
}

/** How the kinds of Backstage's model are shown, in the order in which people meet them. Keys are lower case. */
function kindRules(text: KindTexts): Readonly<Record<keyof KindTexts['kinds'], StaticRule>> {
  const { name, owner, system, type, lifecycle, docs, tags, problems } = commonColumns(text);
  const { dependents, dependencies, apis, providers, subcomponents, ...of } = commonSections(text);
  const titled = (column: CatalogColumn, title: string): CatalogColumn => ({ ...column, title });
  return {
    component: {
      glyph: 'component',
      columns: [name, owner, system, lifecycle, docs, problems],
      sections: [dependents, dependencies, apis, subcomponents],
    },
    api: {
      glyph: 'api',
      columns: [name, owner, system, type, lifecycle, problems],
      sections: [providers, dependents, dependencies],
    },
    resource: {
      glyph: 'resource',
      columns: [name, owner, system, type, problems],
      sections: [dependents, dependencies],
    },
    system: {
      glyph: 'system',
      columns: [name, owner, titled(system, text.columns.domain), docs, problems],
      sections: [
        of.partsOf('component'),
        of.partsOf('api'),
        of.partsOf('resource'),
        { ...of.partsOf('airesource'), id: 'ai-resources' },
        dependents,
      ],
    },
    domain: {
      glyph: 'domain',
      columns: [name, owner, docs, problems],
      sections: [of.partsOf('system'), of.partsOf('domain', text.sections.subdomains)],
    },
    group: {
      glyph: 'group',
      columns: [name, type, titled(system, text.columns.partOf), problems],
      sections: [of.people, of.childTeams, of.owned],
    },
    user: {
      glyph: 'user',
      columns: [name, titled(owner, text.columns.team), problems],
      sections: [of.teams, of.owned],
    },
    template: { glyph: 'template', columns: [name, owner, type, tags, problems], sections: [] },
    location: { glyph: 'location', columns: [name, type, problems], sections: [] },
    airesource: {
      glyph: 'ai-resource',
      columns: [name, owner, type, lifecycle, problems],
      sections: [dependents, dependencies, subcomponents],
    },
  };
}

/** Lower-case kinds of Backstage's model, in the order in which people meet them. */
export const backstageOrder: readonly string[] = Object.keys(textsIn('en').kinds.kinds);

/** How a kind of Backstage's model is shown; any other reads like a Component. */
export function backstageRule(kind: string, language: Language): KindRule {
  const text = textsIn(language).kinds;
  const rules = kindRules(text);
  const known = kind.toLowerCase() as keyof typeof rules;
  if (Object.hasOwn(rules, known)) return { ...rules[known], ...text.kinds[known] };
  return { ...rules.component, title: kind, plural: pluralOf(kind), glyph: 'entity' };
}

/** "PluginCollection" → "Plugin collections". */
export function pluralOf(kind: string): string {
  const words = kind.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return /[sxz]$|[cs]h$/.test(words) ? `${words}es` : `${words}s`;
}
