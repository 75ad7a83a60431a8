import type { CommonColumn } from '../catalog/model/kind-presentation.ts';
import { type BackstageKind, sectionsByKind } from './kind-sections.ts';
import type { SectionRule } from './section-rules.ts';
import type { CatalogColumn } from './views/catalog.ts';
import type { GlyphName } from './views/shared.ts';
import { type Language, type Texts, textsIn } from './views/text/texts.ts';

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
  /** What its pages show, in this order. */
  readonly sections: readonly SectionRule[];
}

type StaticRule = Pick<KindRule, 'glyph' | 'columns'>;
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

/** What lists of Backstage's kinds show of them, and their glyphs. Keys are lower case. */
function kindRules(text: KindTexts): Readonly<Record<BackstageKind, StaticRule>> {
  const { name, owner, system, type, lifecycle, docs, tags, problems } = commonColumns(text);
  const titled = (column: CatalogColumn, title: string): CatalogColumn => ({ ...column, title });
  return {
    component: { glyph: 'component', columns: [name, owner, system, lifecycle, docs, problems] },
    api: { glyph: 'api', columns: [name, owner, system, type, lifecycle, problems] },
    resource: { glyph: 'resource', columns: [name, owner, system, type, problems] },
    system: { glyph: 'system', columns: [name, owner, titled(system, text.columns.domain), docs, problems] },
    domain: { glyph: 'domain', columns: [name, owner, docs, problems] },
    group: { glyph: 'group', columns: [name, type, titled(system, text.columns.partOf), problems] },
    user: { glyph: 'user', columns: [name, titled(owner, text.columns.team), problems] },
    template: { glyph: 'template', columns: [name, owner, type, tags, problems] },
    location: { glyph: 'location', columns: [name, type, problems] },
    airesource: { glyph: 'ai-resource', columns: [name, owner, type, lifecycle, problems] },
  };
}

/** Lower-case kinds of Backstage's model, in the order in which people meet them. */
export const backstageOrder: readonly string[] = Object.keys(textsIn('en').kinds.kinds);

/** How a kind of Backstage's model is shown; any other reads like a Component. */
export function backstageRule(kind: string, language: Language): KindRule {
  const texts = textsIn(language);
  const rules = kindRules(texts.kinds);
  const sections = sectionsByKind(texts);
  const known = kind.toLowerCase() as BackstageKind;
  if (Object.hasOwn(rules, known)) return { ...rules[known], sections: sections[known], ...texts.kinds.kinds[known] };
  const { component } = rules;
  return { ...component, sections: sections.component, title: kind, plural: pluralOf(kind), glyph: 'entity' };
}

/** "PluginCollection" → "Plugin collections". */
export function pluralOf(kind: string): string {
  const words = kind.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return /[sxz]$|[cs]h$/.test(words) ? `${words}es` : `${words}s`;
}
