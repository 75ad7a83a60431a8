import type { Portal } from '../assemble-portal.ts';
import { kindRule } from '../kinds.ts';
import { urlOf } from '../urls.ts';
import type { PageSearch } from '../views/shared.ts';
import type { SocialCard } from '../views/social-card.ts';

/** What is known of a page when its frame is made. */
export interface PageToShow {
  /** Path of the page inside the portal. */
  readonly path: string;
  readonly title: string;
  readonly search?: PageSearch;
}

const kindIndex = /^catalog\/([^/]+)\/(?:\d+\/)?$/;

/**
 * The picture of a page for other sites: entities, docs pages and kinds have their own, all others the portal's. `undefined` where
 * nobody can be told its address, because that must be absolute, and where the owner wants none. Pure.
 */
export function socialCard(portal: Portal, page: PageToShow): SocialCard | undefined {
  const { url, socialImages = 'none', title } = portal.config;
  if (url === undefined || socialImages === 'none') return undefined;
  const own = socialImages === 'pages' ? (entityOrDocs(page) ?? kind(portal, page)) : undefined;
  const card = own ?? { of: 'portal', title, name: 'Callboard', line: [] };
  const { of, ...drawn } = card;
  const file = `social/${of}.png`;
  return { file, url: `${url}${urlOf('/', file)}`, ...drawn, ...(own && { portal: title }) };
}

type Drawn = Omit<SocialCard, 'file' | 'url'> & { readonly of: string };

function entityOrDocs({ path, title, search }: PageToShow): Drawn | undefined {
  if (!search) return undefined;
  const of = path.replace(/\/$/, '');
  const about = search.category === 'docs' ? [search.subtitle] : (search.filters['kind'] ?? []);
  const owner = search.filters['owner']?.[0];
  return {
    of,
    title,
    name: of.slice(of.lastIndexOf('/') + 1),
    line: [...about.slice(0, 1), ...(owner === undefined ? [] : [owner])],
    glyph: search.glyph,
  };
}

function kind(portal: Portal, { path, title }: PageToShow): Drawn | undefined {
  const name = kindIndex.exec(path)?.[1];
  const spelling = name && portal.byKind.get(name)?.[0]?.entity.kind;
  if (!name || !spelling) return undefined;
  const { glyph } = kindRule(portal.catalog.model, spelling, portal.config.language);
  return { of: `catalog/${name}`, title, name, line: [], glyph };
}
