import { type Dependent, dependents, pathOf } from '../catalog/graph/dependents.ts';
import { groupBy, mentionOf, type Portal } from './assemble-portal.ts';
import { contactOf } from './contact.ts';
import { graphDataPath } from './graph-page.ts';
import type { SectionRule } from './section-rules.ts';
import { urlOf } from './urls.ts';
import type { OwnedRows, RelationSection } from './views/entity-sections.ts';
import { textsIn } from './views/text/texts.ts';

/** Dependents that a page describes, the nearest first: keeps it inside its size budget. */
const rowLimit = 60;

/**
 * What breaks when an entity changes: all that depends on it, also through others, by whose it is, each with the way that leads
 * there. Owners of what depends on it directly come first. `undefined`: nothing depends on it. Pure.
 */
export function impactOf(
  portal: Portal,
  ref: string,
  { id, title, viaTitle }: SectionRule,
): RelationSection | undefined {
  const { count, direct, nearest } = dependents(portal.catalog, ref, { limit: rowLimit });
  if (count === 0) return undefined;
  const text = textsIn(portal.config.language).dependents;
  const groups = byOwner(portal, nearest);
  const graphUrl = `${urlOf(portal.config.base, 'catalog-graph/')}?focus=${encodeURIComponent(ref)}`;
  return {
    id,
    title,
    ...(direct < count && { note: text.directOfAll(direct, count) }),
    rows: groups.flatMap(({ rows }) => rows),
    byOwner: groups,
    savedFrom: urlOf(portal.config.base, graphDataPath),
    viaTitle,
    ...(count > rowLimit && { more: { count: count - rowLimit, url: graphUrl } }),
  };
}

// Of groups in order of their nearest member, so that those who notice first are told first.
function byOwner(portal: Portal, nearest: readonly Dependent[]): readonly OwnedRows[] {
  return [...groupBy(nearest, ({ owner }) => owner ?? '')].map(([owner, items]) => {
    const rows = items.map((item) => rowOf(portal, item));
    if (owner === '') return { rows };
    const { title: text, url } = mentionOf(portal, owner);
    const entity = portal.catalog.byRef.get(owner);
    const contact = entity && contactOf(entity);
    return { owner: { text, ...(url && { url }) }, ...(contact && { contact }), rows };
  });
}

function rowOf(portal: Portal, dependent: Dependent): RelationSection['rows'][number] {
  const text = textsIn(portal.config.language).dependents;
  const between = pathOf(dependent).slice(1, -1);
  const names = between.map((step) => mentionOf(portal, step).title);
  return {
    entity: mentionOf(portal, dependent.ref),
    via: names.length === 0 ? text.direct : [...names, text.self].join(' → '),
  };
}
