import type { DocsPage } from '../../docs-site.ts';
import { writePath } from '../../pages/safe-url.ts';
import { idPrefix } from '../../pages/sanitize-schema.ts';
import { describeBroken } from '../check-site-links.ts';
import { findAnchor } from '../heading-anchors.ts';
import type { MappedSite, PortalMap } from './portal-map.ts';

/** A link out of a site that leads nowhere, or not to where its author meant. */
export interface TargetProblem {
  readonly code: 'techdocs/broken-portal-link' | 'techdocs/broken-repository-link' | 'techdocs/broken-anchor';
  /** A sentence without its full stop. */
  readonly message: string;
  readonly hint?: string;
}

/** Where a link out of a site leads. */
export interface Target {
  /** Address from the portal's root, without a slash in front; absent: the link stays as it is. */
  readonly address?: string;
  readonly problem?: TargetProblem;
}

/** The address of a page's part, or of the page where it has no such part. */
export function pageTarget(
  { site }: MappedSite,
  page: DocsPage,
  query: string,
  fragment: string,
  map: PortalMap,
): Target {
  const path = docsAddress(site.entityRef, page.path);
  if (fragment === '') return { address: writePath(path, query, '') };
  const anchored = map.anchorsOf(page);
  // Of a page that could not be rendered nobody knows its parts.
  const found = page.anchors === undefined ? fragment : findAnchor(fragment, anchored);
  const address = writePath(path, query, found === undefined || found === '' ? '' : idPrefix + found);
  if (found !== undefined) return { address };
  return { address, problem: { code: 'techdocs/broken-anchor', ...describeBroken(fragment, anchored) } };
}

/** The address of a picture or download. */
export function assetTarget({ site }: MappedSite, path: string, query: string, fragment: string): Target {
  return { address: writePath(docsAddress(site.entityRef, path), query, fragment) };
}

/** Path of docs in the portal: `docs/<namespace>/<kind>/<name>/<path>`. */
function docsAddress(ref: string, path: string): string {
  return `docs/${entityFolders(ref)}/${path}`;
}

/** `<namespace>/<kind>/<name>` of a canonical ref, as addresses of the portal have them. */
export function entityFolders(ref: string): string {
  const colon = ref.indexOf(':');
  const slash = ref.indexOf('/', colon);
  return `${ref.slice(colon + 1, slash)}/${ref.slice(0, colon)}/${ref.slice(slash + 1)}`;
}
