import picomatch from 'picomatch';
import type { RepositoryInfo } from '../../../catalog/repository-files.ts';
import type { DocsPage, DocsSite } from '../../docs-site.ts';
import type { PageReference } from '../page-links.ts';

/** A link of a page to the web. */
export interface ExternalLink {
  readonly site: DocsSite;
  readonly page: DocsPage;
  readonly reference: PageReference;
}

/**
 * Links of docs to the web by address, without what follows a `#`. Left out are those that lead into the portal, hosts that the owner
 * ignores, and the owners of the repositories that were crawled: what is not public there looks gone to whoever asks without a token. Pure.
 */
export function gatherAddresses(
  sites: readonly DocsSite[],
  repositories: readonly RepositoryInfo[],
  ignore: readonly string[],
): ReadonlyMap<string, readonly ExternalLink[]> {
  const isIgnored = ignore.map((glob) =>
    picomatch(glob.includes('/') ? glob : `${glob}/**`, { dot: true, nocase: true }),
  );
  const owners = new Set(repositories.flatMap(({ webUrl }) => (webUrl === undefined ? [] : (ownerOf(webUrl) ?? []))));
  const found = new Map<string, ExternalLink[]>();
  for (const site of sites) {
    for (const page of site.pages) {
      for (const reference of page.references ?? []) {
        if (reference.portal !== undefined || page.links?.has(reference.href)) continue;
        const url = askable(reference.href);
        if (url === undefined || owners.has(ownerOf(url) ?? '')) continue;
        if (isIgnored.some((matches) => matches(url.replace(/^https?:\/\/|\?.*$/g, '')))) continue;
        const links = found.get(url) ?? [];
        if (links.length === 0) found.set(url, links);
        links.push({ site, page, reference });
      }
    }
  }
  return found;
}

/** The address as it is asked for; nothing of what carries a name or password, or is an example. */
function askable(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  if (reserved.test(url.hostname)) return undefined;
  url.hash = '';
  return url.href;
}

// https://www.rfc-editor.org/rfc/rfc2606, https://www.rfc-editor.org/rfc/rfc6761
const reserved = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|local|internal)\.?$/;

function ownerOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { host, pathname } = new URL(url);
  const owner = pathname.split('/')[1];
  return owner ? `${host}/${owner}`.toLowerCase() : undefined;
}
