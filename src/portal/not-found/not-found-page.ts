import type { Portal } from '../assemble-portal.ts';
import { frameOf } from '../frame.ts';
import { pageLists } from '../full-text/page-lists.ts';
import { urlOf } from '../urls.ts';
import type { NotFoundPage } from '../views/not-found.ts';
import { textsIn } from '../views/text/texts.ts';
import { knownNamesPath } from './known-names.ts';

/** `404.html`: what a host shows at every address that has no page. */
export function notFoundPage(portal: Portal): NotFoundPage {
  const text = textsIn(portal.config.language).notFound;
  return {
    page: 'not-found',
    frame: frameOf(portal, {
      path: '404.html',
      title: text.title,
      description: text.description,
      section: 'none',
    }),
    namesUrl: urlOf(portal.config.base, knownNamesPath),
    lists: pageLists(portal),
  };
}
