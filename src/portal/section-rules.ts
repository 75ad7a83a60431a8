import type { SectionDeclaration } from '../catalog/model/kind-presentation.ts';
import type { PageSectionName } from '../catalog/model/page-sections.ts';
import type { Texts } from './views/text/texts.ts';

/** A section of the pages of a kind. Its id says what makes it; one that nothing else makes is a table of related entities. */
export interface SectionRule {
  readonly id: string;
  readonly title: string;
  /** Relations that it tells of; those of an entity that no section tells of follow by themselves. */
  readonly relations: readonly string[];
  /** Only targets of these kinds, lower case; absent: all. */
  readonly kinds?: readonly string[];
  /** Heading of the column that says how a row relates. */
  readonly viaTitle: string;
}

/** Sections by name. */
export type SectionRules = Readonly<Record<PageSectionName, SectionRule>>;

/** The sections that pages of every kind can have. */
export function sectionRules({ kinds: { sections, via }, entity: { titles }, teams }: Texts): SectionRules {
  const section = (id: PageSectionName, title: string, relations: readonly string[] = []): SectionRule => ({
    id,
    title,
    relations,
    viaTitle: via.how,
  });
  return {
    about: section('about', titles.about),
    people: section('people', sections.people, ['hasMember']),
    teams: section('teams', sections.teams, ['parentOf', 'memberOf']),
    graph: section('graph', titles.graph),
    owned: { ...section('owned', sections.owned, ['ownerOf']), viaTitle: via.through },
    dependents: {
      ...section('dependents', sections.dependents, ['dependencyOf', 'apiConsumedBy']),
      viaTitle: via.path,
    },
    dependencies: section('dependencies', sections.dependencies, ['dependsOn']),
    providers: section('providers', sections.providers, ['apiProvidedBy']),
    apis: section('apis', sections.apis, ['providesApi', 'consumesApi']),
    parts: section('parts', sections.parts, ['hasPart']),
    relations: section('relations', titles.relations),
    definition: section('definition', titles.definition),
    docs: section('docs', titles.docs),
    decisions: section('decisions', titles.decisions),
    problems: section('problems', titles.problems),
    changes: section('changes', teams.changes),
    facts: section('facts', titles.facts),
    history: section('history', titles.history),
    missing: section('missing', titles.missing),
    raw: section('raw', titles.raw),
  };
}

/**
 * The sections of a kind with those that its declaration names or adds. Tables alone stand where the kind's own tables begin;
 * once the declaration names a section, it is the order of the page, and what it does not name follows as usual. A table takes
 * the place of one that shows the same relations.
 */
export function orderSections(
  declared: readonly (PageSectionName | SectionDeclaration)[],
  base: readonly SectionRule[],
  rules: SectionRules,
): readonly SectionRule[] {
  const own = declared.map((section) =>
    typeof section === 'string' ? (base.find(({ id }) => id === section) ?? rules[section]) : tableRule(section, rules),
  );
  const unique = own.map((rule, index) => {
    const before = own.slice(0, index).filter(({ id }) => id === rule.id).length;
    return before === 0 ? rule : { ...rule, id: `${rule.id}-${before + 1}` };
  });
  const names = new Set(own.map(({ id }) => id));
  const tables = declared.filter((section) => typeof section !== 'string');
  const replaced = new Set(tables.flatMap(({ relations, kinds }) => (kinds ? [] : relations)));
  const isReplaced = ({ id, relations }: SectionRule) =>
    id === 'dependents'
      ? replaced.has('dependencyOf')
      : relations.length > 0 && relations.every((type) => replaced.has(type));
  const rest = base.filter((rule) => !names.has(rule.id) && !isReplaced(rule));
  const isOrder = tables.length < declared.length;
  const first = isOrder
    ? 0
    : Math.max(
        0,
        rest.findIndex(({ id }) => !leading.has(id)),
      );
  return [...rest.slice(0, first), ...unique, ...rest.slice(first)];
}

/** What pages begin with, before their first table. */
const leading: ReadonlySet<string> = new Set(['about', 'graph', 'definition', 'people'] satisfies PageSectionName[]);

function tableRule(
  { title, relations, kinds }: SectionDeclaration,
  { relations: { viaTitle } }: SectionRules,
): SectionRule {
  const id = ['related', ...relations, ...(kinds ?? [])].join('-').toLowerCase();
  return { id, title, relations, viaTitle, ...(kinds && { kinds: kinds.map((kind) => kind.toLowerCase()) }) };
}
