import type { CatalogEntity } from '../catalog/entity.ts';
import { groupDescendants } from '../catalog/graph/ownership.ts';
import { mentionOf, type Portal } from './assemble-portal.ts';
import type { SectionRule } from './backstage-kinds.ts';
import { impactOf } from './impact.ts';
import { kindRule, relationTitle } from './kinds.ts';
import { targetsOf } from './mention.ts';
import { remainingSections } from './remaining-sections.ts';
import { entityJsonPath, partsOf, urlOf } from './urls.ts';
import type { RelationRow, RelationSection } from './views/entity.ts';

/** Rows that a section shows before it refers to the entity's JSON: keeps a page inside its size budget. */
const rowLimit = 100;

/** The tables of related entities of one page, in its kind's order, then what it has no table for; empty ones are left out. */
export function relationSections(portal: Portal, item: CatalogEntity): readonly RelationSection[] {
  const { model } = portal.catalog;
  const known = kindRule(model, item.entity.kind, portal.config.language).sections;
  return [...known, ...remainingSections(portal, item.entity, known)].flatMap((rule): readonly RelationSection[] => {
    if (rule.relations === 'dependents') {
      const impact = impactOf(portal, item.ref, rule);
      return impact ? [impact] : [];
    }
    const { rows, count, note } = related(portal, item, rule);
    if (count === 0) return [];
    const more =
      count > rowLimit
        ? { more: { count: count - rowLimit, url: urlOf(portal.config.base, entityJsonPath(item.ref)) } }
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

/** Rows of a section, at least the first that are shown, and how many there are in all. */
interface Rows {
  readonly rows: readonly RelationRow[];
  readonly count: number;
  readonly note?: string;
}

function related(portal: Portal, item: CatalogEntity, rule: SectionRule): Rows {
  const types = rule.relations as readonly string[];
  const wanted = (ref: string) => !rule.kinds || rule.kinds.includes(partsOf(ref).kind);
  const via = (type: string) => {
    if (rule.throughChildTeams) return 'direct';
    // Where every row would say the same, the section's title says it already.
    return types.length === 1 ? '' : relationTitle(portal.catalog.model, type, portal.config.language);
  };
  const rows = types.flatMap((type) =>
    targetsOf(item.entity, type)
      .filter(wanted)
      .map((ref) => ({ entity: mentionOf(portal, ref), via: via(type) })),
  );
  const count = rows.length;
  if (!rule.throughChildTeams) return { rows, count };
  const below = childTeams(portal, item).flatMap((team) => {
    const via = mentionOf(portal, team.ref).title;
    return targetsOf(team.entity, 'ownerOf').map((ref) => ({ entity: mentionOf(portal, ref), via }));
  });
  const direct = new Set(rows.map((row) => row.entity.ref));
  const added = below.filter((row) => !direct.has(row.entity.ref));
  if (added.length === 0) return { rows, count };
  const all = [...rows, ...added];
  return { rows: all, count: all.length, note: `${count} directly, ${all.length} with child teams` };
}

/** All teams of the catalog below a team, nearest first, each once. */
export function childTeams({ catalog }: Portal, item: CatalogEntity): readonly CatalogEntity[] {
  return groupDescendants(catalog, item.ref).flatMap(({ ref }) => catalog.byRef.get(ref) ?? []);
}
