import type { CatalogEntity } from '../catalog/entity.ts';
import { dependents as findDependents } from '../catalog/graph/dependents.ts';
import { mentionOf, type Portal } from './assemble-portal.ts';
import type { SectionRule } from './backstage-kinds.ts';
import { kindRule, relationTitle } from './kinds.ts';
import { targetsOf } from './mention.ts';
import { remainingSections } from './remaining-sections.ts';
import { entityJsonPath, partsOf, urlOf } from './urls.ts';
import type { RelationSection } from './views/entity.ts';

type Row = RelationSection['rows'][number];

/** Rows that a section shows before it refers to the entity's JSON: keeps a page inside its size budget. */
const rowLimit = 100;

/** The tables of related entities of one page, in its kind's order, then what it has no table for; empty ones are left out. */
export function relationSections(portal: Portal, item: CatalogEntity): readonly RelationSection[] {
  const { model } = portal.catalog;
  const known = kindRule(model, item.entity.kind).sections;
  return [...known, ...remainingSections(model, item.entity, known)].flatMap((rule) => {
    const { rows, note } = rule.relations === 'dependents' ? dependents(portal, item) : related(portal, item, rule);
    if (rows.length === 0) return [];
    const more =
      rows.length > rowLimit
        ? { more: { count: rows.length - rowLimit, url: urlOf(portal.config.base, entityJsonPath(item.ref)) } }
        : {};
    return [
      {
        id: rule.id,
        title: rule.title,
        ...(note && { note }),
        rows: rows.slice(0, rowLimit),
        viaTitle: rule.viaTitle,
        ...more,
      },
    ];
  });
}

function dependents(portal: Portal, item: CatalogEntity): { rows: readonly Row[]; note?: string } {
  const found = findDependents(portal.catalog, item.ref);
  const direct = found.filter(({ distance }) => distance === 1).length;
  const rows = found.map(({ ref, path }) => ({
    entity: mentionOf(portal, ref),
    via:
      path.length <= 2
        ? 'direct'
        : [...path.slice(1, -1).map((step) => mentionOf(portal, step).title), 'this'].join(' → '),
  }));
  return direct === found.length ? { rows } : { rows, note: `${direct} directly, ${found.length} in all` };
}

function related(portal: Portal, item: CatalogEntity, rule: SectionRule): { rows: readonly Row[]; note?: string } {
  const types = rule.relations as readonly string[];
  const wanted = (ref: string) => !rule.kinds || rule.kinds.includes(partsOf(ref).kind);
  const via = (type: string) => {
    if (rule.throughChildTeams) return 'direct';
    // Where every row would say the same, the section's title says it already.
    return types.length === 1 ? '' : relationTitle(portal.catalog.model, type);
  };
  const rows = types.flatMap((type) =>
    targetsOf(item.entity, type)
      .filter(wanted)
      .map((ref) => ({ entity: mentionOf(portal, ref), via: via(type) })),
  );
  if (!rule.throughChildTeams) return { rows };
  const below = childTeams(portal, item).flatMap((team) => {
    const via = mentionOf(portal, team.ref).title;
    return targetsOf(team.entity, 'ownerOf').map((ref) => ({ entity: mentionOf(portal, ref), via }));
  });
  const direct = new Set(rows.map((row) => row.entity.ref));
  const added = below.filter((row) => !direct.has(row.entity.ref));
  return added.length === 0
    ? { rows }
    : { rows: [...rows, ...added], note: `${rows.length} directly, ${rows.length + added.length} with child teams` };
}

/** All teams below a team, each once; a hierarchy with a cycle ends where it began. */
export function childTeams(portal: Portal, item: CatalogEntity): readonly CatalogEntity[] {
  const seen = new Set([item.ref]);
  const queue = [item];
  for (const team of queue) {
    for (const ref of targetsOf(team.entity, 'parentOf')) {
      const child = portal.catalog.byRef.get(ref);
      if (!child || seen.has(ref)) continue;
      seen.add(ref);
      queue.push(child);
    }
  }
  return queue.slice(1);
}
