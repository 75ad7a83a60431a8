import type { CatalogEntity } from '../../catalog/entity.ts';
import { docsOf, type Portal } from '../assemble-portal.ts';
import { historyOf } from '../changes/change-views.ts';
import { decisionsSection } from '../decisions-section.ts';
import { definitionOf } from '../definition.ts';
import { docsMark } from '../docs-last-good.ts';
import { entityDrawing } from '../entity-drawing.ts';
import { impactOf } from '../impact.ts';
import { kindRule } from '../kinds.ts';
import { ownedProblems } from '../problems/entity-problems.ts';
import { countRelated, relationTable } from '../relation-sections.ts';
import { remainingSections } from '../remaining-sections.ts';
import type { SectionRule } from '../section-rules.ts';
import { ownedSection } from '../teams/owned.ts';
import { peopleSection } from '../teams/people.ts';
import { responsibilities } from '../teams/responsibilities.ts';
import { teamChanges } from '../teams/team-changes.ts';
import { teamDocs } from '../teams/team-docs.ts';
import { teamTree } from '../teams/team-tree.ts';
import { docsPath, partsOf, urlOf } from '../urls.ts';
import type { EntitySection } from '../views/entity-sections.ts';
import { textsIn } from '../views/text/texts.ts';
import { aboutOf } from './about.ts';
import { factLists } from './facts.ts';
import { missingParts } from './missing.ts';
import { rawData } from './raw-data.ts';
import { shareRows } from './share-rows.ts';

/** Rows of tables that a page has room for, whatever the entity relates to. */
const pageRoom = 100;
const mostDocsPages = 8;

/** Everything below the head of an entity's page, in the order of its kind; what would be empty is not there. Pure. */
export function entitySections(portal: Portal, item: CatalogEntity): readonly EntitySection[] {
  const { model } = portal.catalog;
  const declared = kindRule(model, item.entity.kind, portal.config.language).sections;
  const rest = remainingSections(portal, item.entity, declared);
  const at = declared.findIndex(({ id }) => id === 'relations');
  // A page that is declared without a place for what is left has it after its tables.
  const rules = at === -1 ? [...declared, ...rest] : [...declared.slice(0, at), ...rest, ...declared.slice(at + 1)];
  const impact = rules.some(({ id }) => id === 'dependents');
  const counts = rules.map((rule) => countOf(portal, item, rule));
  const shares = shareRows(counts, impact ? pageRoom - dependentsRoom : pageRoom);
  return rules.flatMap((rule, index) => {
    const make = Object.hasOwn(makers, rule.id) ? makers[rule.id] : undefined;
    const room = shares[index] ?? 0;
    return (make ?? tableSection)(portal, item, rule, room);
  });
}

/** Of that, what is kept for what depends on the entity. */
const dependentsRoom = 60;

type Maker = (portal: Portal, item: CatalogEntity, rule: SectionRule, room: number) => readonly EntitySection[];

function countOf(portal: Portal, item: CatalogEntity, rule: SectionRule): number {
  if (rule.id === 'owned') return responsibilities(portal, item).length;
  return Object.hasOwn(makers, rule.id) ? 0 : countRelated(item, rule);
}

const tableSection: Maker = (portal, item, rule, room) => {
  const table = relationTable(portal, item, rule, room);
  return table ? [{ shows: 'entities', ...titled(rule), table }] : [];
};

