import type { CatalogEntity } from '../../catalog/entity.ts';
import { groupBy, mentionOf, type Portal } from '../assemble-portal.ts';
import { shareRows } from '../entity/share-rows.ts';
import { kindOrder, kindRule } from '../kinds.ts';
import { catalogIndexPath, partsOf, urlOf } from '../urls.ts';
import { shortRef } from '../views/catalog-index/place-ref.ts';
import { wholeIndex, writeQuery } from '../views/catalog-index/query.ts';
import type { OwnedKind, OwnedRow, OwnedSection } from '../views/teams.ts';
import { textsIn } from '../views/text/texts.ts';
import { teamsOf } from './hierarchy.ts';
import { type Responsibility, responsibilities } from './responsibilities.ts';

const mostTypes = 5;

/** Everything that a team or a person answers for, by kind, what it is made of first; `room`: rows that the page has for it. */
export function ownedSection(portal: Portal, item: CatalogEntity, room: number): OwnedSection | undefined {
  const all = responsibilities(portal, item);
  if (all.length === 0) return undefined;
  const direct = all.filter(({ through }) => through === undefined).length;
  const { teams: text, kinds } = textsIn(portal.config.language);
  const note = partsOf(item.ref).kind === 'user' ? text.withTeams : text.withChildTeams;
  const groups = inOrder(
    portal,
    groupBy(all, ({ ref }) => partsOf(ref).kind),
  );
  const shares = shareRows(
    groups.map(([, items]) => items.length),
    room,
  );
  // The list of what a team answers for has what its child teams own too.
  const owners = [item.ref, ...(partsOf(item.ref).kind === 'user' ? teamsOf(item) : [])];
  return {
    ...(direct < all.length && { note: note(direct, all.length) }),
    kinds: groups.map(([kind, items], index) => ownedKind(portal, kind, items, shares[index] ?? 0, owners)),
    aggregated: direct < all.length,
    viaTitle: kinds.via.through,
  };
}

/** Domains and systems say what a team is for; the rest follows in the order in which people meet kinds. */
function inOrder<Value>(portal: Portal, groups: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  const order = ['domain', 'system', ...kindOrder(portal.catalog.model)];
  const rank = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return [...groups].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function ownedKind(
  portal: Portal,
  kind: string,
  items: readonly Responsibility[],
  room: number,
  owners: readonly string[],
): OwnedKind {
  const { base, language } = portal.config;
  const { model } = portal.catalog;
  const rule = kindRule(model, portal.byKind.get(kind)?.[0]?.entity.kind ?? kind, language);
  const list = urlOf(base, catalogIndexPath(kind));
  const filter = (type: readonly string[]) => list + queryOf(owners, type);
  const types = [...groupBy(items, ({ ref }) => mentionOf(portal, ref).type ?? '')].filter(([type]) => type !== '');
  types.sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1));
  return {
    id: `owned-${kind}`,
    title: items.length === 1 ? rule.title : rule.plural,
    glyph: rule.glyph,
    count: items.length,
    types: types.slice(0, mostTypes).map(([text, of]) => ({ text, url: filter([text]), count: of.length })),
    rows: items.slice(0, room).map((each) => ownedRow(portal, each)),
    url: filter([]),
    more: Math.max(0, items.length - room),
  };
}

function queryOf(owners: readonly string[], types: readonly string[]): string {
  const chosen = new Map([['owner', owners.map((ref) => shortRef(ref, 'group'))]]);
  return writeQuery({ ...wholeIndex, chosen: types.length > 0 ? chosen.set('type', [...types]) : chosen });
}

function ownedRow(portal: Portal, { ref, through }: Responsibility): OwnedRow {
  const entity = mentionOf(portal, ref);
  if (through === undefined) return { entity };
  const { title: text, url } = mentionOf(portal, through);
  return { entity, via: { text, ...(url && { url }) } };
}
