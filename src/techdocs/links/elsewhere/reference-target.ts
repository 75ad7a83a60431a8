import type { DocsSite } from '../../docs-site.ts';
import type { PageReference } from '../page-links.ts';
import { hostTarget } from './host-target.ts';
import type { PortalMap } from './portal-map.ts';
import { portalTarget } from './portal-target.ts';
import type { Target } from './target.ts';

/** Where a link out of a site leads. `from` is the site that it stands in. Pure. */
export function referenceTarget({ href, portal }: PageReference, from: DocsSite | undefined, map: PortalMap): Target {
  if (portal !== undefined) return portalTarget(portal, map);
  const own = addressInPortal(href, map.portalUrl);
  if (own !== undefined) return portalTarget(own, map);
  return map.hosts.has(hostOf(href)) ? hostTarget(href, from, map) : {};
}

/** Address from the portal's root of what was written as a whole address. */
function addressInPortal(href: string, portalUrl: string | undefined): string | undefined {
  if (portalUrl === undefined || !href.startsWith(portalUrl)) return undefined;
  const rest = href.slice(portalUrl.length);
  return rest.startsWith('/') ? rest : undefined;
}

/** Host with its port, in lower case. Addresses are serialised ones: no more than a look at where it stands is needed. */
function hostOf(href: string): string {
  const start = href.indexOf('://') + 3;
  const end = href.slice(start).search(/[/?#]/);
  return (end === -1 ? href.slice(start) : href.slice(start, start + end)).toLowerCase();
}
