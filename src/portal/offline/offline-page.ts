import type { Portal } from '../assemble-portal.ts';
import { frameOf } from '../frame.ts';
import { type OfflinePage, offlinePagePath } from '../views/offline.ts';
import { textsIn } from '../views/text/texts.ts';

/** `/offline/`: what is shown in place of a page that is not there without a network. */
export function offlinePage(portal: Portal): OfflinePage {
  const text = textsIn(portal.config.language).offline;
  return {
    page: 'offline',
    frame: frameOf(portal, {
      path: offlinePagePath,
      title: text.notSavedTitle,
      description: text.notSavedDescription,
      section: 'none',
    }),
  };
}
