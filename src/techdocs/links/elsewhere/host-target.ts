import { repositoryKey } from '../../../catalog/repository-urls.ts';
import type { DocsSite } from '../../docs-site.ts';
import { isPublishedAsset } from '../../layout/asset-types.ts';
import { isPage } from '../../layout/docs-source.ts';
import { isWithin, joinPath } from '../../layout/repository-paths.ts';
import { pathInSite } from './docs-folders.ts';
import { type HostFile, parseHostUrl } from './parse-host-url.ts';
import type { MappedSite, PortalMap } from './portal-map.ts';
import { assetTarget, pageTarget, type Target, type TargetProblem } from './target.ts';

/**
 * Where the address of a file on a code host leads in the portal: to the page or download that it is here. Nothing for addresses of
 * whatever else; those of editors stay, since who links to one wants to edit. Pure.
 */
export function hostTarget(href: string, from: DocsSite | undefined, map: PortalMap): Target {
  const file = parseHostUrl(href, (key) => map.repositoryAt(key)?.repository);
  if (!file || file.path === '') return {};
  const found = inSites(file, sitesFor(file, from, map), map);
  if (found) return file.isEditor ? {} : found;
  const problem = missing(file, map);
  return problem ? { problem } : {};
}

/** The site that the link stands in comes first, then the one whose folder is nearest to the file. */
function sitesFor({ repository, path }: HostFile, from: DocsSite | undefined, map: PortalMap): readonly MappedSite[] {
  const rank = ({ site }: MappedSite) =>
    site === from ? Number.MAX_SAFE_INTEGER : isWithin(path, site.root) ? site.root.length : -1;
  return [...map.sitesOf(repository.slug)].sort((a, b) => rank(b) - rank(a));
}

function inSites({ path, fragment }: HostFile, sites: readonly MappedSite[], map: PortalMap): Target | undefined {
  for (const mapped of sites) {
    const page = pageAt(path, mapped);
    if (page) return pageTarget(mapped, page, '', fragment, map);
    const asset = mapped.folders.map((folder) => pathInSite(path, folder)).find((at) => at && mapped.assets.has(at));
    if (asset) return assetTarget(mapped, asset, '', fragment);
  }
  return undefined;
}

function pageAt(path: string, { site, bySource, byPath, folders }: MappedSite) {
  const index = folders.find(({ folder }) => folder === path)?.prefix;
  return (
    bySource.get(path) ??
    bySource.get(`${path}/index.md`) ??
    bySource.get(`${path}/README.md`) ??
    (index === undefined ? undefined : byPath.get(index === '' ? '' : `${index}/`)) ??
    (path === site.root ? byPath.get('') : undefined)
  );
}

/** Only what would have been read, were it there, is proved to be missing. */
function missing({ repository, path }: HostFile, map: PortalMap): TargetProblem | undefined {
  const sites = map.sitesOf(repository.slug);
  const key = sites.length > 0 && repository.webUrl ? repositoryKey(repository.webUrl) : undefined;
  const files = key === undefined ? undefined : map.repositoryAt(key);
  if (!files || repository.stale || files.files.has(path) || files.unread?.has(path)) return undefined;
  const wasAskedFor = isPage(path) || isPublishedAsset(path);
  const isHidden = path.split('/').some((part) => part.startsWith('.') || foreign.test(part));
  if (!wasAskedFor || isHidden || sites.some(({ site }) => site.lastGood)) return undefined;
  const isDocs = sites.some(({ folders }) => folders.some((each) => each.prefix === '' && holds(each.folder, path)));
  if (!isDocs) return undefined;
  const near = map.near(
    path,
    sites.flatMap(({ bySource }) => [...bySource.keys()]),
  );
  return {
    code: 'techdocs/broken-repository-link',
    message: `The link leads to ${joinPath(repository.slug, path)}, which is not in the branch ${repository.branch}`,
    ...(near !== undefined && { hint: `Did you mean ${joinPath(repository.slug, near)}?` }),
  };
}

const foreign = /^(?:node_modules|vendor|site-packages|__pycache__)$/;

// A README at the root stands for docs, and is no folder of them.
function holds(folder: string, path: string): boolean {
  return folder !== '' && isWithin(path, folder);
}
