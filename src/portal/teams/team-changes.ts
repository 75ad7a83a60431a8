import type { CatalogEntity } from '../../catalog/entity.ts';
import type { Portal } from '../assemble-portal.ts';
import { newestChanges } from '../changes/change-views.ts';
import type { EntityChangeView } from '../views/entity-sections.ts';
import { responsibilities } from './responsibilities.ts';

const mostChanges = 8;

/** What builds found last to be different of what a team or a person answers for, newest first. */
export function teamChanges(portal: Portal, item: CatalogEntity): readonly EntityChangeView[] {
  if ((portal.changes ?? []).length === 0) return [];
  return newestChanges(portal, mostChanges, new Set(responsibilities(portal, item).map(({ ref }) => ref)));
}
