import type { CatalogEntity } from '../catalog/entity.ts';
import { mentionOf, type Portal } from './assemble-portal.ts';
import { aboutOf } from './entity/about.ts';
import { actionsOf } from './entity/actions.ts';
import { entitySections } from './entity/entity-sections.ts';
import { ownFields } from './field-values.ts';
import { frameOf } from './frame.ts';
import { kindRule } from './kinds.ts';
import { targetsOf } from './mention.ts';
import { entityChoice } from './offline/offline-choice.ts';
import { entityProblems, ownedProblems, ownedProblemsFact } from './problems/entity-problems.ts';
import { provenanceOf } from './provenance.ts';
import { railOf } from './rail.ts';
import { entityAsOf, staleView } from './stale-view.ts';
import { catalogIndexPath, entityJsonPath, entityMarkdownPath, entityPath, partsOf, urlOf } from './urls.ts';
import type { EntityPage } from './views/entity.ts';
import type { PageSearch, TextLink } from './views/shared.ts';

/** The page of one entity. Pure. */
export function entityPage(portal: Portal, item: CatalogEntity): EntityPage {
  const { entity, ref, source } = item;
  const { base } = portal.config;
  const mention = mentionOf(portal, ref);
  const owned = ownedProblems(portal, item);
  const stale = staleView(portal, item);
  const asOf = entityAsOf(portal, item);
  const provenance = provenanceOf(portal, source.repository, source.path, item.stale);
  const rail = railOf(portal, item);
  const owner = rail.find(({ id }) => id === 'owner');
  const offline = entityChoice(portal, item);
  const { ledeHtml } = aboutOf(entity.metadata.description);
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
    actions: actionsOf(portal, ref, provenance),
    tags: (entity.metadata.tags ?? []).map((tag) => ({
      text: tag,
      url: `${urlOf(base, catalogIndexPath(entity.kind))}?tags=${encodeURIComponent(tag)}`,
    })),
    ...(ledeHtml !== undefined && { ledeHtml }),
    provenance,
    ...(stale && { stale }),
    ...(asOf && { asOf }),
    ...entityProblems(portal, item),
    rail: [...rail, ...(owned ? [ownedProblemsFact(owned, portal.config.language)] : [])],
    ...(owner && { owner }),
    sections: entitySections(portal, item),
    ...(offline && { offline }),
  };
}

function sectionOf(kind: string): 'catalog' | 'apis' | 'teams' {
  if (kind === 'API') return 'apis';
  return kind === 'Group' || kind === 'User' ? 'teams' : 'catalog';
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
