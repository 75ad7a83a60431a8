import type { EntityStatusItem, StaleVersion } from '../entity.ts';

/** What Backstage's JSON says of an entity whose newest version was refused (`status.items`). */
export function staleStatus({ commit, reason, held }: StaleVersion): EntityStatusItem {
  const { repository, path, line } = reason.source ?? {};
  const address = [repository, path].filter(Boolean).join('/') + (line ? `:${line}` : '');
  const message = `${address}: ${reason.message} This is the version of commit ${commit.slice(0, 7)}.`;
  return {
    type: 'backstage.io/catalog-processing',
    level: held ? 'warning' : 'error',
    message,
    error: { name: reason.code, message: reason.message },
  };
}
