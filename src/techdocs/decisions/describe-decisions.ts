import type { DocsDecision } from '../docs-site.ts';
import type { SiteMap } from '../links/site-map.ts';
import type { FoundDecision } from './find-decisions.ts';

/** The decisions of a site whose pages are published, by the addresses of their pages; nothing when there are none. */
export function describeDecisions(
  found: readonly FoundDecision[],
  map: SiteMap,
): { readonly decisions?: readonly DocsDecision[] } {
  const pathOf = (uri: string | undefined) => (uri === undefined ? undefined : map.byUri.get(uri)?.path);
  const decisions = found.flatMap(({ uri, supersededBy, ...decision }): readonly DocsDecision[] => {
    const path = pathOf(uri);
    const successor = pathOf(supersededBy);
    return path === undefined
      ? []
      : [{ path, ...decision, ...(successor !== undefined && { supersededBy: successor }) }];
  });
  return decisions.length > 0 ? { decisions } : {};
}
