import type { Portal } from '../assemble-portal.ts';
import { changesPath } from '../changes/changes-paths.ts';
import { catalogIndexPath } from '../urls.ts';
import { textsIn } from '../views/text/texts.ts';

/** An address that Backstage has and the portal spells otherwise; paths inside the portal. */
interface BackstageRedirect {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/**
 * Pages of Backstage's own that people have bookmarked, where a page here does the same. Addresses with names in them are told
 * apart by the 404 page. Pure.
 */
export function backstageRedirects(portal: Portal): readonly BackstageRedirect[] {
  const { problems, whatChanged, catalog } = textsIn(portal.config.language).frame;
  const home = portal.config.title;
  const templates = portal.byKind.has('template') ? catalogIndexPath('template') : '';
  return [
    { from: 'home/', to: '', text: home },
    { from: 'create/', to: templates, text: templates === '' ? home : catalog },
    { from: 'catalog-unprocessed-entities/', to: 'problems/', text: problems },
    { from: 'catalog-import/', to: 'not-in-catalog/', text: catalog },
    ...(portal.changes ? [{ from: 'notifications/', to: changesPath, text: whatChanged }] : []),
  ];
}
