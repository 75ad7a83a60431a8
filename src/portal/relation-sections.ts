import type { CatalogEntity } from '../catalog/entity.ts';
import { mentionOf, type Portal } from './assemble-portal.ts';
import { relationTitle } from './kinds.ts';
import { targetsOf } from './mention.ts';
import type { SectionRule } from './section-rules.ts';
import { entityJsonPath, partsOf, urlOf } from './urls.ts';
import type { RelationSection } from './views/entity-sections.ts';

/** How many related entities a section would list. */
export function countRelated({ entity }: CatalogEntity, rule: SectionRule): number {
  return targets(entity, rule).length;
}

/** The table of related entities of one section, `room` of them; `undefined`: there are none. */
export function relationTable(
  portal: Portal,
  item: CatalogEntity,
  rule: SectionRule,
  room: number,
): RelationSection | undefined {
  const all = targets(item.entity, rule);
  if (all.length === 0) return undefined;
  const { id, title, viaTitle, relations } = rule;
  const { model } = portal.catalog;
  const rows = all.slice(0, room).map(({ type, ref }) => ({
    entity: mentionOf(portal, ref),
    // Where every row would say the same, the section's title says it already.
    via: relations.length === 1 ? '' : relationTitle(model, type, portal.config.language),
  }));
  const url = urlOf(portal.config.base, entityJsonPath(item.ref));
  return { id, title, rows, viaTitle, ...(all.length > room && { more: { count: all.length - room, url } }) };
}

function targets(entity: CatalogEntity['entity'], { relations, kinds }: SectionRule) {
  return relations.flatMap((type) =>
    targetsOf(entity, type)
      .filter((ref) => !kinds || kinds.includes(partsOf(ref).kind))
      .map((ref) => ({ type, ref })),
  );
}
