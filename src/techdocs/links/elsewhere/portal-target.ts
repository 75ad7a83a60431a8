import { prepareBroken } from '../../../catalog/checks/broken-documents.ts';
import { judgeUrl, writePath } from '../../pages/safe-url.ts';
import { techdocsEntityAnnotation, techdocsRefAnnotation } from '../../plan/techdocs-annotations.ts';
import type { MappedSite, PortalMap } from './portal-map.ts';
import { assetTarget, entityFolders, pageTarget, type Target, type TargetProblem } from './target.ts';

interface Address {
  readonly parts: readonly string[];
  readonly query: string;
  readonly fragment: string;
}

/** Where an address from the portal's root leads, in the spelling of Backstage or of this portal. Pure. */
export function portalTarget(written: string, map: PortalMap): Target {
  const url = judgeUrl(written);
  if (url.type !== 'internal') return {};
  const [area, ...parts] = url.path.split('/').filter((part) => part !== '');
  const address = { parts, query: url.query, fragment: url.fragment };
  if (area === 'docs' && parts.length > 0) return docsTarget(address, map);
  if (area === 'catalog' && parts.length > 0) return catalogTarget(address, map);
  // The portal's other pages have no parts that anybody could name wrongly.
  const path = [area, ...parts, ''].join('/');
  return { address: writePath(path, url.query, url.fragment) };
}

function catalogTarget({ parts, query, fragment }: Address, map: PortalMap): Target {
  const [first = '', second, third, tab] = parts.map((part) => part.toLowerCase());
  if (third === undefined) {
    const isKind = map.catalog.entities.some(({ ref }) => ref.startsWith(`${first}:`));
    const isIndex = isKind && (second === undefined || /^\d+$/.test(second));
    if (isIndex) return { address: writePath(`catalog/${[first, second ?? ''].join('/')}`, query, fragment) };
    return { problem: noEntity(`/catalog/${parts.join('/')} names no entity`) };
  }
  const ref = `${second}:${first}/${third}`;
  // Backstage shows an entity's docs in a tab of its page.
  if (tab === 'docs') return docsTarget({ parts: [...parts.slice(0, 3), ...parts.slice(4)], query, fragment }, map);
  if (!map.catalog.byRef.has(ref)) return notInCatalog(ref, map);
  return { address: writePath(`catalog/${entityFolders(ref)}/`, query, fragment) };
}

function docsTarget({ parts, query, fragment }: Address, map: PortalMap): Target {
  const [namespace, kind, name] = parts.slice(0, 3).map((part) => part.toLowerCase());
  if (name === undefined) return { problem: noEntity(`/docs/${parts.join('/')} names no entity`) };
  const ref = `${kind}:${namespace}/${name}`;
  const mapped = map.siteOf(map.docsByEntity.get(ref) ?? ref);
  if (!mapped) return withoutDocs(ref, map);
  const path = parts.slice(3).join('/');
  const bare = path.replace(/(?:^|\/)index\.html$|\.(?:html|md)$/, '');
  const wanted = bare === '' ? '' : `${bare}/`;
  const page = mapped.byPath.get(wanted) ?? mapped.byPath.get(moved(wanted, mapped));
  if (page) return pageTarget(mapped, page, query, fragment, map);
  if (mapped.assets.has(path)) return assetTarget(mapped, path, query, fragment);
  // An index that the site does not have leads to its first page.
  if (wanted === '') return { address: `docs/${entityFolders(mapped.site.entityRef)}/` };
  if (mapped.site.lastGood) return {};
  const near = map.near(wanted, [...mapped.byPath.keys()]);
  const message = `The docs of ${ref} have no page "${path}"`;
  const hint = near === undefined ? undefined : `Did you mean /docs/${entityFolders(ref)}/${near}?`;
  return { problem: { code: 'techdocs/broken-portal-link', message, ...(hint !== undefined && { hint }) } };
}

function moved(path: string, { site }: MappedSite): string {
  return (site.redirects.get(path) ?? path).replace(/#.*$/, '');
}

/** Docs that are promised and could not be built are reported where that happened. */
function withoutDocs(ref: string, map: PortalMap): Target {
  const entity = map.catalog.byRef.get(ref)?.entity;
  if (!entity) return notInCatalog(ref, map);
  const { annotations = {} } = entity.metadata;
  if (annotations[techdocsRefAnnotation] ?? annotations[techdocsEntityAnnotation]) return {};
  return {
    problem: { code: 'techdocs/broken-portal-link', message: `The link leads to the docs of ${ref}, which has none` },
  };
}

const refusals = new WeakMap<PortalMap, (ref: string) => boolean>();

function notInCatalog(ref: string, map: PortalMap): Target {
  let isRefused = refusals.get(map);
  if (!isRefused) {
    const isBroken = prepareBroken(map.catalog.refused?.broken ?? []);
    isRefused = (each) => map.catalog.refused?.refs.has(each) === true || isBroken(each);
    refusals.set(map, isRefused);
  }
  if (isRefused(ref)) return {};
  return { problem: noEntity(`The link leads to ${ref}, which is not in the catalog`, map.nearRef(ref)) };
}

function noEntity(message: string, near?: string): TargetProblem {
  const hint = near === undefined ? {} : { hint: `Did you mean ${near}?` };
  return { code: 'techdocs/broken-portal-link', message, ...hint };
}
