import type { Portal } from '../assemble-portal.ts';
import { frameOf } from '../frame.ts';
import { urlOf } from '../urls.ts';
import type { ChangesPage } from '../views/changes.ts';
import { textsIn } from '../views/text/texts.ts';
import { byRepository } from './change-views.ts';
import { changesJsonPath, changesPath, feedPath } from './changes-paths.ts';

/** Repositories with changes that the page tells of. */
const mostRepositories = 120;

/** What changed, for people; none for a portal whose builds nobody compared. */
export function changesPages(portal: Portal): readonly (readonly [path: string, view: () => ChangesPage])[] {
  return portal.changes ? [[changesPath, () => changesPage(portal)]] : [];
}

function changesPage(portal: Portal): ChangesPage {
  const { base, language, title } = portal.config;
  const text = textsIn(language).changes;
  const all = portal.changes ?? [];
  const shown = byRepository(portal, all).slice(0, mostRepositories);
  const told = shown.reduce((sum, { changes, more }) => sum + changes.length + more, 0);
  return {
    page: 'changes',
    frame: frameOf(portal, {
      path: changesPath,
      title: text.whatChanged,
      description: text.description(title),
      section: 'none',
    }),
    builds: [...Map.groupBy(shown, ({ at }) => at)].map(([at, repositories]) => ({ at, repositories })),
    older: all.length - told,
    jsonUrl: urlOf(base, changesJsonPath),
    feedUrl: urlOf(base, feedPath),
  };
}
