import type { Portal } from '../assemble-portal.ts';
import { frameOf } from '../frame.ts';
import { urlOf } from '../urls.ts';
import type { SearchPage } from '../views/search.ts';
import type { GlyphName } from '../views/shared.ts';
import { textsIn } from '../views/text/texts.ts';
import { pageLists } from './page-lists.ts';

/** `/search/`: what to search with; the results are made in the browser. */
export function searchPage(portal: Portal): SearchPage {
  const text = textsIn(portal.config.language).search;
  return {
    page: 'search',
    frame: frameOf(portal, {
      path: 'search/',
      title: text.title,
      description: text.description(portal.config.title),
      section: 'none',
    }),
    pagefindUrl: urlOf(portal.config.base, 'pagefind/'),
    glyphs: [
      ...new Set<GlyphName>([...[...portal.mentions.values()].map(({ glyph }) => glyph), 'entity', 'docs']),
    ].sort(),
    lists: pageLists(portal),
  };
}
