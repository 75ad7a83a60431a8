import type { CatalogEntity } from '../catalog/entity.ts';
import { docsOf, mentionOf, type Portal } from './assemble-portal.ts';
import { historyOf } from './changes/change-views.ts';
import { decisionsSection } from './decisions-section.ts';
import { definitionOf } from './definition.ts';
import { docsMark } from './docs-last-good.ts';
import { entityDrawing } from './entity-drawing.ts';
import { ownFields } from './field-values.ts';
import { frameOf } from './frame.ts';
import { kindRule } from './kinds.ts';
import { renderMarkdown } from './markdown.ts';
import { targetsOf } from './mention.ts';
import { entityChoice } from './offline/offline-choice.ts';
import { entityProblems, ownedProblems, ownedProblemsFact } from './problems/entity-problems.ts';
import { provenanceOf } from './provenance.ts';
import { railOf } from './rail.ts';
import { relationSections } from './relation-sections.ts';
import { entityAsOf, staleView } from './stale-view.ts';
import {
  badgePath,
  catalogIndexPath,
  docsPath,
  entityJsonPath,
  entityMarkdownPath,
  entityPath,
  partsOf,
  urlOf,
} from './urls.ts';
import type { EntityPage } from './views/entity.ts';
import type { PageSearch, TextLink } from './views/shared.ts';

/** Bytes of YAML that a page shows; the JSON twin has all of it. */
const yamlLimit = 30_000;

/** The page of one entity. Pure. */
export function entityPage(portal: Portal, item: CatalogEntity): EntityPage {
  const { entity, ref, source } = item;
  const { base } = portal.config;
  const mention = mentionOf(portal, ref);
  const drawing = entityDrawing(portal, item);
  const definition = definitionOf(item, base);
  const docs = docsSection(portal, item);
  const decisions = decisionsSection(portal, item);
  const owned = ownedProblems(portal, item);
  const stale = staleView(portal, item);
  const asOf = entityAsOf(portal, item);
  const history = historyOf(portal, ref);
  const offline = entityChoice(portal, item);
  const { description } = entity.metadata;
  return {
    page: 'entity',
    frame: frameOf(portal, {
      path: entityPath(ref),
      title: mention.title,
      description: mention.description ?? `${entity.kind} ${ref}`,
      section: sectionOf(entity.kind),
      search: searchOf(item, portal),
      twins: { markdown: entityMarkdownPath(ref), json: entityJsonPath(ref) },
    }),
    entity: mention,
    refText: ref,
    breadcrumbs: breadcrumbs(portal, item),
    tags: (entity.metadata.tags ?? []).map((tag) => ({
      text: tag,
      url: `${urlOf(base, catalogIndexPath(entity.kind))}?tags=${encodeURIComponent(tag)}`,
    })),
    ...(description && { descriptionHtml: renderMarkdown(description) }),
    provenance: provenanceOf(portal, source.repository, source.path, item.stale),
    ...(stale && { stale }),
    ...(asOf && { asOf }),
    ...entityProblems(portal, item),
    ...(owned && { ownedProblems: owned }),
    rail: [...railOf(portal, item), ...(owned ? [ownedProblemsFact(owned, portal.config.language)] : [])],
    ...(drawing && { graph: drawing }),
    graphUrl: `${urlOf(base, 'catalog-graph/')}?focus=${encodeURIComponent(ref)}`,
    relations: relationSections(portal, item),
    ...(docs && { docs }),
    ...(decisions && { decisions }),
    ...(definition && { definition: definition.view }),
    ...(history.length > 0 && { history }),
    ...(offline && { offline }),
    badge: badgeOf(portal, ref, mention.title),
    yaml: source.yaml.length > yamlLimit ? `${source.yaml.slice(0, yamlLimit)}\n# … shortened` : source.yaml,
    jsonUrl: urlOf(base, entityJsonPath(ref)),
  };
}

function sectionOf(kind: string): 'catalog' | 'apis' | 'teams' {
  if (kind === 'API') return 'apis';
  return kind === 'Group' || kind === 'User' ? 'teams' : 'catalog';
}

function badgeOf({ config: { base, url = '' } }: Portal, ref: string, title: string): EntityPage['badge'] {
  // The base path is part of the portal's URL already.
  const at = (path: string) => (url === '' ? urlOf(base, path) : `${url}${urlOf('/', path)}`);
  const name = title.replaceAll(/[[\]\\`*_<>!]/g, '\\$&');
  return { url: urlOf(base, badgePath(ref)), markdown: `[![${name}](${at(badgePath(ref))})](${at(entityPath(ref))})` };
}

/** Domain › system of an entity, company › department of a team: its first ancestors, outermost first. */
function breadcrumbs(portal: Portal, item: CatalogEntity): readonly TextLink[] {
  const trail: TextLink[] = [];
  const seen = new Set([item.ref]);
  for (let at: CatalogEntity | undefined = item; at; ) {
    const parent: string | undefined = [...targetsOf(at.entity, 'partOf'), ...targetsOf(at.entity, 'childOf')].find(
      (ref) => portal.catalog.byRef.has(ref) && !seen.has(ref),
    );
    if (!parent) break;
    seen.add(parent);
    const { title, url } = mentionOf(portal, parent);
    trail.unshift({ text: title, url: url ?? '' });
    at = portal.catalog.byRef.get(parent);
  }
  const { kind } = item.entity;
  return trail.length > 0
    ? trail
    : [
        {
          text: kindRule(portal.catalog.model, kind, portal.config.language).plural,
          url: urlOf(portal.config.base, catalogIndexPath(kind)),
        },
      ];
}

function docsSection(portal: Portal, item: CatalogEntity): EntityPage['docs'] {
  const docs = docsOf(portal, item.ref);
  if (!docs) return undefined;
  const { base } = portal.config;
  const pages = docs.site.pages.slice(0, 8).map((page) => ({
    text: page.title,
    url: urlOf(base, docsPath(docs.site.entityRef, page.path)),
  }));
  return { title: docs.site.title, url: docs.url, pageCount: docs.site.pages.length, pages, ...docsMark(docs.site, portal.config.language) };
}

function searchOf(item: CatalogEntity, portal: Portal): PageSearch {
  const { entity, ref } = item;
  const mention = mentionOf(portal, ref);
  const { name } = partsOf(ref);
  const fields = ownFields(kindRule(portal.catalog.model, entity.kind, portal.config.language), entity).flatMap(
    ({ values }) => values,
  );
  const words = name.split(/[^a-z0-9]+/).join(' ');
  return {
    category: 'entity',
    glyph: mention.glyph,
    filters: {
      category: ['Catalog'],
      kind: [mention.kind],
      ...(mention.type && { type: [mention.type] }),
      ...(mention.owner && { owner: [mention.owner.text] }),
      ...(mention.lifecycle && { lifecycle: [mention.lifecycle.text] }),
      ...(entity.metadata.tags && { tag: entity.metadata.tags }),
    },
    keywords: [ref, entity.metadata.name, words, ...(entity.metadata.tags ?? []), ...fields].join(' '),
    subtitle: [mention.kind, mention.type, mention.owner?.text].filter(Boolean).join(' · '),
  };
}