/** What makes the sections that are no tables of related entities, by their ids. */
const makers: Readonly<Record<string, Maker>> = {
  about: (_portal, { entity }, rule) => {
    const { html } = aboutOf(entity.metadata.description);
    return html === undefined ? [] : [{ shows: 'about', ...titled(rule), html }];
  },
  graph: (portal, item, rule) => {
    const drawing = entityDrawing(portal, item);
    return drawing ? [{ shows: 'graph', ...titled(rule), drawing, url: graphUrl(portal, item.ref) }] : [];
  },
  dependents: (portal, { ref }, rule) => {
    const table = impactOf(portal, ref, rule);
    return table ? [{ shows: 'dependents', ...titled(rule), table }] : [];
  },
  people: (portal, item, rule) => {
    const people = peopleSection(portal, item);
    return people ? [{ shows: 'people', ...titled(rule), people }] : [];
  },
  teams: (portal, item, rule) => {
    const tree = teamTree(portal, item);
    const { where } = textsIn(portal.config.language).teams;
    const title = isTeam(item) ? where : rule.title;
    return tree ? [{ shows: 'tree', ...titled(rule), title, tree, url: graphUrl(portal, item.ref) }] : [];
  },
  owned: (portal, item, rule, room) => {
    const owned = ownedSection(portal, item, room);
    return owned ? [{ shows: 'owned', ...titled(rule), owned }] : [];
  },
  definition: (portal, item, rule) => {
    const definition = definitionOf(item, portal.config.base)?.view;
    return definition ? [{ shows: 'definition', ...titled(rule), definition }] : [];
  },
  docs: docsSections,
  decisions: (portal, item, rule) => {
    const decisions = decisionsSection(portal, item);
    return decisions ? [{ shows: 'decisions', ...titled(rule), decisions }] : [];
  },
  problems: (portal, item, rule) => {
    const owned = ownedProblems(portal, item);
    return owned ? [{ shows: 'problems', ...titled(rule), owned }] : [];
  },
  changes: (portal, item, rule) => {
    const changes = teamChanges(portal, item);
    return changes.length > 0 ? [{ shows: 'changes', ...titled(rule), changes }] : [];
  },
  facts: (portal, item, rule) => {
    const lists = factLists(portal, item);
    return lists.length > 0 ? [{ shows: 'facts', ...titled(rule), lists }] : [];
  },
  history: (portal, { ref }, rule) => {
    const changes = historyOf(portal, ref);
    return changes.length > 0 ? [{ shows: 'history', ...titled(rule), changes }] : [];
  },
  missing: (portal, item, rule) => {
    const parts = missingParts(portal, item);
    return parts.length > 0 ? [{ shows: 'missing', ...titled(rule), parts }] : [];
  },
  raw: (portal, item, rule) => [{ shows: 'raw', ...titled(rule), raw: rawData(portal, item) }],
};

function docsSections(portal: Portal, item: CatalogEntity, rule: SectionRule): readonly EntitySection[] {
  const docs = docsOf(portal, item.ref);
  const ofPeople = isTeam(item) || isPerson(item) ? teamDocs(portal, item) : undefined;
  const { teams } = textsIn(portal.config.language);
  const title = isTeam(item) ? teams.docs : teams.docsOfPerson;
  const own: readonly EntitySection[] = docs
    ? [
        {
          shows: 'docs',
          ...titled(rule),
          docs: {
            title: docs.site.title,
            url: docs.url,
            pageCount: docs.site.pages.length,
            pages: docs.site.pages.slice(0, mostDocsPages).map((page) => ({
              text: page.title,
              url: urlOf(portal.config.base, docsPath(docs.site.entityRef, page.path)),
            })),
            ...docsMark(docs.site, portal.config.language),
          },
        },
      ]
    : [];
  return ofPeople ? [...own, { shows: 'team-docs', id: 'team-docs', title, docs: ofPeople }] : own;
}

function titled({ id, title }: SectionRule): Pick<SectionRule, 'id' | 'title'> {
  return { id, title };
}

function graphUrl({ config: { base } }: Portal, ref: string): string {
  return `${urlOf(base, 'catalog-graph/')}?focus=${encodeURIComponent(ref)}`;
}

function isTeam({ ref }: CatalogEntity): boolean {
  return partsOf(ref).kind === 'group';
}

function isPerson({ ref }: CatalogEntity): boolean {
  return partsOf(ref).kind === 'user';
}
